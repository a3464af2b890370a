import { formatDate, type LegalDate } from '../../platform/dates.ts'
import type { RenderedPaper } from '../../platform/pdf.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderForm } from './render-form.ts'

/** Mẫu số 02: phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Circular 03/2025, Appendix I). */
export type SupplementRequestPaper = Omit<DossierPaper, 'dossierCode'> & {
  /** Null when it is given at the desk before anything was received. */
  dossierCode: string | null
  /** mã hướng dẫn: by which the next visit goes on; printed when there is no dossier yet. */
  guidanceCode?: string
  /** What must be completed, each with how to do it when that needs saying. */
  items: { what: string; how: string | null }[]
  reason: string
  /** Where the request arises: at reception or while appraising. */
  stage: string
  legalBasis: string | null
  /** Last day to supply, when one is set. */
  supplyBy: LegalDate | null
  approvedBy: string | null
  contact: { fullName: string; phone: string }
}

/** Mẫu số 02 as PDF/A-2b, with the anchor `sign` over the officer's name. */
export function renderSupplementRequest(paper: SupplementRequestPaper): Promise<RenderedPaper> {
  return renderForm('supplement-request', paper, { supplyBy: paper.supplyBy && formatDate(paper.supplyBy) })
}
