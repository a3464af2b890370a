import { formatDate, weekdayName, type LegalDate } from '../../platform/dates.ts'
import type { RenderedPaper } from '../../platform/pdf.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { renderForm } from './render-form.ts'

/** Mẫu số 04: văn bản xin lỗi và đề nghị gia hạn (Circular 03/2025, Appendix I). */
export type ExtensionNoticePaper = DossierPaper & {
  submitterName: string
  receivedOn: LegalDate
  /** The day promised before. */
  promisedOn: LegalDate
  reason: string
  /** The new day; there is no second one. */
  newDueOn: LegalDate
  contact: { fullName: string; phone: string }
}

/** Mẫu số 04 as PDF/A-2b, with the anchor `sign` over the name of the head. */
export function renderExtensionNotice(paper: ExtensionNoticePaper): Promise<RenderedPaper> {
  const day = (on: LegalDate) => `${weekdayName(on)}, ngày ${formatDate(on)}`
  return renderForm('extension-notice', paper, {
    received: formatDate(paper.receivedOn),
    promised: day(paper.promisedOn),
    newDue: day(paper.newDueOn),
  })
}
