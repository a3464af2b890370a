import { isKnownLabel } from './known-labels.ts'
import type { Box, ReadWord } from '../reading/recogniser.ts'
import { ENDS_LABEL, heightOf, segmentOf, sureness, textOf, type Row, type Segment } from './segments.ts'

/**
 * Nhãn và giá trị: what is printed as "label: value". `confidence` is that of the value's least sure word, 0 to 1; `column` is
 * the column it stands in, or the whole row.
 */
export type Pair = {
  label: string
  value: string
  /** Of the value. */
  words: ReadWord[]
  confidence: number
  labelBox: Box
  valueBox: Box | undefined
  column: Box
}

type Found = { label: ReadWord[]; value: ReadWord[]; column: Segment; row: number }

/** The same in front of a text, whatever was made of it. */
const BEFORE_LABEL = /^[^\p{L}]+/u
/** A number or a dash before a label: `1.`, `a)`, `-`. */
const NUMBERING = /^(?:\d{1,2}[.)]|[a-zđ]\)|[-–•*])$/iu
const LEADER = /[.…_·]{4,}|…+/u
/** Of the height of a row: columns stand at least so far apart. */
const BETWEEN_COLUMNS = 1.3

/** `sinh:02/02` is a label and a value; `12:30` is a time. */
const COLON_INSIDE = /^([^:：]*[^\d:：,;][:：])([^:：/].*)$/u
const BEGINS_LABEL = /^\p{Lu}/u
/** A value seldom has more rows below its first; two columns on a slant count for twice as many. */
const MOST_ROWS = 4
const OPEN_END = /^(tỉnh|xã|phường|thành|phố|quận|huyện|khu|tổ|đặc)$/iu

/** Everything printed as a label and its value, from top to bottom, whatever the paper is. */
export function pairsOn(rows: readonly Row[]): Pair[] {
  const whole = rows.map((row) => row.map(({ words }) => segmentOf(words.flatMap(apart))))
  const found = whole.flatMap((row, at) => row.flatMap((segment) => pairsIn(segment, at)))
  return found.map((pair) => finished(pair, whole, found))
}

/** `sinh:02/02` was printed as two words. */
function apart(word: ReadWord): ReadWord[] {
  const [, label, value] = COLON_INSIDE.exec(word.text) ?? []
  if (label === undefined || value === undefined) return [word]
  const { left, right } = word.box
  const middle = Math.round(left + ((right - left) * label.length) / word.text.length)
  return [
    { ...word, text: label, box: { ...word.box, right: middle } },
    { ...word, text: value, box: { ...word.box, left: middle } },
  ]
}

function pairsIn(column: Segment, row: number): Found[] {
  const found: Found[] = []
  let rest = column.words
  for (;;) {
    const colon = rest.findIndex(({ text }, at) => ENDS_LABEL.test(text) || isLabelUpTo(rest, at))
    if (colon < 0) {
      found.at(-1)?.value.push(...rest)
      return withoutStrayColons(found)
    }
    const before = rest.slice(0, colon + 1)
    const last = found.at(-1)
    const begin = last ? labelBegin(before) : before.findIndex(({ text }) => !NUMBERING.test(text))
    last?.value.push(...withoutComma(before.slice(0, begin)))
    found.push({ label: before.slice(Math.max(0, begin)), value: [], column, row })
    rest = rest.slice(colon + 1)
  }
}

/** A colon that lost its lower dot, or got a tail, is a semicolon: behind a label one knows. */
function isLabelUpTo(words: readonly ReadWord[], at: number): boolean {
  if (!words[at]?.text.endsWith(';')) return false
  return isKnownLabel(
    textOf(words.slice(0, at + 1))
      .replace(/;$/, '')
      .replace(BEFORE_LABEL, ''),
  )
}

/** What parts a value from the next label is of neither. */
function withoutComma(words: readonly ReadWord[]): ReadWord[] {
  return words.map((word, at) =>
    at < words.length - 1 ? word : { ...word, text: word.text.replace(/(?<=.)[,;]$/, '') },
  )
}

/** Dirt or a semicolon after a value is read as a colon: what no paper has for a label, and has no value before the next, is of the last. */
function withoutStrayColons(found: readonly Found[]): Found[] {
  return found.reduce<Found[]>((kept, pair, at) => {
    const before = kept.at(-1)
    const label = labelOf(pair.label)
    const isNone = !/\p{L}/u.test(label) || (at < found.length - 1 && !isKnownLabel(label))
    const isStray = before && pair.value.length === 0 && isNone
    if (!isStray) return [...kept, pair]
    before.value.push(...pair.label.map((word) => ({ ...word, text: word.text.replace(ENDS_LABEL, '') })))
    return kept
  }, [])
}

