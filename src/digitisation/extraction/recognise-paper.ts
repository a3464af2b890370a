import type { Pair } from '../pairs/pairs.ts'
import { textOf, type Row } from '../pairs/segments.ts'
import { likeness } from '../pairs/likeness.ts'
import { kindShares, type KindModel } from '../kinds/word-counts.ts'
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

/** The kind whose title stands on the page and whose labels do; undefined when none fits. */
export function recognisePaper(
  { rows, pairs }: { rows: readonly Row[]; pairs: readonly Pair[] },
  templates: readonly ExtractionTemplate[],
  model: KindModel,
): PaperKind | undefined {
  const lines = titleLines(rows)
  const shares = kindShares(model, rows.map((row) => row.map(({ words }) => textOf(words)).join(' ')).join('\n'))
  const shareOf = (type: string) => shares.find((one) => one.type === type)?.share ?? 0
  const candidates = templates
    .map((template) => ({
      template,
      title: titleLikeness(template, lines, pairs),
      labels: labelShare(template, pairs),
    }))
    .filter(({ title, labels }) => title >= TITLE_POSSIBLE && labels > 0)
    .map((one) => ({ ...one, fit: one.title + one.labels + shareOf(one.template.type) }))
    .toSorted((a, b) => b.fit - a.fit)
  const [best, second] = candidates
  if (!best) return undefined
  const isAlone = !second || best.fit - second.fit > 0.05
  const isSure = best.title >= TITLE_SURE && best.labels >= LABELS_SURE && isAlone
  const { type, name } = best.template
  // A kind nobody has shown the classifier papers of has only its title and labels to speak for it.
  const agrees = !(type in model.kinds) || shares[0]?.type === type
  return {
    type,
    name,
    likeness: best.title,
    certainty: isSure && agrees ? 'sure' : 'unsure',
    confidence: CONFIDENCE[isSure ? 'sure' : 'unsure'][agrees ? 'agree' : 'differ'],
  }
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
    ...title.flatMap((words) => lines.map((line) => likeness(words, line))),
    ...ownLabels.flatMap((words) => pairs.map(({ label }) => likeness(words, label))),
  )
}

function labelShare({ fields }: ExtractionTemplate, pairs: readonly Pair[]): number {
  const labels = [...new Set(fields.flatMap(({ label }) => label?.[0] ?? []))]
  const seen = labels.filter((label) => pairs.some((pair) => likeness(pair.label, label) >= SAME_LABEL))
  return labels.length === 0 ? 0 : seen.length / labels.length
}
