import { renderTypstWithAnchors, type RenderedPaper } from '../../platform/pdf.ts'
import { qrSvg } from '../../platform/qr.ts'
import { printedNote } from './appointment-slip.ts'
import type { DossierPaper } from './dossier-paper.ts'

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
export async function renderStopNotice(paper: StopNoticePaper): Promise<RenderedPaper> {
  return renderTypstWithAnchors({
    template: 'src/dossiers/papers/stop-notice.typ',
    title: `Thông báo dừng giải quyết hồ sơ ${paper.dossierCode}`,
    date: paper.printedAt,
    data: { ...paper, qr: await qrSvg(paper.trackingAddress), printed: printedNote(paper.printedAt) },
  })
}