/** Dots that stayed on the page: what stands before them is the value, or behind them when nothing does. */
function withoutLeader(words: readonly ReadWord[]): ReadWord[] {
  const trimmed = words.flatMap((word) => {
    const [before = '', ...behind] = word.text.split(LEADER)
    const text = behind.length === 0 || /[\p{L}\p{N}]/u.test(before) ? before : (behind.at(-1) ?? '')
    return text === word.text ? [{ word, ends: false }] : [{ word: { ...word, text }, ends: behind.length > 0 }]
  })
  const begin = trimmed.findIndex(({ word }) => /[\p{L}\p{N}]/u.test(word.text))
  const end = trimmed.findIndex(({ ends }, at) => ends && at >= begin)
  const kept = end < 0 ? trimmed : trimmed.slice(0, end + 1)
  return kept.map(({ word }) => word).filter(({ text }, at) => text !== '' && (at >= begin || end < 0))
}

const labelOf = (words: readonly ReadWord[]): string =>
  textOf(words)
    .replace(/[:：;]$/u, '')
    .trim()

/**
 * Where in `value… next label:` the label begins: behind a comma when all of it is in small letters, at a label one knows, else at the
 * widest gap before a capital letter.
 */
function labelBegin(words: readonly ReadWord[]): number {
  const comma = words.findLastIndex(({ text }, at) => at < words.length - 1 && /[,;]$/.test(text)) + 1
  if (comma > 0 && words.slice(comma).every(({ text }) => /^\p{Ll}/u.test(text))) return comma
  const places = words.flatMap(({ text }, at) => (BEGINS_LABEL.test(text) ? [at] : []))
  const known = places.find((at) => isKnownLabel(labelOf(words.slice(at))))
  if (known !== undefined) return known
  const gap = (at: number) => (words[at]?.box.left ?? 0) - (words[at - 1]?.box.right ?? Number.NEGATIVE_INFINITY)
  const widest = places.filter((at) => at > 0).toSorted((a, b) => gap(b) - gap(a))[0]
  return widest ?? places[0] ?? 0
}

/** The value with what of it stands in the rows below. */
function finished(pair: Found, rows: readonly Row[], all: readonly Found[]): Pair {
  const begun = withoutLeader(pair.value)
  const isLast = all.findLast(({ column }) => column === pair.column) === pair
  const value = isLast ? withoutLeader([...begun, ...wordsBelow({ ...pair, value: begun }, rows)]) : begun
  return {
    label: labelOf(pair.label),
    value: textOf(value),
    words: value,
    confidence: sureness(value),
    labelBox: segmentOf(pair.label).box,
    column: pair.column.box,
    valueBox: value.length === 0 ? undefined : segmentOf(value).box,
  }
}

function wordsBelow({ value, column, row }: Found, rows: readonly Row[]): ReadWord[] {
  const words: ReadWord[] = []
  const edge = edgeOf(column, rows[row] ?? [], rows)
  let above = column
  for (const below of rows.slice(row + 1, row + 1 + MOST_ROWS)) {
    const under = below.find(({ box }) => box.left < column.box.right && box.right > column.box.left)
    if (!under) continue
    // The headings of a table under the title of a section.
    if (below.length > 1 && rows[row]?.length === 1) break
    if (!goesOn([...value, ...words], under, above, column, edge)) break
    words.push(...under.words)
    above = under
  }
  return words
}

/** Whether what stands under a value belongs to it: a value that has not begun, or was broken off at the edge. */
function goesOn(value: readonly ReadWord[], under: Segment, above: Segment, column: Segment, edge: number): boolean {
  const [first] = under.words
  if (!first || under.words.some(({ text }) => ENDS_LABEL.test(text)) || NUMBERING.test(first.text)) return false
  const height = heightOf(above.box)
  if (under.box.top - above.box.bottom > 1.2 * height) return false
  if (value.length === 0) return true
  const begins = Math.abs(under.box.left - column.box.left) < 3 * height
  return begins && (isOpen(value, first) || isFull(above, first, edge))
}

/** How far a row of this column can go: to the next column, or to where the widest row of the page ends. */
function edgeOf({ box }: Segment, row: Row, rows: readonly Row[]): number {
  const next = row.filter((other) => other.box.left > box.right).map((other) => other.box.left)
  if (next.length > 0) return Math.min(...next) - BETWEEN_COLUMNS * heightOf(box)
  return Math.max(...rows.flat().map((one) => one.box.right))
}

/** A row that was broken because the next word had no room in it. */
function isFull({ box, words }: Segment, next: ReadWord, edge: number): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length + 1, 0)
  const space = (box.right - box.left) / Math.max(1, letters)
  return words.length > 1 && box.right + space + (next.box.right - next.box.left) > edge
}

/** An enumeration, a place without its name, or a name in capitals that goes on in capitals. */
function isOpen(value: readonly ReadWord[], next: ReadWord): boolean {
  const last = value.at(-1)?.text ?? ''
  if (/[,;]$/.test(last) || /^\p{Ll}/u.test(next.text) || OPEN_END.test(last)) return true
  return value.length > 3 && isShouted(textOf(value)) && isShouted(next.text)
}

const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toLocaleUpperCase('vi')
