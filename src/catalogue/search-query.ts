import words from '../../data/search-words.json' with { type: 'json' }
import { foldText, nfc } from '../platform/text.ts'
import { procedureCodeIn } from './procedure.ts'

/** One way to say what is looked for, folded. */
export type Wording = {
  text: string
  tokens: string[]
  /** Full text query of all tokens. */ all: string
}

/** What a person typed, made ready for the store. */
export type SearchWords = {
  typed: Wording
  /** The same in the words of the law, when people's own words were found. */
  official: Wording | null
  /** Lower case with marks; null when nothing was typed with marks. */
  accented: string | null
}

/** Words that say that something is asked, not what. */
const ASKING =
  /^(xin|lam) (?!sao)|\b(thu tuc|toi (can|muon)|cho (toi|minh|em) hoi|xin hoi|giup toi|lam sao( de)?|lam the nao( de)?|nhu the nao|o dau|can (nhung )?gi|can giay to gi|het bao nhieu( tien)?|mat bao lau)\b/g

/** A code at the beginning of what was typed, whole or begun: `1.0041`, `1.004194.000.00.00.H49`. */
export function codeTyped(typed: string): string | undefined {
  return procedureCodeIn(typed) ?? /^\d\.\d{1,6}$/.exec(typed.trim())?.[0]
}

export function searchWords(typed: string): SearchWords | undefined {
  const folded = foldText(typed).slice(0, 200)
  const asked = foldText(folded.replace(ASKING, ' ')) || folded
  const wording = wordingOf(asked, true)
  if (wording.tokens.length === 0) return undefined
  const marked = nfc(typed).toLowerCase().replace(/\s+/g, ' ').trim()
  const official = inOfficialWords(asked)
  return {
    typed: wording,
    official: official === asked ? null : wordingOf(official, false),
    accented: foldText(marked) === marked ? null : marked,
  }
}

/** `begun`: the last word may still be unfinished. */
function wordingOf(folded: string, begun: boolean): Wording {
  const tokens = [...new Set(folded.match(/[\p{L}\d]+/gu) ?? [])].slice(0, 12)
  return { text: tokens.join(' '), tokens, all: tokens.join(' & ') + (begun && tokens.length > 0 ? ':*' : '') }
}

/** The law's own wording for what was typed, with its marks, when people's words for it were found. */
export function officialWords(typed: string): string | undefined {
  const asked = ` ${foldText(typed)} `
  return OFFICIAL.find(({ spoken }) => asked.includes(` ${spoken} `))?.name
}

const OFFICIAL = Object.entries(words)
  .map(([spoken, official]) => ({ spoken: foldText(spoken), official: foldText(official), name: official }))
  .sort((a, b) => b.spoken.length - a.spoken.length)

function inOfficialWords(text: string): string {
  const found = OFFICIAL.find(({ spoken }) => ` ${text} `.includes(` ${spoken} `))
  return found ? ` ${text} `.replace(` ${found.spoken} `, ` ${found.official} `).trim() : text
}
