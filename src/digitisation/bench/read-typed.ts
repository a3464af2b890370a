import { kindOf, type FieldSpec } from '../../forms/index.ts'
import { mendAddress } from '../extraction/mend-address.ts'
import type { KnownOfPapers } from '../extraction/understand-paper.ts'
import type { PaperValue } from './value.ts'

export type TypedValue = { normalised: unknown; faults: string[] }

/**
 * What a person's words are, by the kind of the field: what was read or proposed already is known, anything else is read as forms read
 * it. A paper of no known kind has words alone.
 */
export function readTyped(
  text: string,
  value: Pick<PaperValue, 'name' | 'label' | 'readText' | 'readNormalised' | 'alternatives' | 'faults'>,
  type: string | null,
  { templates, today, communes }: KnownOfPapers,
): TypedValue {
  const { name, label, readText, readNormalised, alternatives, faults } = value
  if (text === readText) return { normalised: readNormalised, faults }
  const proposed = alternatives.find((one) => one.text === text)
  if (proposed) return { normalised: proposed.normalised ?? null, faults: [] }
  const field = templates.find((one) => one.type === type)?.fields.find((one) => one.name === name)
  if (!field) return { normalised: text, faults: [] }
  if (field.options)
    return field.options.includes(text)
      ? { normalised: text, faults: [] }
      : { normalised: null, faults: ['not-an-option'] }
  const kind = kindOf(field.kind)
  const spec: FieldSpec = { name, kind: field.kind, label, required: true }
  const reading = kind.read(field.kind === 'address' ? mendAddress(text, communes) : text, spec, { today })
  if (!('value' in reading))
    return { normalised: null, faults: ['problem' in reading ? reading.problem : 'unreadable'] }
  const fault = kind.check?.(reading.value, spec, { today })?.problem
  return { normalised: reading.value, faults: fault === undefined ? [] : [fault] }
}
