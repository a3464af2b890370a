import { foldText } from '../../src/platform/text.ts'
import type { Signs } from '../../src/digitisation/calibration/calibration.ts'
import type { Known } from '../../src/digitisation/calibration/fit.ts'
import type { ReadField } from '../../src/digitisation/extraction/extracted-field.ts'
import type { Printed } from '../../src/digitisation/extraction/find-field.ts'
import { judgeText } from '../../src/digitisation/extraction/judge-text.ts'
import { evidenceOn, kindBy } from '../../src/digitisation/extraction/recognise-paper.ts'
import { anyPaper } from '../../src/digitisation/extraction/template.ts'
import {
  signsOfPage,
  fieldsOf,
  printedOn,
  printedValue,
  type KnownOfPapers,
} from '../../src/digitisation/extraction/understand-paper.ts'
import { textOfRows } from '../../src/digitisation/pairs/segments.ts'
import type { ReadPage } from '../../src/digitisation/reading/read-page.ts'
import { whatPaperSays } from '../../src/digitisation/readings/paper-says.ts'
import { errorRate } from '../../src/digitisation/reading/testing.ts'
import type { Paper } from './paper.ts'
import { aloud } from './words.ts'

/** A value held against the truth: a field of a known kind, or what is printed as label and value. */
export type Held = Known & { what: 'field' | 'printed'; hasFault: boolean }

export type Measured = {
  type: string
  isKnownKind: boolean
  kindIsRight: boolean
  /** Share of letters wrong, with marks and without. */
  errors: number
  plainErrors: number
  /** Values there are, those found as fields, and those found as label and value. */
  values: number
  exact: number
  printed: number
  held: Held[]
}

/** The truth of a paper, drawn or given. */
export type MeasuredPaper = Pick<Paper, 'type' | 'fields' | 'lines'>

/** What reading a paper came to, value by value. */
export function measurePage(paper: MeasuredPaper, page: ReadPage, known: KnownOfPapers): Measured {
  const printed = printedOn(1, page)
  const ofPage = signsOfPage(page.lines.flatMap(({ words }) => words))
  const text = textOfRows(printed.rows)
  const template = known.templates.find(({ type }) => type === paper.type)
  const kind = kindBy(evidenceOn(printed, known.templates), known.kinds)
  const fields = template ? fieldsOf(template, [printed], known) : []
  const judged = (template?.fields ?? []).flatMap((field) => {
    const truth = paper.fields[field.name]
    const read = fields.find(({ name }) => name === field.name)
    if (truth === undefined || !read) return []
    const isRight = isSame(judgeText(field, truth, known), read)
    const hasFault = read.faults.length > 0
    return [{ what: 'field' as const, signs: { ...read.signs, ...ofPage }, isRight, hasFault }]
  })
  return {
    type: paper.type,
    isKnownKind: template !== undefined,
    kindIsRight: kind?.type === template?.type,
    errors: errorRate(paper.lines, text),
    plainErrors: errorRate(paper.lines.map(foldText), foldText(text)),
    values: Object.keys(paper.fields).length,
    exact: exactOf(paper, page, known),
    printed: printedValues(paper, printed, known),
    held: [...judged, ...printedHeld(paper, printed, ofPage, known)],
  }
}

/** As the paper is told in the end: from its codes where it has some, else from print. */
function exactOf({ type, fields }: MeasuredPaper, read: ReadPage, known: KnownOfPapers): number {
  const asked = known.templates.find((one) => one.type === type)?.fields ?? []
  if (asked.length === 0) return 0
  const said = whatPaperSays([{ place: 1, read, faults: [] }], known, type).fields
  return asked.filter((field) => {
    const [truth, told] = [fields[field.name], said.find(({ name }) => name === field.name)]
    if (truth === undefined || !told) return false
    // A code writes names in small letters that are printed in capitals.
    const isCoded = told.source === 'code' && aloud(plain(told.text)) === aloud(plain(truth))
    return isCoded || isSame(judgeText(field, truth, known), told)
  }).length
}

function isSame(
  truth: { text: string; normalised: unknown },
  { text, normalised }: Pick<ReadField, 'text' | 'normalised'>,
): boolean {
  return truth.normalised === undefined
    ? plain(text) === plain(truth.text)
    : JSON.stringify(normalised) === JSON.stringify(truth.normalised)
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[.,;]+$/, '')
    .trim()

/** Of any paper, known or not: labels and values, cells, and what every paper of an authority bears. */
function printedValues({ fields }: MeasuredPaper, printed: Printed, known: KnownOfPapers): number {
  const values = [...printed.pairs, ...printed.cells].map((one) => printedValue(one, known).value)
  const borne = fieldsOf(anyPaper, [printed], known).map(({ text }) => text)
  const read = new Set([...values, ...borne].map(plain))
  return Object.values(fields).filter((value) => read.has(plain(value))).length
}

/** Right when it is a true value, or what truly stands at the end of a printed row. */
function printedHeld(
  { fields, lines }: MeasuredPaper,
  { pairs, cells }: Printed,
  ofPage: Pick<Signs, 'clear' | 'steady'>,
  known: KnownOfPapers,
): Held[] {
  const values = new Set(Object.values(fields).map(plain))
  return [...pairs, ...cells]
    .filter(({ words }) => words.length > 0)
    .map((one) => {
      const { value, signs: own } = printedValue(one, known)
      const signs: Signs = { ...own, ...ofPage }
      const isRight = values.has(plain(value)) || lines.some((one) => plain(one).endsWith(plain(value)))
      return { what: 'printed', signs, isRight, hasFault: false }
    })
}
