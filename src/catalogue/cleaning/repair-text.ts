import { nfc } from '../../platform/text.ts'

/** Marks left by word processors in the place of a bullet (private-use letters of symbol fonts). */
const BULLET_GLYPHS = /[\uf02b\uf076\uf097\uf0a7\uf0b7\uf0d8\uf0fc]\s*/g
const INVISIBLE = /[\u00ad\u00ac\u200b-\u200f\u2060\ufeff]/g
const CYRILLIC_LOOKALIKES: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
}
/** A line that breaks inside a sentence: a letter or comma, then a line that begins in lower case and is no list item. */
const BROKEN_LINE = /([\p{L}\d,])[ \t]*\n[ \t]*(?=\p{Ll}{2,}[\s,])/gu
/** A consonant torn from its word: "S ở". */
const TORN_WORD = /(?<![\p{L}.)])[BCĐGHKLMNPQRSTVX] [áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữự]/u

/** Nothing of the above can stand in a text without one of these: most texts are left at once. */
const SUSPECT = /[\r\n\t\u00a0\u00ac\u00ad\u0400-\u04ff\u2000-\u200f\u2060\ue000-\uf8ff\ufeff\ufffd]|\p{M}| {2}|^ | $/u

export type RepairedText = {
  text: string
  /** Letters or line breaks were changed, beyond spaces and composition. */
  repaired: boolean
  /** Something is still wrong that no rule can put right. */
  damaged: boolean
}

/** Puts right what is certainly an accident of copying; what may be meant is left and marked. */
export function repairText(source: string): RepairedText {
  if (!SUSPECT.test(source)) return { text: source, repaired: false, damaged: TORN_WORD.test(source) }
  const spaced = nfc(source)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2002-\u200a\t]/g, ' ')
  const joined = spaced
    .replace(BULLET_GLYPHS, '- ')
    .replace(INVISIBLE, '')
    .replace(/[АВЕКМНОРСТХ]/g, (letter) => CYRILLIC_LOOKALIKES[letter] ?? letter)
    .replace(BROKEN_LINE, '$1 ')
  const text = joined
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return {
    text,
    repaired: joined !== spaced.replace(/[\u200b-\u200f\ufeff]/g, ''),
    damaged: text.includes('\ufffd') || /[\ue000-\uf8ff]/.test(text) || TORN_WORD.test(text),
  }
}
