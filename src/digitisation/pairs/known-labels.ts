import file from '../../../data/digitisation/templates.json' with { type: 'json' }
import { likeness } from './likeness.ts'

const SAME = 0.85

/** Of two words or more: one alone may be the end of a label nobody knows. */
const labels = new Set(
  file.templates
    .flatMap(({ fields }) => fields.flatMap(({ label }) => label ?? []))
    .filter((label) => label.includes(' ')),
)
const known = new Map<string, boolean>()

/** Whether some paper we know bears this label: then it begins one, wherever it stands in its row. */
export function isKnownLabel(text: string): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  const is = [...labels].some((label) => Math.abs(label.length - text.length) < 4 && likeness(label, text) >= SAME)
  if (known.size < 5_000) known.set(text, is)
  return is
}
