import type { Pair } from '../pairs/pairs.ts'
import { textOf, type Row } from '../pairs/segments.ts'
import { likeness } from '../pairs/likeness.ts'
import type { ExtractionTemplate } from './template.ts'

/** Which kind of paper a page is. `unsure` says it may be; nothing that is not known is called by the nearest name. */
export type PaperKind = { type: string; name: string; likeness: number; certainty: 'sure' | 'unsure' }

/** A title read this well is one; below, the paper is unknown. */
const TITLE_SURE = 0.88
const TITLE_POSSIBLE = 0.72
/** Share of the labels a paper of the kind bears. */
const LABELS_SURE = 0.5
const SAME_LABEL = 0.8

/** The kind whose title stands on the page and whose labels do; undefined when none fits. */
export function recognisePaper(
  { rows, pairs }: { rows: readonly Row[]; pairs: readonly Pair[] },
  templates: readonly ExtractionTemplate[],
): PaperKind | undefined {
  const lines = titleLines(rows)
  const candidates = templates
    .map((template) => ({ template, title: titleLikeness(template, lines), labels: labelShare(template, pairs) }))
    .filter(({ title, labels }) => title >= TITLE_POSSIBLE && labels > 0)
    .toSorted((a, b) => b.title + b.labels - (a.title + a.labels))
  const [best, second] = candidates
  if (!best) return undefined
  const isAlone = !second || best.title + best.labels - (second.title + second.labels) > 0.05
  const isSure = best.title >= TITLE_SURE && best.labels >= LABELS_SURE && isAlone
  const { type, name } = best.template
  return { type, name, likeness: best.title, certainty: isSure ? 'sure' : 'unsure' }
}

/** Titles stand in one row, or go on in the next; labels of cards are taken for titles too. */
function titleLines(rows: readonly Row[]): string[] {
  const texts = rows.flatMap((row) => row.map(({ words }) => textOf(words)))
  return texts.flatMap((text, at) => [text, `${text} ${texts[at + 1] ?? ''}`])
}

function titleLikeness({ title }: ExtractionTemplate, lines: readonly string[]): number {
  return Math.max(0, ...title.flatMap((words) => lines.map((line) => likeness(words, line))))
}

function labelShare({ fields }: ExtractionTemplate, pairs: readonly Pair[]): number {
  const labels = [...new Set(fields.flatMap(({ label }) => label?.[0] ?? []))]
  const seen = labels.filter((label) => pairs.some((pair) => likeness(pair.label, label) >= SAME_LABEL))
  return labels.length === 0 ? 0 : seen.length / labels.length
}
