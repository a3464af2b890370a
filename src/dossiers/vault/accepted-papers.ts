import { isOneOff, typeOfPaper, type Proof, type StoredFile } from '../../documents/index.ts'
import type { DossierComponent, Dossier } from '../dossier.ts'

export type AskedPaper = { code: string; name: string; eform: boolean }
export type AcceptedPaper = { component: DossierComponent; paper: AskedPaper; files: readonly StoredFile[] }
type Filed = Pick<Dossier, 'applicant' | 'applicantCitizenId' | 'submitterCitizenId'>

/**
 * What an accepted paper is kept as. A scan the desk made of an original was compared with it; what a person sent was only seen, and
 * is kept only in the sender's own vault: nobody puts papers into another's.
 */
export function proofOf({ component, files }: AcceptedPaper, dossier: Filed): Proof | undefined {
  const byDesk = files.every(({ uploadedBy }) => uploadedBy.startsWith('officer:'))
  if (byDesk && component.form === 'original') return 'compared'
  if (byDesk && component.form === 'certified-copy') return 'certified-copy'
  const { applicant, applicantCitizenId, submitterCitizenId } = dossier
  const isOwn = applicantCitizenId !== null && applicantCitizenId === submitterCitizenId
  return byDesk || (isOwn && applicant.kind === 'citizen') ? 'seen' : undefined
}

/** The papers of a dossier that may be kept for another time: no declarations, nothing made for this request alone, nothing infected. */
export function papersToKeep(
  components: readonly DossierComponent[],
  papers: readonly AskedPaper[],
  files: ReadonlyMap<string, StoredFile>,
  fromVault: ReadonlySet<string>,
): AcceptedPaper[] {
  return components.flatMap((component) => {
    const paper = papers.find(({ code }) => code === component.code)
    const own = component.files.flatMap(({ fileId }) => files.get(fileId) ?? [])
    if (!paper || own.length === 0 || isOneOff(paper) || fromVault.has(component.code)) return []
    if (own.some(({ scanVerdict }) => scanVerdict === 'infected')) return []
    return [{ component, paper, files: own }]
  })
}

export const typeOfAccepted = ({ paper }: AcceptedPaper): string => typeOfPaper(paper)
