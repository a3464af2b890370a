import statutoryForms from '../../../data/codes/statutory-forms.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'

/** The seven forms of the one-stop rules, in the order of their numbers since 2025. */
export const FORM_KINDS = [
  'appointment-slip', // mẫu 01
  'supplement-request', // mẫu 02
  'refusal-notice', // mẫu 03
  'extension-notice', // mẫu 04
  'stop-notice', // mẫu 05
  'handling-sheet', // mẫu 06
  'register', // mẫu 07
] as const
export type FormKind = (typeof FORM_KINDS)[number]

/**
 * How a form is numbered beside the number the law gives the form itself. `dossier`: by the dossier's number of the day;
 * `unit-year`: one run for each issuing body and year. `ours`: the letters are not taken from a text we have read.
 */
export type FormNumbering = { symbol: string; counts: 'dossier' | 'unit-year'; certainty: 'law-to-verify' | 'ours' }

/** A form as the law numbers and names it in a stretch of time. `validTo` is the last day in force. */
export type StatutoryForm = {
  kind: FormKind
  number: string
  name: string
  paper: 'a4' | 'a5'
  instrument: string
  validFrom: LegalDate
  validTo: LegalDate | null
  certainty: 'law' | 'law-to-verify'
  numbering: FormNumbering | null
}

/** Every form with its dates, as the data has them. */
export const STATUTORY_FORMS = statutoryForms.forms as readonly StatutoryForm[]

/**
 * The form in force on the day a paper is issued; none is a gap in the data and a bug, never guessed. Căn cứ: Thông tư
 * 01/2018/TT-VPCP, Phụ lục; Thông tư 03/2025/TT-VPCP, Phụ lục I.
 */
export function formInForce(
  kind: FormKind,
  on: LegalDate,
  forms: readonly StatutoryForm[] = STATUTORY_FORMS,
): StatutoryForm {
  const found = forms.find(
    (form) => form.kind === kind && form.validFrom <= on && (form.validTo === null || on <= form.validTo),
  )
  if (!found) throw new Error(`no statutory form ${kind} on ${on}`)
  return found
}
