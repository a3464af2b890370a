import type { Comparison } from './comparison.ts'
import { both, type Condition } from './condition.ts'

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
  | 'month' // tháng, năm
  | 'year'
  | 'time'
  | 'phone'
  | 'email'
  | 'address'
  | 'commune'
  | 'place' // địa chỉ ở bất cứ đâu trong nước: tỉnh, xã và chi tiết
  | 'choice'
  | 'choices'
  | 'confirm' // cam kết: a box to tick
  | 'number'
  | 'money'
  | 'business-code' // mã số doanh nghiệp, mã số thuế

/** Words that have English beside them; what has none stays Vietnamese, on a page in English marked as such. */
export type Spoken<Part extends string> = {
  en?: { [Key in Part]?: string }
  /** Made for a page in English, never stored: these words are Vietnamese. */
  isVietnamese?: true
}

export type FieldOption = { value: string; label: string; hint?: string } & Spoken<'label' | 'hint'>

/** Data somebody else already holds of the person, and whether the law lets them say otherwise. */
export type Prefill = {
  fact: string
  change: 'allowed' | 'refused'
  /** Put in only while this holds, such as the mother's name when the mother applies. */
  when?: Condition
}

/** Câu hỏi của tờ khai. */
export type FieldSpec = {
  /** Key in the data; letters, digits, `-`, `_`. */
  name: string
  kind: FieldKind
  label: string
  /** One line under the label. */
  hint?: string
  /** How to fill it in, at length; folded away until asked for. */
  help?: string
  required: boolean
  options?: FieldOption[]
  /** How the field is called inside a sentence, when the label with a small first letter does not do. */
  asked?: string
  /** Shown in "ví dụ …" when the answer is missing; each kind has its own otherwise. */
  example?: string
  /** Bounds of a number (in `unit`), of money (whole đồng), of a year or of how many boxes are ticked, both included. */
  min?: number
  max?: number
  /** Most digits after the comma; 2 unless told. */
  decimals?: number
  /** Word after the box: `m²`. */
  unit?: string
  minLength?: number
  maxLength?: number
  /** What a text must look like (ECMAScript, whole answer); `patternHint` says it in words. */
  pattern?: string
  patternHint?: string
  /** Asked only while this holds: of the same entry within a group, of the form elsewhere. */
  when?: Condition
  /** A date that cannot lie after today. */
  past?: boolean
  /** Days, times or amounts of other questions it must not contradict. */
  compared?: Comparison[]
  /** A birth date: the personal-id field of the same person, whose digits must tell the same year. */
  bornWith?: string
  /** A place: only province and commune are asked for, such as quê quán. */
  withoutDetail?: boolean
  prefill?: Prefill
  /** WCAG 1.3.5 token. */
  autoComplete?: string
  /** What stands before the answer on paper, when it is not the label. */
  printLabel?: string
} & Spoken<'label' | 'hint' | 'help' | 'asked' | 'example' | 'unit' | 'patternHint'>

/** Nhóm lặp lại, such as thành viên gia đình: the fields of its section are asked once an entry. */
export type Repeat = {
  name: string
  min: number
  max: number
  /** One of them: `thành viên`. */
  entry: string
} & Spoken<'entry'>

export type FormSection = {
  title?: string
  intro?: string
  when?: Condition
  repeat?: Repeat
  fields: FieldSpec[]
} & Spoken<'title' | 'intro'>
export type FormPage = {
  id: string
  title: string
  intro?: string
  when?: Condition
  sections: FormSection[]
} & Spoken<'title' | 'intro'>

/** Mẫu do văn bản quy định mà tờ khai này theo. */
export type FormTemplate = {
  name: string
  /** Number and instrument only where the published procedure names them; never from memory. */
  number?: string
  instrument?: string
  /** Whether the questions have been compared with the text of the template. */
  certainty: 'confirmed' | 'law-to-verify'
  /** What of it must still be compared, and with which text. */
  toVerify?: string
}

/** How the filled form looks on paper; each part has a default, the heading comes from the template. */
export type PrintLayout = {
  title?: string
  /** Kính gửi, where the template names another than the deciding agency. */
  addressee?: string
  closing?: string
  /** Above the signature: `Người yêu cầu`. */
  signer?: string
  /** Somebody who signs beside them, on the left. */
  coSigner?: string
  /** Answers numbered through the form, from the first page to the last. */
  numbered?: boolean
}

export type FormLayout = {
  pages: FormPage[]
  /**
   * Set: the form asks only what is its own and stands between the pages common to every application (who applies, the
   * case, how the result is wanted). `behalf`: whether it may be filed for somebody else.
   */
  application?: { behalf: boolean }
  template?: FormTemplate
  print?: PrintLayout
}
export type JsonSchema = Record<string, unknown>

/**
 * The format of stored forms. 1 had no groups, no combined conditions and no mark of its format, 2 no English, 3 no answers
 * compared with others.
 */
export const FORM_FORMAT = 4

/** Biểu mẫu điện tử, one version. `schema` (JSON Schema 2020-12) describes the data, `layout` the questions. */
export type FormDefinition = { id: string; version: number; format?: number; schema: JsonSchema; layout: FormLayout }

/** Normalised answers by field name, as stored with a dossier; a group is a list of its entries. */
export type FormData = Record<string, unknown>

/** `field` is the name, or the path within a group: `members.1.fullName`. */
export type FieldError = { field: string; code: string; message: string }

type HasLayout = Pick<FormDefinition, 'layout'>

/** A section with the page it stands on and everything it waits for. */
export type PlacedSection = { section: FormSection; pageId: string; when: Condition | undefined }

export function sectionsOf({ layout }: HasLayout, pageId?: string): PlacedSection[] {
  const pages = pageId === undefined ? layout.pages : layout.pages.filter(({ id }) => id === pageId)
  return pages.flatMap((page) =>
    page.sections.map((section) => ({ section, pageId: page.id, when: both(page.when, section.when) })),
  )
}

/** The questions asked once, each with everything it waits for. */
export function fieldsOf(definition: HasLayout, pageId?: string): FieldSpec[] {
  return sectionsOf(definition, pageId)
    .filter(({ section }) => !section.repeat)
    .flatMap(({ section, when }) => section.fields.map((spec) => waitingFor(spec, when)))
}

export type Group = Repeat & { title: string | undefined; fields: FieldSpec[]; when: Condition | undefined }

export function groupsOf(definition: HasLayout, pageId?: string): Group[] {
  return sectionsOf(definition, pageId).flatMap(({ section, when }) =>
    section.repeat ? [{ ...section.repeat, title: section.title, fields: section.fields, when }] : [],
  )
}

/** Names of the questions and groups of a page: what the data and, before the first dot, the boxes are called. */
export function namesOf(definition: HasLayout, pageId?: string): Set<string> {
  return new Set([...fieldsOf(definition, pageId), ...groupsOf(definition, pageId)].map(({ name }) => name))
}

/** `members.1.fullName` belongs to `members`. */
export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path
}

/** A question with what its section and page wait for besides. */
export function waitingFor(spec: FieldSpec, when: Condition | undefined): FieldSpec {
  return when === undefined ? spec : { ...spec, when: both(when, spec.when) }
}
