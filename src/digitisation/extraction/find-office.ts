import { foldText } from '../../platform/text.ts'
import { heightOf, textOf, type Row, type Segment } from '../pairs/segments.ts'
import type { ReadWord } from '../reading/recogniser.ts'
import { hasFamilyName } from './mend-name.ts'

/** Where the motto of the state begins, at the head of every official paper; the office stands left of it. */
const MOTTO = /^cong hoa xa hoi/
const MOST_ROWS = 4
/** The committee itself, whose commune stands in the same row or the next. */
const COMMITTEE = /^(?:uy ban nhan dan|ubnd)\b/
/** Whose province a commune is in is no office. */
const PROVINCE = /^(?:tinh|thanh pho) /

/**
 * Cơ quan ban hành: the office at the head of a paper, left of the motto (Decree 30/2020, annex I): its own row, without that of who
 * stands above it. Of a people's committee the words say which commune's or province's it is.
 */
export function issuerOn(rows: readonly Row[]): ReadWord[] | undefined {
  const at = rows.findIndex((row) => mottoIn(row) !== undefined)
  const motto = mottoIn(rows[at] ?? [])
  if (!motto) return undefined
  const heads: ReadWord[][] = []
  for (const [no, row] of rows.slice(Math.max(0, at - 1), at + MOST_ROWS).entries()) {
    const [left, right] = partedAt(motto.box.left, row)
    const isTitle = no > 1 && isLoud(right)
    if (isLoud(left) && !isTitle && (heads.length > 0 || no <= 1)) heads.push(left)
    else if (heads.length > 0) break
  }
  const committee = heads.findIndex((words) => COMMITTEE.test(foldText(textOf(words))))
  if (committee < 0) return heads.findLast((words) => !PROVINCE.test(foldText(textOf(words)))) ?? heads.at(-1)
  const own = heads[committee] ?? []
  const place = own.slice(foldText(textOf(own)).startsWith('ubnd') ? 1 : 4)
  return place.length > 0 ? place : heads[committee + 1]
}

function mottoIn(row: Row): ReadWord | undefined {
  const words = row.flatMap((segment) => segment.words)
  return words.find((_, at) => MOTTO.test(foldText(textOf(words.slice(at)))))
}

function partedAt(edge: number, row: Row): [left: ReadWord[], right: ReadWord[]] {
  const words = row.flatMap((segment) => segment.words)
  return [words.filter(({ box }) => box.right < edge), words.filter(({ box }) => box.right >= edge)]
}

const isLoud = (words: readonly ReadWord[]): boolean => {
  const text = textOf(words)
  return /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase('vi') && !/\d/.test(text)
}

const NAME = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}+){1,4}$/u
/** Whether a text is written as names of people are. */
export const isName = (text: string): boolean => NAME.test(text)
/** Signatures stand in the lower part of what is printed. */
const LOWER = 0.45

/** Người ký: the names under the last signatures, from left to right where there are two. */
export function signersOn(rows: readonly Row[]): ReadWord[][] {
  const all = rows.flat()
  const [top, bottom] = [Math.min(...all.map(({ box }) => box.top)), Math.max(...all.map(({ box }) => box.bottom))]
  const isLow = ({ box }: Segment) => box.top > top + LOWER * (bottom - top)
  const names = all.filter((one) => isLow(one) && isName(textOf(one.words)) && hasFamilyName(textOf(one.words)))
  const lowest = names.at(-1)
  const beside = names.filter((one) => lowest && Math.abs(one.box.top - lowest.box.top) < heightOf(lowest.box))
  return beside.toSorted((a, b) => a.box.left - b.box.left).map(({ words }) => words)
}
