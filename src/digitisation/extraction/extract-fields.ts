import type { Box, ReadWord } from '../reading/recogniser.ts'
import { around } from '../reading/tsv.ts'
import { findField, type Found, type Printed } from './find-field.ts'
import { isStrict, judgeText, type Known } from './judge-text.ts'
import { chooseLook, isSameLook, looksAt, type Look, type Seen } from './looks.ts'
import { placeIn } from './mend-address.ts'
import type { ReadField } from './extracted-field.ts'
import { signsOfWords } from './signs.ts'
import type { ExtractionTemplate, TemplateField } from './template.ts'

/** Whatever was made of the word before it: a seal often lies over it. */
const DATE_IN_LINE = /(\d{1,2})\s+th\p{L}ng\s+(\d{1,2})\s+n\p{L}m\s+(\d{4})/iu

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
  const judged = ({ text, confidence }: Seen): Look => ({ ...judgeText(field, dayOf(field, text), known), confidence })
  const { looks, isMended } = looksAt(words)
  const [first, ...rest] = looks
  const { chosen, others } = chooseLook([judged(first), ...rest.map(judged)], isMended)
  if (chosen.text === '') return undefined
  const differing = others.filter((other) => !isSameLook(chosen, other))
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
    alternatives: [...moved, ...each(differing).map(({ text, normalised }) => ({ text, normalised }))],
    faults: [
      ...chosen.faults,
      ...(isAtEdge(box, words, width) ? ['at-the-edge'] : []),
      ...(isOfOld ? [place.today.length === 1 ? 'old-place' : 'several-places'] : []),
    ],
    signs: {
      ...signsOfWords(words, chosen.text),
      least: chosen.confidence,
      second: Math.max(0, ...others.map(({ confidence }) => confidence)),
      agrees: others.length > 0 && differing.length === 0 ? 1 : 0,
      differs: differing.length > 0 ? 1 : 0,
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

/** Each once; what nobody saw clearly is nothing to propose. */
function each(looks: readonly Look[]): Look[] {
  return [
    ...new Map(
      looks.filter(({ text, confidence }) => text !== '' && confidence > 0).map((look) => [look.text, look]),
    ).values(),
  ]
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
