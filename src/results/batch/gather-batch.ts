import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refusalSentence, type Reason } from '../../platform/refusal.ts'
import { dossierWithinReach, dossiersRefusals, moveHandling, processOf, whyNot } from '../../dossiers/index.ts'
import type { ReachedDossier } from '../../dossiers/index.ts'
import { NOT_YET_APPROVED } from '../draft-result.ts'
import { chooseSignatory, draftSource, newVerificationCode, signatoriesOf } from '../draft-source.ts'
import { DossierCode, DraftChanges } from '../result-input.ts'
import type { Result } from '../result.ts'
import { saveDraft } from '../store.ts'
import { batchContent } from './batch-content.ts'
import { FEWEST_IN_BATCH, MOST_IN_BATCH, whyNotGather, type Batch } from './batch.ts'
import { subjectOf } from './open-batch.ts'
import { drawDecision } from './shorten-list.ts'
import { insertBatch, insertMember } from './store.ts'
import { batchRefusals, batchWords } from './texts.ts'

const { title, subject, legalBases, body, signatoryAccountId } = DraftChanges.properties

/** A dossier that was asked for and does not go along, with why. */
export type LeftOut = { dossierCode: string; code: string; title: string }

/**
 * The specialist gathers dossiers of the same procedure, agency and division that they found eligible and drafts one decision with the
 * list of their applicants. What does not fit stays where it is and is named. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19, nay là Nghị
 * định 118/2025/NĐ-CP; phụ lục kèm theo văn bản: Nghị định 30/2020/NĐ-CP, Phụ lục I.
 */
export const gatherBatch = action({
  name: 'results.gather-batch',
  roles: ['specialist'],
  input: Type.Object({
    dossierCodes: Type.Array(DossierCode, { minItems: FEWEST_IN_BATCH, maxItems: MOST_IN_BATCH, uniqueItems: true }),
    title,
    subject,
    legalBases,
    body,
    signatoryAccountId,
  }),
  async run(ctx, actor, { dossierCodes, signatoryAccountId: wanted, ...changes }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const { fitting, leftOut } = await sorted(ctx, officer, dossierCodes)
    const [first, ...others] = fitting
    if (!first || fitting.length < FEWEST_IN_BATCH) {
      const reasons = leftOut.map((one) => `${one.dossierCode}: ${one.title} `).join('')
      throw new Refusal('results.batch-too-few', { fewest: FEWEST_IN_BATCH, reasons })
    }
    const signatory = chooseSignatory(await signatoriesOf(db, first, now), wanted)
    const rest = await Promise.all(others.map((dossier) => draftSource(db, dossier, now)))
    const source = await draftSource(db, first, now)
    const content = batchContent([source, ...rest], signatory, changes)
    const by = { gatheredByAccountId: officer.accountId, gatheredByName: officer.fullName, gatheredAt: now }
    const { procedureCode, competentUnitId: unitId } = first
    const batch = await insertBatch(db, { id: newId(), procedureCode, unitId, ...by })
    const result: Result = {
      dossierId: batch.id,
      no: 1,
      kind: 'result',
      template: 'decision',
      title: content.title,
      content,
      state: 'draft',
      version: 1,
      unitId,
      signatoryAccountId: signatory.accountId,
      authorityId: null,
      blankKind: null,
      verificationCode: await newVerificationCode(db, first.provinceCode, now),
      draftedByAccountId: officer.accountId,
      draftedByName: officer.fullName,
      draftedAt: now,
      attention: null,
      ...NOT_YET_APPROVED,
    }
    await saveDraft(db, result)
    const { sha256 } = await drawDecision(ctx, batch, result, source.procedure.name)
    for (const dossier of fitting) await join(ctx, officer, batch, dossier.code)
    ctx.journal({
      subject: subjectOf(batch),
      what: 'results.batch-gathered',
      facts: { no: batch.no, sha256, dossiers: fitting.map(({ id }) => id), signatory: signatory.accountId },
    })
    return { no: batch.no, version: 1, dossierCodes: fitting.map(({ code }) => code), leftOut }
  },
})

async function sorted({ db }: ActionContext, officer: Officer, codes: readonly string[]) {
  const fitting: ReachedDossier[] = []
  const leftOut: LeftOut[] = []
  // In the order of their codes, so that two who gather the same wait for each other.
  for (const code of codes.toSorted()) {
    const dossier = await dossierWithinReach(db, officer, code)
    const process = await processOf(db, dossier.processId)
    const reason =
      whyNot('draftResult', dossier, officer, process) ?? whyNotGather(dossier, fitting[0] ?? dossier, process)
    if (reason) leftOut.push({ dossierCode: dossier.code, code: reason.code, title: wordsFor(reason) })
    else fitting.push(dossier)
  }
  return { fitting, leftOut }
}

const WORDS: Record<string, { title: string }> = { ...dossiersRefusals, ...batchRefusals }
const wordsFor = ({ code, facts }: Reason) => refusalSentence(WORDS[code]?.title ?? code, facts ?? {})

async function join(ctx: ActionContext, officer: Officer, batch: Batch, code: string): Promise<void> {
  // Read again, so that what is done in another's place is noted so for each.
  const dossier = await dossierWithinReach(ctx.db, officer, code)
  await moveHandling(ctx, officer, dossier, 'draftResult', {
    leaves: [{ kind: 'result-draft', isSigned: false }],
    note: batchWords.note,
  })
  await insertMember(ctx.db, batch, { dossierId: dossier.id, dossierCode: dossier.code })
  ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.batch-joined', facts: { batch: batch.no } })
}
