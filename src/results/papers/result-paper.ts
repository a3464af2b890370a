import { foldText } from '../../platform/text.ts'
import { renderTypstWithAnchors, type Anchor } from '../../platform/pdf.ts'
import { qrSvg } from '../../platform/qr.ts'
import type { BatchLine, ResultContent } from '../result.ts'
import { chooseResultTemplate, type ResultTemplate } from './choose-template.ts'

/** What a drafted result says; number, date, signature and seal are added to the PDF later, at its anchors. */
export type ResultPaper = {
  /** Result name of the procedure; it chooses the template and heads the paper. */
  title: string
  /** trích yếu; what a decision is about, what a letter is about. Null: taken from the title where it says so. */
  subject: string | null
  /** Watermark `DỰ THẢO` on every page. */
  draft: boolean
  agency: { parent: string | null; name: string; place: string }
  /** Who decides, as a decision names it above its bases: `CHỦ TỊCH UỶ BAN NHÂN DÂN PHƯỜNG BÃI CHÁY`. */
  decidedBy: string
  addressee: string
  /** căn cứ, with or without the word itself */
  legalBases: string[]
  /** Paragraphs; the articles of a decision, the reasons of a rejection. */
  body: string[]
  /** The answers the result certifies, in the order of the form. */
  facts: { label: string; value: string }[]
  /** nơi nhận */
  recipients: string[]
  /** quyền hạn, chức vụ: `TM. UỶ BAN NHÂN DÂN` / `KT. CHỦ TỊCH`, then the position and the name. */
  signature: { authority: string[]; position: string; fullName: string; automatic?: boolean }
  procedure: { code: string; name: string }
  dossierCode: string
  /** Where anybody checks the paper; `link` goes into the QR code. */
  /** On a decision for many: the applicants, on pages of their own. */
  list?: BatchLine[]
  extractOf?: NonNullable<ResultContent['extractOf']>
  verification: { code: string; address: string; link: string }
  draftedAt: Date
}

/** Room for what comes after drafting: AcroForm fields `number` and `date`, images of `sign` and `seal`. */
export type ResultAnchors = Record<'number' | 'date' | 'sign' | 'seal', Anchor>
export type RenderedResult = { pdf: Buffer; anchors: ResultAnchors; pages: number; template: ResultTemplate }

/** The result as PDF/A-2b. `template` overrides the one its title asks for, as when a licence is refused. */
export async function renderResultPaper(paper: ResultPaper, template?: ResultTemplate): Promise<RenderedResult> {
  const chosen = template ?? chooseResultTemplate(paper.title)
  const { pdf, anchors, pages } = await renderTypstWithAnchors({
    template: `src/results/papers/${chosen}.typ`,
    title: paper.title,
    date: paper.draftedAt,
    data: {
      ...paper,
      subject: paper.subject ?? subjectOf(paper.title, chosen),
      legalBases: paper.legalBases.map((basis) => basis.replace(/^căn cứ\s+/iu, '').replace(/[;.,\s]+$/, '')),
      isLetter: /^(van ban|cong van)/.test(foldText(paper.title)),
      qr: await qrSvg(paper.verification.link),
    },
  })
  const { number, date, sign, seal } = anchors
  if (!number || !date || !sign || !seal) throw new Error(`the template ${chosen} lacks an anchor`)
  return { pdf, anchors: { number, date, sign, seal }, pages, template: chosen }
}

const COPY_STATEMENT = 'Chứng thực bản sao đúng với bản chính'

/** `Quyết định hưởng trợ cấp` → `Về việc hưởng trợ cấp`; a decision or notice named by that word alone has no subject. */
export function subjectOf(title: string, template: ResultTemplate): string | null {
  if (template === 'certification') return foldText(title).startsWith('ban sao') ? COPY_STATEMENT : title
  if (template !== 'decision' && template !== 'reply') return null
  const about = title.replace(
    /^(quyết định hành chính|quyết định|thông báo bằng văn bản|thông báo)\s*(về\s+)?(việc\s+)?/iu,
    '',
  )
  return about === '' || about === title ? null : `Về việc ${about}`
}
