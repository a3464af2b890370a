/** Published text as paragraphs and lists; nothing is left out but the marks of list items. */
export type SourceBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

const BULLET = /^\s*[-+*•–]\s*(?=\S)/u

export function sourceBlocks(text: string): SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const last = blocks.at(-1)
    if (!BULLET.test(line)) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') last.items.push(line.replace(BULLET, ''))
    else blocks.push({ kind: 'list', items: [line.replace(BULLET, '')] })
  }
  return blocks
}

const NUMBERED = /^\s*(?:\(?[a-zđivx\d]{1,4}[).]\s+|[-+*•–]\s*)/u

const CONDITION = /^(đối với|trường hợp|nếu)\s/iu

/** Longest first clause that still reads as a name. */
const LONGEST_TITLE = 140

/** A paper's name and what the publication says about it: cut after the first clause, when there is one short enough. */
export function paperTitle(published: string): { title: string; rest: string } {
  const text = published.replace(NUMBERED, '').trim()
  const clean = (part: string) => part.replace(/[\s;,.:]+$/u, '').trim()
  if (text.length <= 90) return { title: clean(text), rest: '' }
  const cut = /[;:.(](?=\s|$)|\s\(|\s(?=theo [Mm]ẫu|ban hành kèm theo)|,\s(?=trong đó|trường hợp|kèm|gồm|theo mẫu)/u
  const found = cut.exec(text.slice(12))
  const at = found ? found.index + 12 : -1
  // "For the army: letter of the unit": the first clause is no name.
  if (at < 0 || at > LONGEST_TITLE || (text[at] === ':' && CONDITION.test(text))) return { title: '', rest: text }
  const rest = text.slice(at).replace(/^[\s;:.,]+/u, '')
  const title = clean(text.slice(0, at))
  return { title, rest: rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1) }
}
