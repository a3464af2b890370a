import { barCodeSvg } from '../../platform/bar-code.ts'
import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { renderTypstWithAnchors, type RenderedPaper } from '../../platform/pdf.ts'
import { qrSvg } from '../../platform/qr.ts'
import type { DossierPaper } from './dossier-paper.ts'
import { formInForce, type FormKind } from './statutory-form.ts'
import { formMark } from './texts.ts'

type CodedPaper = Pick<DossierPaper, 'issuedOn' | 'trackingAddress' | 'printedAt'> & {
  dossierCode: string | null
  guidanceCode?: string
}

/**
 * Renders a form as PDF/A-2b with the marks all of them bear: number of the form in force that day, QR code of the address
 * to follow it by, bar code of the dossier code (of the guidance code while there is no dossier), moment of printing.
 */
export async function renderForm(
  kind: FormKind,
  paper: CodedPaper,
  data: Record<string, unknown> = {},
): Promise<RenderedPaper> {
  const form = formInForce(kind, paper.issuedOn)
  const code = paper.dossierCode ?? paper.guidanceCode ?? ''
  return renderTypstWithAnchors({
    template: `src/dossiers/papers/${kind}.typ`,
    title: `${form.name} ${code}`.trim(),
    date: paper.printedAt,
    data: {
      ...paper,
      formName: form.name,
      formMark: formMark(form),
      qr: await qrSvg(paper.trackingAddress),
      bars: code === '' ? null : await barCodeSvg(code),
      printed: printedNote(paper.printedAt),
      ...data,
    },
  })
}

/** `09:48, 20/11/2026` for the foot of a printed paper. */
function printedNote(instant: Date): string {
  return `${vietnamTime(instant)}, ${formatDate(vietnamDate(instant))}`
}
