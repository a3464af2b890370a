import type { RenderedPaper } from '../../platform/pdf.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderForm } from './render-form.ts'

/** Mẫu số 03: phiếu từ chối tiếp nhận, giải quyết hồ sơ (Circular 03/2025, Appendix I), as issued at reception. */
export type RejectionNoticePaper = DossierPaper & {
  reasons: string[]
  /** căn cứ: the provisions the refusal rests on; never empty. */
  legalBases: string[]
  /** What the person can do instead: another office, another procedure, a complaint. */
  advice: string | null
  contact: { fullName: string; phone: string }
}

/** Mẫu số 03 as PDF/A-2b, with the anchor `sign` over the officer's name. */
export function renderRejectionNotice(paper: RejectionNoticePaper): Promise<RenderedPaper> {
  return renderForm('refusal-notice', paper)
}
