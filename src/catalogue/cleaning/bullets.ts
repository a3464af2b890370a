import { foldText } from '../../platform/text.ts'

const BULLET = /^(?:[\s\-+*•●⁕–—.…·/;,]|\u20f0)+/u
/** `a)`, `đ)`, `(iv)`, `1.`, `2.1.`, `(6.7)`, `(3)`. */
const ENUMERATOR =
  /^(?:\((\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])\)|(\d{1,2}(?:\.\d{1,2})*)[.)]|([ivx]{1,5}|[a-zđ])\))\s*/i

/** The words of a list item without its bullet and enumerator. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '').replace(ENUMERATOR, '').replace(BULLET, '').trim()
}

/** The same, folded for matching: lower case, without diacritics. */
export function bareWords(text: string): string {
  return foldText(withoutBullet(text))
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

export type Enumerator = { style: 'number' | 'roman' | 'letter'; rank: number }

/** What number a list item carries, in the style it is written in. */
export function enumeratorOf(text: string, romanList: boolean): Enumerator | undefined {
  const match = ENUMERATOR.exec(text.replace(BULLET, ''))
  const mark = (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase()
  if (mark === undefined) return undefined
  if (/^\d/.test(mark)) {
    const rank = mark.split('.').reduce((total, part, depth) => total + Number(part) / 100 ** depth, 0)
    return { style: 'number', rank }
  }
  if (romanList && ROMAN.includes(mark)) return { style: 'roman', rank: ROMAN.indexOf(mark) }
  return mark.length === 1 && LETTERS.includes(mark) ? { style: 'letter', rank: LETTERS.indexOf(mark) } : undefined
}
