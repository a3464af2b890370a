import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import type { Actor } from '../../platform/actor.ts'
import { query } from '../../platform/query.ts'
import type { Reason } from '../../platform/refusal.ts'
import { filesByIds, usesFor, vaultEntriesByIds, type StoredFile, type VaultEntry } from '../../documents/index.ts'
import { shownAnswers, type ShownAnswer } from '../../forms/index.ts'
import type { AnswerOrigin } from '../prefill/prefill.ts'
import { originsOfDossier } from '../prefill/store.ts'
import { accountById } from '../../identity/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { mainSteps, type ProcedureVersion, type ProcessStep } from '../../catalogue/index.ts'
import type { FiledActing } from '../acting/acting.ts'
import { actingOfDossier } from '../acting/store.ts'
import type { CoApplicant } from '../co-applicants/co-applicant.ts'
import { coApplicantsOf } from '../co-applicants/store.ts'
import { openWishes, type WithdrawalWish } from '../co-applicants/withdrawal.ts'
import { wishesOf } from '../co-applicants/withdrawal-store.ts'
import { groundFirst, paperNamesOf } from '../acting/ground-paper.ts'
import { nationalStatusOf, type DossierComponent, type NationalStatus, type ReachedDossier } from '../dossier.ts'
import type { Application } from '../application/application.ts'
import { checkApplicationFile, type ApplicationCheck } from '../application/shown-signatures.ts'
import { applicationOf } from '../application/store.ts'
import { formOfDossier } from '../filing/filing-form.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { procedureOf, processOf } from '../known.ts'
import { whyNotApologiseFor } from '../clock/dossier-clock.ts'
import { clockEntriesOf } from '../clock/store.ts'
import type { ClockEntry } from '../clock/clock-entry.ts'
import type { Closure } from '../closing/closure.ts'
import { closureOf } from '../closing/store.ts'
import type { DeliveryChange } from '../delivery/delivery-change.ts'
import { deliveryChangesOf } from '../delivery/store.ts'
import { whyNotUndo } from '../undo/undo.ts'
import { appraisalsOf, type Appraisal } from '../appraisal/store.ts'
import { refusalOf, type IntakeRefusal } from '../intake/store.ts'
import { formsReadBy, keptPapersOf, type PaperKind } from '../papers/store.ts'
import { actionsPossible, type DossierAction } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { handlingSheet, type SheetRow, type Step } from '../step.ts'
import { recordsOf } from '../step-records/store.ts'
import type { StepRecord } from '../step-records/step-record.ts'
import { componentsOfDossier, stepsOf } from '../store.ts'
import { supplementRequestsOf } from '../supplement/store.ts'
import type { SupplementRequest } from '../supplement/supplement.ts'

/** A paper of the applicant's vault that was used, at the version of then. */
export type FromVault = Pick<
  VaultEntry,
  'title' | 'number' | 'issuer' | 'issuedOn' | 'proof' | 'sourceCode' | 'verificationCode' | 'fileIds'
> & { entryId: string; version: number; /** The paper as it stands now. */ now: VaultEntry }
export type ComponentView = DossierComponent & { name: string; documents: StoredFile[]; fromVault: FromVault[] }
export type RecordView = StepRecord & { file: StoredFile }
export type PaperView = { form: PaperKind; no: number; madeAt: Date; file: StoredFile }

export type ApplicationView = Application & { file: StoredFile }

export type DossierView = {
  dossier: ReachedDossier
  status: NationalStatus
  procedure: ProcedureVersion
  /** The main line of the process, for the rail. */
  processSteps: ProcessStep[]
  answers: ShownAnswer[]
  /** Where prefilled answers come from; officers see it, the citizen saw it when filing. */
  origins: AnswerOrigin[]
  /** By which right the filer acts for the applicant; null where they are the same person. */
  acting: FiledActing | null
  /** Who stands for it beside whoever filed it, and how each agreed. */
  coApplicants: CoApplicant[]
  /** Who of several has asked for it back, while the others have not. */
  withdrawalWishes: WithdrawalWish[]
  components: ComponentView[]
  papers: PaperView[]
  /** What its filer declared, as signed; nothing where it was not filed on the portal. */
  application: ApplicationView | null
  /** Every digital signature on it with its check, for officers; null where there is none. */
  applicationCheck: ApplicationCheck | null
  /** Signed records of the steps; none for citizens. */
  records: RecordView[]
  steps: Step[]
  sheet: SheetRow[]
  supplements: SupplementRequest[]
  refusal: IntakeRefusal | null
  appraisals: Appraisal[]
  assignee: { accountId: string; fullName: string } | null
  /** Names of every unit the view mentions, by id. */
  unitNames: Record<string, string>
  /** Every event that moved the due date. */
  clock: ClockEntry[]
  /** How the citizen chose anew to receive the result. */
  deliveryChanges: DeliveryChange[]
  /** Set when it was withdrawn or stopped. */
  closure: Closure | null
  actions: DossierAction[]
  /** Why the reader, whose turn it would be, may not apologise with a new date now. */
  whyNotExtend: Reason | null
}

/** Everything an officer needs to decide, or a citizen may know, about one dossier within reach. */
export const getDossier = query({
  name: 'dossiers.get',
  roles: ['citizen', 'intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(app, actor, { dossierCode }): Promise<DossierView> {
    const dossier = await dossierWithinReach(app.db, actor, dossierCode)
    return viewOf(app, actor, dossier)
  },
  reads: (actor, _, { dossier, acting }) =>
    actor.kind === 'citizen' && (!acting || dossier.applicantCitizenId === actor.citizenId)
      ? []
      : [`dossier:${dossier.id}`],
})

