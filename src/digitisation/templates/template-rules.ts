import type { Reason } from '../../platform/refusal.ts'
import type { ExtractionTemplate, TemplateField } from '../extraction/template.ts'

export type TemplateState = 'draft' | 'in-force' | 'replaced'

/** A version of a template an administrator made. `version` is that of the row, against two who change it at once. */
export type StoredTemplate = {
  id: string
  typeCode: string
  no: number
  content: ExtractionTemplate
  state: TemplateState
  madeByName: string
  madeAt: Date
  publishedAt: Date | null
  version: number
}

/** Why a template cannot be put in force; a fault names the field it is in. */
export function whyNotPublish({ title, fields }: ExtractionTemplate, samplesRead: number): Reason | undefined {
  if (title.length === 0) return { code: 'digitisation.template-untitled' }
  if (fields.length === 0) return { code: 'digitisation.template-empty' }
  const faulty = fields.find((field) => faultOfField(field) !== undefined)
  if (faulty) return { code: 'digitisation.template-faulty', facts: { label: faulty.words } }
  if (samplesRead === 0) return { code: 'digitisation.template-untried' }
  return undefined
}

export type FieldFault = 'no-place' | 'bad-area' | 'bad-part'

/** What keeps a field from ever being found. */
export function faultOfField({ label = [], cell, find, area, part }: TemplateField): FieldFault | undefined {
  if (label.length === 0 && !cell && !find && !area) return 'no-place'
  if (area && !(area.left < area.right && area.top < area.bottom)) return 'bad-area'
  return part !== undefined && !isPattern(part) ? 'bad-part' : undefined
}

function isPattern(part: string): boolean {
  try {
    return new RegExp(part, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** A field in its place of the list, or the list without it. */
export function withField(
  template: ExtractionTemplate,
  name: string,
  field: TemplateField | undefined,
): ExtractionTemplate {
  const known = template.fields.some((one) => one.name === name)
  const changed = template.fields.flatMap((one) => (one.name === name ? (field ?? []) : one))
  return { ...template, fields: known || !field ? changed : [...template.fields, field] }
}
