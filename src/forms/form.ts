/** What a question asks for; each kind has its own reading, schema and check in `kinds/`. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'personal-name'
  | 'personal-id' // số định danh cá nhân
  | 'old-id' // chứng minh nhân dân 9 số
  | 'passport'
  | 'date'
  | 'birth-date'
  | 'phone'
  | 'email'
  | 'address'
  | 'commune'
  | 'choice'
  | 'confirm' // cam kết: a box to tick
  | 'number'
  | 'money'
  | 'business-code' // mã số doanh nghiệp, mã số thuế

export type FieldOption = { value: string; label: string; hint?: string }

/** Câu hỏi của tờ khai. */
export type FieldSpec = {
  /** Key in the data; letters, digits, `-`, `_`. */
  name: string
  kind: FieldKind
  label: string
  hint?: string
  required: boolean
  options?: FieldOption[]
  /** How the field is called inside a sentence, when the label with a small first letter does not do. */
  asked?: string
  /** Shown in "ví dụ …" when the answer is missing; each kind has its own otherwise. */
  example?: string
  /** Bounds of a number (in `unit`) or of money (whole đồng), both included. */
  min?: number
  max?: number
  /** Most digits after the comma; 2 unless told. */
  decimals?: number
  /** Word after the box: `m²`. */
  unit?: string
  maxLength?: number
  /** Asked only while another field of the form has this value. */
  when?: { field: string; is: string }
  /** A date that cannot lie after today. */
  past?: boolean
  /** A birth date: the personal-id field of the same person, whose digits must tell the same year. */
  bornWith?: string
  /** WCAG 1.3.5 token. */
  autoComplete?: string
}

export type FormSection = { title?: string; fields: FieldSpec[] }
export type FormPage = { id: string; title: string; sections: FormSection[] }
/** Mẫu do văn bản quy định mà tờ khai này theo. */
export type FormTemplate = {
  name: string
  /** Number and instrument only where the published procedure names them; never from memory. */
  number?: string
  instrument?: string
  /** Whether the questions have been compared with the text of the template. */
  certainty: 'confirmed' | 'law-to-verify'
}
export type FormLayout = {
  pages: FormPage[]
  /**
   * Set: the form asks only what is its own and stands between the pages common to every application (who applies, the
   * case, how the result is wanted). `behalf`: whether it may be filed for somebody else.
   */
  application?: { behalf: boolean }
  template?: FormTemplate
}
export type JsonSchema = Record<string, unknown>

/** Biểu mẫu điện tử, one version. `schema` (JSON Schema 2020-12) describes the data, `layout` the questions. */
export type FormDefinition = { id: string; version: number; schema: JsonSchema; layout: FormLayout }

/** Normalised answers by field name, as stored with a dossier. */
export type FormData = Record<string, unknown>

export type FieldError = { field: string; code: string; message: string }

export function fieldsOf(definition: Pick<FormDefinition, 'layout'>, pageId?: string): FieldSpec[] {
  const pages =
    pageId === undefined ? definition.layout.pages : definition.layout.pages.filter(({ id }) => id === pageId)
  return pages.flatMap((page) => page.sections.flatMap((section) => section.fields))
}

/** Whether a question is put, given the answers so far. */
export function isAsked(spec: FieldSpec, data: FormData): boolean {
  return spec.when === undefined || data[spec.when.field] === spec.when.is
}
