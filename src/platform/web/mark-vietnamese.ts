const TOKENS = /<(?:[^>"]|"[^"]*")*>|[^<]+/g
const OPENING = /^<([a-z][a-z0-9]*)/
const CLOSING = /^<\/([a-z][a-z0-9]*)/
/** Hold nothing and are never closed. */
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Their text is no text of the page, or the reader's own. */
const UNREAD = new Set(['script', 'style', 'svg', 'textarea', 'title'])

/** Letters that English has not. */
const MARKED = /[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]/iu
/** What a syllable of Vietnamese without marks looks like, and what stands in names besides: numbers and abbreviations. */
const SYLLABLE = /^(?:ngh?|nh|ch|kh|ph|th|tr|gh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/
const BESIDES = /^(?:\d[\d./-]*|[A-Z]{2,}[A-Z/-]*)$/
/** English words that look like one. */
const ENGLISH = new Set(
  `a am an and any at be been but buy by can day do for get go had has he her him his how i if in is it keep let may me men
  met my need no not of on one or our out pay put say see seen set she so ten than that the their them then they this to too
  two up us was way we when who with you your`.split(/\s+/),
)

type Open = { name: string; isMarked: boolean }

/**
 * Says of every Vietnamese name on an English page that it is Vietnamese, so that a screen reader does not spell it out as
 * English (WCAG 3.1.2): names of procedures, papers, places and people, and what people typed, stand in our sentences everywhere.
 */
export function markVietnamese(html: string): string {
  const tokens = html.match(TOKENS) ?? []
  const out: string[] = []
  const open: Open[] = []
  for (const [at, token] of tokens.entries()) {
    const name = OPENING.exec(token)?.[1]
    if (name !== undefined && !EMPTY.has(name) && !token.endsWith('/>'))
      open.push({ name, isMarked: isMarked(token, name, open.at(-1)) })
    else if (CLOSING.test(token)) open.pop()
    const holder = open.at(-1)
    if (token.startsWith('<') || holder?.isMarked || !MARKED.test(token)) out.push(token)
    else if (holder && (isWhole(token) || holder.name === 'option') && isAlone(tokens, at))
      out.push(`${out.pop()?.replace(/>$/, ' lang="vi">')}`, token)
    else out.push(isWhole(token) ? `<bdi lang="vi">${token}</bdi>` : `<bdi>${withRuns(token)}</bdi>`)
  }
  return out.join('')
}

function isMarked(token: string, name: string, around: Open | undefined): boolean {
  const language = / lang="([^"]*)"/.exec(token)?.[1]
  return UNREAD.has(name) || (language === undefined ? (around?.isMarked ?? false) : language === 'vi')
}

/** Its element holds this text and nothing else. */
function isAlone(tokens: readonly string[], at: number): boolean {
  return OPENING.test(tokens[at - 1] ?? '') && CLOSING.test(tokens[at + 1] ?? '')
}

function isWhole(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const [run] = runsIn(words)
  return run !== undefined && run.from === 0 && run.to === words.length - 1
}

function withRuns(text: string): string {
  const parts = text.split(/(\s+)/)
  // Words stand at even places, what is between them at odd ones.
  const runs = runsIn(parts.filter((_, index) => index % 2 === 0))
  for (const { from, to } of runs) {
    parts[from * 2] = `<bdi lang="vi">${parts[from * 2]}`
    parts[to * 2] = `${parts[to * 2]}</bdi>`
  }
  return parts.join('')
}

type Run = { from: number; to: number }

/** Words with marks, and around them what looks Vietnamese. */
function runsIn(words: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const [at, word] of words.entries()) {
    if (!MARKED.test(word)) continue
    const last = runs.at(-1)
    const start = (last?.to ?? -1) + 1
    const from = words.slice(start, at).findLastIndex((one) => !maybeVietnamese(one)) + start + 1
    if (last && from === start) last.to = at
    else runs.push({ from, to: at })
  }
  for (const run of runs) {
    if (/[.;:!?]$/.test(words[run.to] ?? '')) continue
    const after = words.slice(run.to + 1)
    const end = after.findIndex((one) => !maybeVietnamese(one))
    run.to += end < 0 ? after.length : end
  }
  return runs
}

function maybeVietnamese(word: string): boolean {
  const bare = word.replace(/^\W+|\W+$/g, '')
  const small = bare.toLowerCase()
  return BESIDES.test(bare) || (SYLLABLE.test(small) && !ENGLISH.has(small))
}
