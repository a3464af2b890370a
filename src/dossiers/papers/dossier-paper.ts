import type { LegalDate } from '../../platform/dates.ts'

/** cơ quan ban hành: the line above is the body it belongs to; `place` stands before the date. */
export type IssuingAgency = { parent: string | null; name: string; place: string; phone: string | null }

/** A person as the paper names them; identity numbers come masked. */
export type PaperPerson = {
  fullName: string
  personalId: string | null
  address: string | null
  phone: string | null
  email: string | null
}

/** What all papers of a dossier carry. */
export type DossierPaper = {
  size: 'a4' | 'a5'
  agency: IssuingAgency
  /** số giấy, e.g. `118/TNHS`; null leaves room to write it. */
  number: string | null
  issuedOn: LegalDate
  dossierCode: string
  trackingAddress: string
  applicant: PaperPerson
  procedure: { code: string; name: string }
  officer: { fullName: string; position: string | null }
  /** Footer on the left, such as `Liên 2, giao người nộp`. */
  copyNote: string | null
  printedAt: Date
}
