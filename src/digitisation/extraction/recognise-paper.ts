import type { Pair } from '../pairs/pairs.ts'
import { textOf, type Row } from '../pairs/segments.ts'
import { likeness } from '../pairs/likeness.ts'
import { formWords } from '../kinds/form-words.ts'
import { kindShares, type KindModel } from '../kinds/word-counts.ts'
import type { Printed } from './find-field.ts'
import type { ExtractionTemplate } from './template.ts'

/**
 * Which kind of paper a page is. `unsure` says it may be; nothing that is not known is called by the nearest name. `confidence` how
 * likely it is that kind, by whether title, labels and the words of the whole page agree.
 */
export type PaperKind = {
  type: string
  name: string
  likeness: number
  certainty: 'sure' | 'unsure'
  confidence: number
}

/** A title read this well is one; below, the paper is unknown. */
const TITLE_SURE = 0.88
const TITLE_POSSIBLE = 0.72
/** Share of the labels a paper of the kind bears. */
const LABELS_SURE = 0.5
const SAME_LABEL = 0.8
/** Title and labels on one side, the words of the page on the other. */
const CONFIDENCE = { sure: { agree: 0.98, differ: 0.6 }, unsure: { agree: 0.75, differ: 0.4 } }

/** What a page shows of the kinds it may be of; what it is called also depends on what the classifier has learned. */
export type KindEvidence = {
  candidates: (Pick<ExtractionTemplate, 'type' | 'name'> & { title: number; labels: number })[]
  words: ReadonlySet<string>
}

export function evidenceOn(
  page: Pick<Printed, 'rows' | 'pairs' | 'cells'>,
  templates: readonly ExtractionTemplate[],
): KindEvidence {
  const lines = titleLines(page.rows)
  const candidates = templates
    .map((template) => ({
      type: template.type,
      name: template.name,
      title: titleLikeness(template, lines, page.pairs),
      labels: labelShare(template, page.pairs),
    }))
    .filter(({ title, labels }) => title >= TITLE_POSSIBLE && labels > 0)
  return { candidates, words: formWords(page, templates) }
}

/** The kind whose title stands on the page and whose labels do; undefined when none fits. */
export function kindBy({ candidates, words }: KindEvidence, model: KindModel): PaperKind | undefined {
  if (candidates.length === 0) return undefined
  const shares = kindShares(model, words)
  const shareOf = (type: string) => shares.find((one) => one.type === type)?.share ?? 0
  const [best, second] = candidates
    .map((one) => ({ ...one, fit: one.title + one.labels + shareOf(one.type) }))
    .toSorted((a, b) => b.fit - a.fit)
  if (!best) return undefined
  const { type, name, title, labels, fit } = best
  const isAlone = !second || fit - second.fit > 0.05
  const isSure = title >= TITLE_SURE && labels >= LABELS_SURE && isAlone
  // A kind nobody has shown the classifier papers of has only its title and labels to speak for it.
  const agrees = !(type in model.kinds) || shareOf(type) === shares[0]?.share
  return {
    type,
    name,
    likeness: title,
    certainty: isSure && agrees ? 'sure' : 'unsure',
    confidence: CONFIDENCE[isSure ? 'sure' : 'unsure'][agrees ? 'agree' : 'differ'],
  }
}

/** A paper is called by the first of its pages that bears a title. */
export function kindOfPaper(pages: readonly KindEvidence[], model: KindModel): PaperKind | undefined {
  return pages.map((page) => kindBy(page, model)).find((kind) => kind !== undefined)
}

/** Titles stand in one row, or go on in the next. */
function titleLines(rows: readonly Row[]): string[] {
  const texts = rows.flatMap((row) => row.map(({ words }) => textOf(words)))
  return texts.flatMap((text, at) => [text, `${text} ${texts[at + 1] ?? ''}`])
}

/** The back of a card has no other title than its first label. */
function titleLikeness(
  { title, fields }: ExtractionTemplate,
  lines: readonly string[],
  pairs: readonly Pair[],
): number {
  const ownLabels = title.filter((words) => fields.some(({ label }) => label?.includes(words)))
  return Math.max(
    0,
    ...title.flatMap((words) => lines.map((line) => likeness(words, line, TITLE_POSSIBLE))),
    ...ownLabels.flatMap((words) => pairs.map(({ label }) => likeness(words, label, TITLE_POSSIBLE))),
  )
}

function labelShare({ fields }: ExtractionTemplate, pairs: readonly Pair[]): number {
  const labels = [...new Set(fields.flatMap(({ label }) => label?.[0] ?? []))]
  const seen = labels.filter((label) => pairs.some((pair) => likeness(pair.label, label, SAME_LABEL) >= SAME_LABEL))
  return labels.length === 0 ? 0 : seen.length / labels.length
}
