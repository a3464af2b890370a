import { formatDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { refusalSentence as fill } from '../platform/refusal.ts'
import type { Dossier } from '../dossiers/index.ts'
import type { CorrectionUnderWay } from './correction/correction-of.ts'
import { defaultContent, draftKind, type DraftKind, type Signatory } from './default-content.ts'
import { chooseSignatory, draftSource, signatoriesOf } from './draft-source.ts'
import { correctionWords } from './correction/texts.ts'
import { chooseResultTemplate } from './papers/choose-template.ts'
import type { DraftChanges } from './result-input.ts'
import type { Result, ResultContent } from './result.ts'

export type Draft = DraftKind & {
  content: ResultContent
  signatory: Signatory
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
  now: Date,
): Promise<Draft> {
  const source = await draftSource(db, dossier, now)
  const signatories = await signatoriesOf(db, dossier, now)
  const stillThere = signatories.some(({ accountId }) => accountId === before?.signatoryAccountId)
  const signatory = chooseSignatory(
    signatories,
    changes.signatoryAccountId ?? (stillThere ? before?.signatoryAccountId : undefined),
  )
  const kind = draftKind(source)
  const made = defaultContent(source, signatory)
  const { signatoryAccountId: _, ...written } = changes
  const kept = before?.kind === kind.kind ? pickWritten(before.content) : {}
  if (correction && kept.facts && before?.no === correction.oldNo) kept.facts = withReplaced(kept.facts, correction)
  const content = { ...made, ...kept, ...written }
  const template =
    kind.kind === 'rejection' || content.title === kind.title ? kind.template : chooseResultTemplate(content.title)
  const { code, name } = source.procedure
  return { ...kind, template, title: content.title, content, signatory, signatories, procedure: { code, name } }
}

/** The new paper names the one it replaces. */
function withReplaced(facts: ResultContent['facts'], { issued }: CorrectionUnderWay): ResultContent['facts'] {
  const { replaces: label, replacesDocument } = correctionWords
  const value = fill(replacesDocument, { number: issued.numberText, day: formatDate(issued.issuedOn) })
  return [...facts.filter((fact) => fact.label !== label), { label, value }]
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
