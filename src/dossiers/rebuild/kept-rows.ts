import { canonicalJson, sha256Hex, storableFacts } from '../../platform/journal/line.ts'
import type { Facts } from '../../platform/refusal.ts'

/** How the rows of a table stand in the journal. */
type Kept = {
  /** What tells rows of one dossier apart; nothing: it has one. */
  key: readonly string[]
  /** What people are, said or wrote: the journal is kept for ever, so it holds the hash alone. */
  hashed: readonly string[]
}

/** Everything a dossier is made of, by table. A table or column that is not written to the journal does not rebuild. */
export const KEPT_ROWS = {
  dossier: { key: [], hashed: ['applicant', 'submitter', 'answers', 'dueExplanation'] },
  component: { key: ['no'], hashed: [] },
  componentFile: { key: ['componentNo', 'fileId'], hashed: [] },
  step: { key: ['no'], hashed: ['byName', 'toName', 'note'] },
  clockEvent: { key: ['no'], hashed: ['document', 'legalBasis', 'reason', 'byName'] },
  supplementRequest: { key: ['no'], hashed: ['byName', 'legalBasis', 'whyAgain', 'answerNote'] },
  supplementItem: { key: ['requestNo', 'no'], hashed: ['what', 'reason', 'how'] },
  supplementTaken: { key: ['requestNo'], hashed: ['byName', 'broughtBy'] },
  supplementTakenItem: { key: ['requestNo', 'itemNo'], hashed: ['reason'] },
  appraisal: { key: ['no'], hashed: ['note', 'byName'] },
  stepRecord: { key: ['no'], hashed: ['byName'] },
  refusal: { key: [], hashed: ['reason', 'legalBasis', 'byName'] },
  closure: { key: [], hashed: ['reason', 'legalBasis', 'byName'] },
  deliveryChange: { key: ['no'], hashed: ['address', 'byName'] },
  consultation: { key: ['no'], hashed: ['question', 'legalBasis', 'byName', 'closedByName', 'conclusion'] },
  consultedBody: {
    key: ['consultationNo', 'unitId'],
    hashed: ['question', 'whyAfterDue', 'releasedByName', 'releaseReason', 'releaseBasis'],
  },
  consultationFile: { key: ['consultationNo', 'fileId'], hashed: ['name'] },
  opinion: { key: ['consultationNo', 'unitId', 'no'], hashed: ['text', 'byName'] },
  stepWaiver: { key: ['stepCode'], hashed: ['reason', 'legalBasis', 'byName'] },
  linkedPart: {
    key: ['id'],
    hashed: ['duty', 'byName', 'note', 'acceptedByName', 'endedByName', 'endNote', 'legalBasis'],
  },
  linkedPartFile: { key: ['partId', 'fileId'], hashed: ['name'] },
  paper: { key: ['form', 'no'], hashed: [] },
  registerLine: { key: [], hashed: [] },
  application: { key: [], hashed: ['signerName'] },
  acting: { key: [], hashed: ['relation', 'groundNumber', 'groundIssuer', 'groundScope', 'verdictNote', 'verdictBy'] },
  coApplicant: { key: ['no'], hashed: ['fullName', 'personalId', 'phone', 'email'] },
  withdrawalWish: { key: ['no'], hashed: ['byName', 'reason'] },
  answerOrigin: { key: ['field'], hashed: [] },
} satisfies Record<string, Kept>

export type RowKind = keyof typeof KEPT_ROWS
export const ROW_KINDS = Object.keys(KEPT_ROWS) as RowKind[]

export function isRowKind(name: string): name is RowKind {
  return name in KEPT_ROWS
}

/** A row as the journal holds it. The hash is the dossier's own: equal words in two dossiers do not look alike. */
export function keptRow(kind: RowKind, dossierId: string, row: Facts): Facts {
  const hashed: readonly string[] = KEPT_ROWS[kind].hashed
  return Object.fromEntries(
    Object.entries(storableFacts(row)).map(([field, value]) => [
      field,
      value !== null && hashed.includes(field) ? sha256Hex(canonicalJson([dossierId, value])) : value,
    ]),
  )
}
