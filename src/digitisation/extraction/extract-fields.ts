import { sureness, textOf } from '../pairs/segments.ts'
import type { Box, ReadWord } from '../reading/recogniser.ts'
import { around } from '../reading/tsv.ts'
import { findField, type Found, type Printed } from './find-field.ts'
import { isStrict, judgeText, type Judgement, type Known } from './judge-text.ts'
import { placeIn } from './mend-address.ts'
import type { ReadField } from './extracted-field.ts'
import { signsOfWords } from './signs.ts'
import type { ExtractionTemplate, TemplateField } from './template.ts'

type Look = Judgement & { confidence: number }

const DATE_IN_LINE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu

/** What the fields of a template are on a page, each by itself; those that were not found are left out. */
export function extractFields(template: ExtractionTemplate, printed: Printed, known: Known): ReadField[] {
  const labels = template.fields.flatMap(({ label = [] }) => label)
  return template.fields.flatMap((field) => {
    const found = findField(field, printed, labels)
    return found && found.words.length > 0 ? (readField(field, found, printed, known) ?? []) : []
  })
}

function readField(
  field: TemplateField,
  { words, fit }: Found,
  { no: page, width }: Printed,
  known: Known,
): ReadField | undefined {
  const look = (text: string, confidence: number): Look => ({
    ...judgeText(field, dayOf(field, text), known),
    confidence,
  })
  const first = look(textOf(words), sureness(words))
  if (first.text === '') return undefined
  const again = secondLook(words)
  const second = again && look(again.text, again.confidence)
  const [chosen, other] = second && isBetter(second, first) ? [second, first] : [first, second]
  const agrees = second !== undefined && same(first, second)
  const box = around(words.map((word) => word.box))
  const place = field.kind === 'address' ? placeIn(String(chosen.normalised ?? chosen.text), known.communes) : undefined
  const isOfOld = place !== undefined && !place.isToday
  const moved = isOfOld ? place.today.map((name) => ({ text: name, normalised: name })) : []
  return {
    name: field.name,
    label: field.words,
    text: chosen.text,
    normalised: chosen.normalised,
    page,
    box,
    alternatives: [
      ...moved,
      ...(other && !agrees && other.text !== '' ? [{ text: other.text, normalised: other.normalised }] : []),
    ],
    faults: [
      ...chosen.faults,
      ...(isAtEdge(box, words, width) ? ['at-the-edge'] : []),
      ...(isOfOld ? [place.today.length === 1 ? 'old-place' : 'several-places'] : []),
    ],
    signs: {
      ...signsOfWords(words, chosen.text),
      least: chosen.confidence,
      second: second ? second.confidence : 0,
      agrees: agrees ? 1 : 0,
      differs: second && !agrees ? 1 : 0,
      checked: isStrict(field) && chosen.faults.length === 0 ? 1 : 0,
      faulty: chosen.faults.length === 0 ? 0 : 1,
      backed: chosen.backed ? 1 : 0,
      mended: chosen.mended ? 1 : 0,
      fit,
      ...(isStrict(field) ? { sayable: 1, figures: 0 } : {}),
      known: 1,
    },
  }
}

/** Words that touch the edge of the picture may go on beyond it. */
function isAtEdge({ left, right }: Box, words: readonly ReadWord[], width: number): boolean {
  const room = 0.25 * Math.max(...words.map(({ box }) => box.bottom - box.top))
  return left < room || right > width - room
}

/** Of a date line only the day counts. */
function dayOf(field: TemplateField, text: string): string {
  if (!field.find?.endsWith('date-line')) return text
  const [, day, month, year] = DATE_IN_LINE.exec(text) ?? []
  return day === undefined ? text : `${day}/${month}/${year}`
}

/** What the second look made of a value, when it looked at it. */
export function secondLook(words: readonly ReadWord[]): { text: string; confidence: number } | undefined {
  const seen = words.flatMap(({ again }) => again ?? [])
  if (seen.length === 0) return undefined
  return {
    text: seen.map(({ text }) => text).join(' '),
    confidence: Math.min(...seen.map(({ confidence }) => confidence)),
  }
}

/** A look that can be beats one that cannot; else one that is much surer does. */
function isBetter(second: Look, first: Look): boolean {
  if (second.text === '' || second.faults.length !== first.faults.length)
    return second.text !== '' && second.faults.length < first.faults.length
  if (second.backed !== first.backed) return second.backed
  return second.confidence > first.confidence + 0.15
}

const same = (one: Look, other: Look): boolean =>
  one.normalised === undefined || other.normalised === undefined
    ? one.text === other.text
    : JSON.stringify(one.normalised) === JSON.stringify(other.normalised)