async function viewOf(app: App, actor: Actor, dossier: ReachedDossier): Promise<DossierView> {
  const { db, clock } = app
  const { id, submitter } = dossier
  const [
    procedure,
    process,
    components,
    papers,
    records,
    steps,
    supplements,
    refusal,
    appraisals,
    application,
    origins,
    acting,
    coApplicants,
    wishes,
  ] = await Promise.all([
    procedureOf(db, dossier.procedureVersionId),
    processOf(db, dossier.processId),
    componentsOfDossier(db, id),
    keptPapersOf(db, id),
    recordsOf(db, id),
    stepsOf(db, id),
    supplementRequestsOf(db, id),
    refusalOf(db, id),
    appraisalsOf(db, id),
    applicationOf(db, id),
    originsOfDossier(db, id),
    actingOfDossier(db, id),
    coApplicantsOf(db, id),
    wishesOf(db, id),
  ])
  const form = await formOfDossier(db, procedure, dossier.formVersion)
  const fromVault = await fromVaultOf(db, id)
  const applied = application ? [application] : []
  const fileIds = [...components.flatMap(({ files }) => files), ...papers, ...records, ...applied].map(
    ({ fileId }) => fileId,
  )
  const files = new Map((await filesByIds(db, fileIds)).map((file) => [file.id, file]))
  const names = paperNamesOf(procedure, dossier.answers)
  const possible = actionsPossible(dossier, actor, process)
  const whyNotExtend = possible.includes('extendDeadline') && (await whyNotApologiseFor(db, dossier, clock.now()))
  const assignee = dossier.assigneeAccountId === null ? undefined : await accountById(db, dossier.assigneeAccountId)
  return {
    dossier,
    status: nationalStatusOf(dossier),
    procedure,
    processSteps: mainSteps(process),
    answers: shownAnswers(form, dossier.answers),
    origins: actor.kind === 'citizen' ? [] : origins,
    acting: acting ?? null,
    coApplicants,
    withdrawalWishes: dossier.handling === 'withdrawn' ? [] : openWishes(wishes),
    components: groundFirst(components).map((component) => ({
      ...component,
      name: names.get(component.code) ?? component.code,
      documents: component.files.flatMap(({ fileId }) => files.get(fileId) ?? []),
      fromVault: fromVault.get(component.code) ?? [],
    })),
    papers: papers.flatMap(({ fileId, ...paper }) => {
      if (!formsReadBy(actor).includes(paper.form)) return []
      const file = files.get(fileId)
      return file ? [{ ...paper, file }] : []
    }),
    application: withFile(application, files),
    applicationCheck:
      application && actor.kind !== 'citizen'
        ? await checkApplicationFile(app, { application, submitter, coApplicants })
        : null,
    records: records.flatMap((record) => {
      const file = actor.kind === 'citizen' ? undefined : files.get(record.fileId)
      return file ? [{ ...record, file }] : []
    }),
    steps,
    sheet: handlingSheet(steps),
    supplements,
    refusal: refusal ?? null,
    // What officers write to each other while they decide is theirs until there is a result.
    appraisals: actor.kind === 'citizen' ? [] : appraisals,
    assignee: assignee ? { accountId: assignee.id, fullName: assignee.fullName } : null,
    unitNames: await namesOf(db, dossier, steps, supplements),
    clock: await clockEntriesOf(db, id),
    deliveryChanges: await deliveryChangesOf(db, id),
    closure: (await closureOf(db, id)) ?? null,
    actions: possible.filter((action) => {
      if (action === 'extendDeadline') return !whyNotExtend
      return action !== 'undoStep' || whyNotUndo(dossier, steps.at(-1), actor, process) === undefined
    }),
    whyNotExtend: whyNotExtend || null,
  }
}

/** The papers used from the vault, by component. */
async function fromVaultOf(db: App['db'], dossierId: string): Promise<Map<string, FromVault[]>> {
  const uses = await usesFor(db, `dossier:${dossierId}`)
  const ids = uses.map(({ entryId }) => entryId)
  const entries = new Map((ids.length === 0 ? [] : await vaultEntriesByIds(db, ids)).map((entry) => [entry.id, entry]))
  const used = uses.flatMap(({ entryId, componentCode, version }) => {
    const entry = entries.get(entryId)
    if (!entry) return []
    const { title, number, issuer, issuedOn, proof, sourceCode, verificationCode, fileIds } = entry
    const paper = { title, number, issuer, issuedOn, proof, sourceCode, verificationCode, fileIds }
    return [{ componentCode, paper: { ...paper, entryId, version, now: entry } }]
  })
  return new Map(
    [...Map.groupBy(used, (one) => one.componentCode)].map(([code, own]) => [code, own.map((one) => one.paper)]),
  )
}

async function namesOf(
  db: App['db'],
  dossier: ReachedDossier,
  steps: Step[],
  supplements: SupplementRequest[],
): Promise<Record<string, string>> {
  const { receivedByUnitId, competentUnitId, helpedAtUnitId, handlingUnitId } = dossier
  const mentioned = [
    receivedByUnitId,
    competentUnitId,
    helpedAtUnitId,
    handlingUnitId,
    ...steps.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]),
    ...supplements.map(({ taken }) => taken?.unitId ?? null),
  ]
  const ids = [...new Set(mentioned.filter((id) => id !== null))]
  return Object.fromEntries((await unitsByIds(db, ids)).map(({ id, name }) => [id, name]))
}

function withFile(
  application: Application | undefined,
  files: ReadonlyMap<string, StoredFile>,
): ApplicationView | null {
  const file = application && files.get(application.fileId)
  return application && file ? { ...application, file } : null
}
