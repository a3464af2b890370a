import type { KnownOfPapers } from './extraction/understand-paper.ts'
import { understandPaper } from './extraction/understand-paper.ts'
import { rowsOf, textOfRows } from './pairs/segments.ts'
import type { Box } from './reading/recogniser.ts'
import { hasTwoPapers, whatPaperSays, type ReadPlace } from './readings/paper-says.ts'

type PlacedBox = Box & { page: number }

/** What `motcua extract` prints of a paper. */
export type Extracted = {
  type: string | null
  typeConfidence: number
  text: string
  fields: { name: string; value: string; normalised: unknown; confidence: number; box: PlacedBox | null }[]
  pairs: { label: string; value: string; confidence: number; box: PlacedBox | null }[]
  codes: { format: string; text: string; box: PlacedBox | null }[]
}

/** The pages of one paper in their order, by their places in the file; `type` where a person has said what it is. */
export function extractedOf(pages: readonly ReadPlace[], known: KnownOfPapers, type: string | undefined): Extracted {
  const reads = pages.map(({ read }) => read)
  const { kind, fields } = whatPaperSays(pages, known, type)
  const { fields: onAnyPaper, pairs, cells } = understandPaper(reads, known, type)
  const told = (confidence: number, page: number) =>
    rounded(hasTwoPapers(pages[page - 1]?.faults ?? []) ? confidence / 2 : confidence)
  const placeOf = (page: number) => pages[page - 1]?.place ?? page
  const isKnown = type !== undefined || kind !== undefined
  const borne = onAnyPaper.map((field) => ({
    ...field,
    confidence: told(field.confidence, field.page),
    page: placeOf(field.page),
  }))
  return {
    type: type ?? kind?.type ?? null,
    typeConfidence: type === undefined ? (kind?.confidence ?? 0) : 1,
    text: reads.map(({ lines }) => textOfRows(rowsOf(lines))).join('\n\n'),
    fields: (isKnown ? fields.filter(({ source }) => source !== 'none') : borne).map(
      ({ name, text: value, normalised = null, confidence, box, page }) => {
        return { name, value, normalised, confidence: rounded(confidence), box: placed(box, page) }
      },
    ),
    pairs: [
      ...pairs.map(({ label, value, confidence, valueBox, page }) => ({
        label,
        value,
        confidence: told(confidence, page),
        box: placed(valueBox, placeOf(page)),
      })),
      ...cells.map(({ row, heading, value, confidence, box, page }) => ({
        label: [row, heading].filter((words) => words !== '').join(' – '),
        value,
        confidence: told(confidence, page),
        box: placed(box, placeOf(page)),
      })),
    ].filter(({ label, value }) => label !== '' && value !== ''),
    codes: pages.flatMap(({ read: { codes }, place }) =>
      codes.map(({ format, text, box }) => ({ format, text, box: placed(box, place) })),
    ),
  }
}

const rounded = (confidence: number): number => Math.round(confidence * 1_000) / 1_000
const placed = (box: Box | undefined, page: number): PlacedBox | null => (box ? { page, ...box } : null)
