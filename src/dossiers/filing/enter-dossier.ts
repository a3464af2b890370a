import type { ActionContext } from '../../platform/action.ts'
import type { Actor, Citizen } from '../../platform/actor.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import codePatterns from '../../../data/codes/dossier-code-patterns.json' with { type: 'json' }
import {
  procedureInForce,
  processInForce,
  publishable,
  whyNotOnline,
  type ProcedureVersion,
  type ProcessVersion,
} from '../../catalogue/index.ts'
import type { VaultEntry } from '../../documents/index.ts'
import type { FormData, FormDefinition } from '../../forms/index.ts'
import { actingOf, capacityIn, whyNotAct, type Acting } from '../acting/acting.ts'
import { whyNotOmitGround } from '../acting/ground-paper.ts'
import type { Unit } from '../../organisation/index.ts'
import { contentSha256 } from '../application/application.ts'
import { carryApplication, checkApplication } from '../application/carry-application.ts'
import { carryCoApplicants, coApplicantsToFile } from '../co-applicants/carry-co-applicants.ts'
import { codeFrame, patternInForce } from './dossier-code.ts'
import type { Channel, Dossier } from '../dossier.ts'
import { dueFieldsOf, entryOf } from '../clock/clock-entry.ts'
import { firstClock } from '../clock/dossier-clock.ts'
import { expectedDue } from '../clock/due.ts'
import { checkAnswers, filingForm } from './filing-form.ts'
import type { FilingInput } from './filing-input.ts'
import { placeOfFiling, type FilingPlace } from './filing-place.ts'
import { lately } from '../known.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { noteFiled } from './note-filed.ts'
import { partiesOf, resultDeliveryOf, type Parties } from './parties.ts'
import { stateAfter } from '../process.ts'
import { takeComponents } from './take-components.ts'
import { searchKeysOf } from './search-keys.ts'
import { holdingUnit } from '../step.ts'
import { originsOf, type AnswerOrigin, type HeldFact } from '../prefill/prefill.ts'
import { recordActing } from '../acting/record-acting.ts'
import { insertDossier } from '../store.ts'
import { recordTaken, type TakenPaper } from '../vault/take-papers.ts'

/** What differs between filing online and being filed for at a desk. */
export type Entry = {
  action: 'submitDossier' | 'fileAtCounter'
  channel: Channel
  /** The desk that takes it, given the one that serves the competent body. Refuses when it may not. */
  deskFor(place: FilingPlace, procedure: ProcedureVersion): Unit
  helpedAtUnitId: string | null
  /** The person whose own filing it is, also while somebody helps them; null at a counter. */
  filer: Citizen | null
  /** What somebody held of the person beforehand; `papers` were taken from their vault for this dossier. */
  held(form: FormDefinition, papers: readonly VaultEntry[], on: LegalDate): Promise<HeldFact[]>
  /** Known people behind the names; refuses when somebody files under another's name. */
  citizensOf(parties: Parties): Promise<Pick<Dossier, 'applicantCitizenId' | 'submitterCitizenId'>>
  /** Whether the organisation lets whoever files do so for it. */
  isMember(businessCode: string): Promise<boolean>
}

