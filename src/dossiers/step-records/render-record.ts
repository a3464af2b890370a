import { formatDate, vietnamDate, vietnamTime, type LegalDate } from '../../platform/dates.ts'
import { renderTypstWithAnchors } from '../../platform/pdf.ts'
import { prepareFields } from '../../signing/index.ts'
import type { IssuingAgency } from '../papers/dossier-paper.ts'
import type { RecordKind } from './step-record.ts'
import { recordTexts } from './texts.ts'

/** Where the officer signs. */
export const SIGN_FIELD = 'nguoi-lam-buoc'

/** What stands on the record: who concludes what about which dossier. */
export type RecordSheet = {
  kind: RecordKind
  agency: IssuingAgency
  dossierCode: string
  procedureName: string
  applicantName: string
  stepName: string
  outcome: string
  note: string
  officerName: string
  /** What the officer had before them and says yes to, named by content. */
  signedOver: { name: string; sha256: string }[]
  now: Date
}

/** The record as PDF/A-2b with an empty signature field over the officer's name. */
export async function renderRecord(sheet: RecordSheet): Promise<{ pdf: Buffer; pages: number }> {
  const { kind, now, stepName, procedureName, applicantName, officerName, ...shown } = sheet
  const words = recordTexts[kind]
  const issuedOn: LegalDate = vietnamDate(now)
  const { pdf, anchors, pages } = await renderTypstWithAnchors({
    template: 'src/dossiers/step-records/step-record.typ',
    title: `${words.title} ${sheet.dossierCode}`,
    date: now,
    data: {
      ...shown,
      size: 'a4',
      title: words.title,
      role: words.role,
      outcomeLabel: words.outcome,
      officer: officerName,
      issuedOn,
      printed: `${vietnamTime(now)}, ${formatDate(issuedOn)}`,
      about: [
        { label: recordTexts.procedure, value: procedureName },
        { label: recordTexts.applicant, value: applicantName },
        { label: recordTexts.step, value: stepName },
      ],
    },
  })
  const place = anchors.sign
  if (!place) throw new Error('the record leaves no room for a signature')
  const { page, x, y, width, height } = place
  const rect: [number, number, number, number] = [x, y, x + width, y + height]
  return { pdf: await prepareFields(pdf, { texts: [], signatures: [{ name: SIGN_FIELD, page, rect }] }), pages }
}
