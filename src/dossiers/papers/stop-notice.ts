import type { RenderedPaper } from '../../platform/pdf.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderForm } from './render-form.ts'

/** Mẫu số 05: thông báo dừng giải quyết hồ sơ (Circular 03/2025, Appendix I). */
export type StopNoticePaper = DossierPaper & {
  submitterName: string
  /** Which of the three grounds, in words. */
  ground: string
  reason: string
  legalBasis: string
  contact: { fullName: string; phone: string }
}

/** Mẫu số 05 as PDF/A-2b, with the anchor `sign` over the officer's name. */
export function renderStopNotice(paper: StopNoticePaper): Promise<RenderedPaper> {
  return renderForm('stop-notice', paper)
}