/** A new dossier is in the books: the common part of every way of filing. */
export async function enterDossier(
  ctx: ActionContext,
  actor: Actor,
  input: FilingInput,
  entry: Entry,
): Promise<Dossier> {
  const { db, now } = ctx
  const on = vietnamDate(now)
  const procedure = await filableProcedure(ctx, input.procedureCode, entry.channel, on)
  const form = await lately(ctx, `form ${procedure.id} ${on}`, () => filingForm(db, procedure, on))
  await checkAnswers(form, input.answers, on)
  const parties = partiesOf(input.answers)
  const acting = await actingNow(entry, parties, input, on)
  const citizens = await entry.citizensOf(parties)
  const { term, code: caseCode } = chosenCase(procedure, input)
  const { communeCode } = parties.applicant.communeCode ? parties.applicant : parties.submitter
  const wanted = { competentUnitCode: input.competentUnitCode, communeCode }
  const place = await lately(
    ctx,
    `place ${procedure.id} ${wanted.competentUnitCode ?? ''} ${communeCode ?? ''} ${on}`,
    () => placeOfFiling(db, procedure, wanted, on),
  )
  const desk = entry.deskFor(place, procedure)
  const { components, files, application, together, taken } = await takeComponents(
    ctx,
    actor,
    entry.filer,
    procedure,
    input,
    parties,
  )
  const coApplicants = coApplicantsToFile(ctx, together, input, entry.channel)
  if (entry.channel === 'online') checkApplication(ctx, application, input, together)
  const process = await lately(ctx, `process ${procedure.code} ${on}`, () => processFor(ctx, procedure.code, on))
  const handling = stateAfter(entry.action, null, process.definition)
  const isReceived = handling === 'received'
  const clock = isReceived ? await firstClock(db, { competentUnitId: place.competent.id, term }, now) : undefined
  const dossier: Omit<Dossier, 'code'> = {
    id: newId(),
    version: 1,
    provinceCode: ctx.settings.provinceCode,
    procedureCode: procedure.code,
    procedureVersionId: procedure.id,
    caseCode,
    processId: process.id,
    handling,
    money: 'nothing-due',
    delivery: 'not-ready',
    exchange: 'pending',
    helpedAtUnitId: entry.helpedAtUnitId,
    receivedByUnitId: desk.id,
    competentUnitId: place.competent.id,
    handlingUnitId: null,
    channel: entry.channel,
    ...parties,
    ...citizens,
    formVersion: form.version,
    answers: input.answers,
    resultDelivery: resultDeliveryOf(input.answers),
    term,
    submittedAt: now,
    receivedAt: isReceived ? now : null,
    ...(clock ? dueFieldsOf(clock) : NO_DATE_YET),
    assigneeAccountId: null,
    appraisal: null,
    supplementCount: 0,
    opinionsAwaited: 0,
    leftPapers: [],
    settledSteps: [],
    suppliedAt: null,
    waitingSince: null,
    finishedAt: null,
    deliveredAt: null,
    externalCodes: [],
  }
  const by = { byAccountId: accountOf(actor), byName: actorName(actor) }
  const filed = {
    dossier,
    components,
    step: {
      action: entry.action,
      fromHandling: null,
      toHandling: handling,
      fromUnitId: isReceived ? desk.id : null,
      toUnitId: holdingUnit(dossier),
      ...by,
      toAccountId: null,
      toName: null,
      at: now,
      dueAt: dossier.dueAt,
      note: null,
    },
    clock: clock ? entryOf({ event: { kind: 'received', at: now } }, clock, { no: 1, ...by }) : null,
    codeFrame: codeFrame(patternInForce(codePatterns, on), desk.code, on),
    filedOn: on,
    queueAt: dossier.dueAt ?? (await expectedDue(ctx, place.competent.id, term)),
    searchKeys: searchKeysOf(dossier),
    origins: await originsNow(entry, form.definition, input.answers, taken, on),
  }
  const code = await insertDossier(db, filed)
  noteFiled(ctx, code, filed, files)
  if (acting) await recordActing(ctx, { ...dossier, code }, acting)
  await carryCoApplicants(ctx, dossier.id, coApplicants)
  if (application && entry.channel === 'online')
    await carryApplication(ctx, dossier.id, application, contentSha256(input, together))
  await recordTaken(ctx, actor, taken, { ...dossier, code }, procedure)
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    begins: true,
    what: 'dossiers.submitted',
    facts: {
      code,
      procedure: procedure.code,
      version: procedure.version,
      channel: entry.channel,
      files: files.map(({ id }) => id),
    },
  })
  return { ...dossier, code }
}

async function originsNow(
  entry: Entry,
  form: FormDefinition,
  answers: FormData,
  taken: readonly TakenPaper[],
  on: LegalDate,
): Promise<AnswerOrigin[]> {
  const papers = taken.map(({ entry: paper }) => paper)
  return originsOf(form, answers, await entry.held(form, papers, on), on)
}

/** By which right it is filed for somebody else; refuses when there is none, or it is over. */
async function actingNow(
  entry: Entry,
  { applicant }: Parties,
  { answers, omitted = [] }: FilingInput,
  on: LegalDate,
): Promise<Acting | undefined> {
  const acting = actingOf(answers, on)
  const isMember = acting?.capacity === 'member' && (await entry.isMember(applicant.businessCode ?? ''))
  refuse(whyNotAct(acting, { isMember }, on) ?? whyNotOmitGround(capacityIn(answers), omitted))
  return acting
}

const NO_DATE_YET = {
  dueAt: null,
  dueOn: null,
  countsFrom: null,
  dueExplanation: [],
  originalDueAt: null,
  rulesOn: null,
  rulesVersion: null,
}

async function filableProcedure(
  ctx: ActionContext,
  code: string,
  channel: Channel,
  on: LegalDate,
): Promise<ProcedureVersion> {
  const { db } = ctx
  const procedure = await lately(ctx, `procedure ${code} ${on}`, () => procedureInForce(db, code, on))
  if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code })
  refuse(channel === 'online' ? whyNotOnline(procedure) : publishable(procedure))
  return procedure
}

/** The procedure's own process, else the five steps every procedure follows. */
async function processFor({ db }: ActionContext, procedureCode: string, on: LegalDate): Promise<ProcessVersion> {
  const process = await processInForce(db, procedureCode, on)
  if (!process) throw new Error(`no process in force on ${on}`)
  return process
}

function chosenCase({ cases }: ProcedureVersion, { caseCode, answers }: FilingInput) {
  const wanted = caseCode ?? (typeof answers.caseCode === 'string' ? answers.caseCode : undefined)
  const found = wanted === undefined && cases.length === 1 ? cases[0] : cases.find(({ code }) => code === wanted)
  if (!found) throw new Refusal('dossiers.case-not-found', { case: wanted ?? '' })
  if (!found.term) throw new Refusal('dossiers.case-without-term', { case: found.code })
  return { code: found.code, term: found.term }
}
