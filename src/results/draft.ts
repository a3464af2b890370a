import { formatDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { refusalSentence as fill } from '../platform/refusal.ts'
import type { Dossier } from '../dossiers/index.ts'
import { batchWords } from './batch/texts.ts'
import type { CorrectionUnderWay } from './correction/correction-of.ts'
import {
  defaultContent,
  draftKind,
  signatureOn,
  type DraftKind,
  type Issuer,
  type Signatory,
} from './default-content.ts'
import { chooseSignatory, draftSource, signatoriesOf } from './draft-source.ts'
import { correctionWords } from './correction/texts.ts'
import { automaticWords } from '../organisation/index.ts'
import type { SystemAuthority } from '../platform/actor.ts'
import { chooseResultTemplate, type ResultTemplate } from './papers/choose-template.ts'
import type { DraftChanges } from './result-input.ts'
import type { Result, ResultContent } from './result.ts'

export type Draft = DraftKind & {
  content: ResultContent
  /** What the signatory is to know. */
  attention: string | null
  signatory: Signatory | Issuer
  signatories: Signatory[]
  procedure: { code: string; name: string }
}

/** What there is already: the present result, and the correction it is to be put right by. */
export type DraftBefore = { before: Result | undefined; correction: CorrectionUnderWay | undefined }

/**
 * The draft of a dossier's result: made from the dossier, over that what was written into a returned version, over that what
 * is changed now. A conclusion that turned from grant to refusal begins anew.
 */
export async function draftFor(
  db: Db,
  dossier: Dossier,
  { before, correction }: DraftBefore,
  changes: DraftChanges,
  { now, authority }: { now: Date; /** Set when the system drafts and issues it. */ authority?: SystemAuthority },
): Promise<Draft> {
  const source = await draftSource(db, dossier, now)
  const signatories = await signatoriesOf(db, dossier, now)
  const stillThere = signatories.some(({ accountId }) => accountId === before?.signatoryAccountId)
  const wanted = changes.signatoryAccountId ?? (stillThere ? before?.signatoryAccountId : undefined)
  const signatory = authority
    ? automaticSignatory(authority, source.agency.name)
    : chooseSignatory(signatories, wanted ?? undefined)
  const kind = draftKind(source)
  const made = defaultContent(source, signatory)
  const { signatoryAccountId: _, template: paper, attention: told, ...written } = changes
  const kept = before?.kind === kind.kind ? keptOf(before) : {}
  if (correction && kept.facts && before?.no === correction.oldNo) kept.facts = withReplaced(kept.facts, correction)
  const content = { ...made, ...kept, ...written }
  const template = kind.kind === 'rejection' ? kind.template : (paper ?? paperFor(content.title, kind, before))
  content.signature = signatureOn(template, source.agency, signatory)
  const { code, name } = source.procedure
  const attention = told === undefined ? (before?.attention ?? null) : told
  return {
    ...kind,
    template,
    attention,
    title: content.title,
    content,
    signatory,
    signatories,
    procedure: { code, name },
  }
}

/** Drawn on the same paper again as long as it is called the same. */
function paperFor(title: string, kind: DraftKind, before: Result | undefined): ResultTemplate {
  if (before?.kind === kind.kind && before.title === title && before.template !== 'extract') return before.template
  return title === kind.title ? kind.template : chooseResultTemplate(title)
}

/** What the system issues is signed by nobody: the instrument stands where a name would. */
function automaticSignatory({ instrument }: SystemAuthority, agency: string): Issuer {
  return { accountId: null, fullName: automaticWords(instrument), position: agency, automatic: true }
}

/** The new paper names the one it replaces. */
function withReplaced(facts: ResultContent['facts'], { issued }: CorrectionUnderWay): ResultContent['facts'] {
  const { replaces: label, replacesDocument } = correctionWords
  const value = fill(replacesDocument, { number: issued.numberText, day: formatDate(issued.issuedOn) })
  return [...facts.filter((fact) => fact.label !== label), { label, value }]
}

/** An extract is of another document; what puts it right is drafted as the applicant's own, about the same facts. */
function keptOf({ template, content }: Result): Partial<ResultContent> {
  if (template !== 'extract') return pickWritten(content)
  return { facts: content.facts.filter(({ label }) => label !== batchWords.asListed) }
}

/** What the specialist writes; the agency and the signature follow the organisation of the day. */
function pickWritten({
  title,
  subject,
  addressee,
  legalBases,
  body,
  facts,
  recipients,
}: ResultContent): Partial<ResultContent> {
  return { title, subject, addressee, legalBases, body, facts, recipients }
}
