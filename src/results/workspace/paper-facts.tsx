import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { SummaryList, type SummaryRow } from '../../ui/index.ts'
import { nameOf, type DossierView } from '../../dossiers/index.ts'
import type { ResultView } from '../get-result.ts'
import { initialsTexts } from '../initials/texts.ts'
import { fileAt } from '../result.ts'
import { texts } from './texts.ts'

/** What one needs to know before approving, signing or sealing. */
export function PaperFacts({ view: { result, files, issued }, dossier }: { view: ResultView; dossier: DossierView }) {
  const conclusion = dossier.appraisals.at(-1)
  const initialled = fileAt(result, files, 'initialled')
  const rows: (SummaryRow | null)[] = [
    { label: texts.applicant, value: nameOf(dossier.dossier.applicant) },
    { label: texts.procedure, value: `${dossier.procedure.code} ${shortened(dossier.procedure.name)}` },
    conclusion ? { label: texts.conclusion, value: `${conclusion.note} (${conclusion.byName})` } : null,
    { label: texts.draftedBy, value: result.draftedByName },
    { label: texts.draftedAt, value: formatDateTime(result.draftedAt), figures: true },
    initialled
      ? { label: initialsTexts.label, value: formatDateTime(initialled.madeAt), figures: true }
      : result.state === 'draft' && result.blankKind === null
        ? { label: initialsTexts.label, value: initialsTexts.none }
        : null,
    result.version > 1 ? { label: texts.version, value: String(result.version), figures: true } : null,
    result.approvedByName ? { label: texts.approvedBy, value: result.approvedByName } : null,
    { label: texts.signatory, value: `${result.content.signature.fullName}, ${result.content.signature.position}` },
    issued ? { label: texts.number, value: issued.numberText, figures: true } : null,
    issued ? { label: texts.issuedOn, value: formatDate(issued.issuedOn), figures: true } : null,
    issued
      ? { label: texts.verification, value: <span class="dau-van-ban">{issued.verificationCode}</span>, figures: true }
      : null,
  ]
  return <SummaryList rows={rows.filter((row) => row !== null)} />
}

/** Names of procedures run to five lines; the dossier's own page has them whole. */
function shortened(name: string): string {
  if (name.length <= 90) return name
  return `${name.slice(0, 90).replace(/\s+\S*$/, '')}…`
}
