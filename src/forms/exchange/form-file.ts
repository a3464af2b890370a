import { Type, type Static } from 'typebox'
import { nfcDeep } from '../../platform/text.ts'
import { parseInput } from '../../platform/parse-input.ts'
import { Refusal } from '../../platform/refusal.ts'
import { FORM_FORMAT, type FormDefinition, type FormLayout } from '../form.ts'
import { FormCode, FormVersionNumber, LayoutInput } from '../form-input.ts'
import { whyUnsound } from '../why-unsound.ts'

const MARK = 'motcua-form'

/** A form as a file: what another province needs to publish the same one. The schema is made from the layout, so it is left out. */
const FormFile = Type.Object(
  {
    kind: Type.Literal(MARK),
    format: Type.Integer({ minimum: 1, maximum: FORM_FORMAT }),
    code: FormCode,
    version: FormVersionNumber,
    layout: LayoutInput,
  },
  { additionalProperties: false },
)
export type CarriedForm = Omit<Static<typeof FormFile>, 'kind' | 'format' | 'layout'> & { layout: FormLayout }

/** The file of a form: JSON in one order of keys, so that equal forms are equal files. */
export function exportForm({ id, version, layout }: Pick<FormDefinition, 'id' | 'version' | 'layout'>): string {
  return `${JSON.stringify(ordered({ kind: MARK, format: FORM_FORMAT, code: id, version, layout }), null, 2)}\n`
}

/** Reads such a file, or one of form.io. Refuses with `forms.unreadable-file`, `platform.invalid-input`, `forms.unsound`. */
export function importForm(text: string): CarriedForm {
  const { code, version, layout } = parseInput(FormFile, parsed(text))
  const reason = whyUnsound(layout)
  if (reason) throw new Refusal('forms.unsound', { reason })
  return { code, version, layout }
}

export function parsed(text: string): unknown {
  try {
    return nfcDeep(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    throw new Refusal('forms.unreadable-file')
  }
}

/** Keys by the alphabet, absent ones left out; lists as they are. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]))
}
