import file from '../../../data/digitisation/kind-samples.json' with { type: 'json' }
import { evidenceOf, printedOn } from '../extraction/understand-paper.ts'
import type { ExtractionTemplate } from '../extraction/template.ts'
import { linesOfText } from '../pairs/lines-of-text.ts'
import type { SettledPaper } from './measure-kinds.ts'

const [WIDTH, HEIGHT] = [2_000, 3_000]

/** Pages of invented papers of every kind that comes with the system, and of kinds it does not know: what is told of them must not be lost. */
export function samplePapers(templates: readonly ExtractionTemplate[]): SettledPaper[] {
  return file.samples.map(({ type, rows }) => {
    const page = printedOn(1, { lines: linesOfText(rows), width: WIDTH, height: HEIGHT })
    return { type, pages: evidenceOf([page], templates), words: new Set() }
  })
}
