import { Type } from 'typebox'
import type { Actor } from '../../../platform/actor.ts'
import type { App } from '../../../platform/app.ts'
import { vietnamDate, type LegalDate } from '../../../platform/dates.ts'
import type { Db } from '../../../platform/db.ts'
import { query } from '../../../platform/query.ts'
import { Refusal, type Reason } from '../../../platform/refusal.ts'
import type { DueDate } from '../../../deadlines/index.ts'
import { filesByIds, offersFor, type StoredFile } from '../../../documents/index.ts'
import { unitsByIds } from '../../../organisation/index.ts'
import { paperNamesOf, papersAskedOf } from '../../acting/ground-paper.ts'
import type { Closure } from '../../closing/closure.ts'
import { closureOf } from '../../closing/store.ts'
import { dueFrom } from '../../clock/due.ts'
import { nameOf, type ReachedDossier } from '../../dossier.ts'
import { DossierCodeInput, FileIdInput } from '../../filing/filing-input.ts'
import { procedureOf, processOf } from '../../known.ts'
import { keptPapersOf } from '../../papers/store.ts'
import { whyNot } from '../../process.ts'
import type { PaperOffers } from '../../vault/draft-vault.ts'
import { ownersWithin } from '../../vault/vault-owner.ts'
import { supplementRequestsOf } from '../store.ts'
import type { SupplementItem, SupplementRequest } from '../supplement.ts'
import { halfTakingOf } from './store.ts'
import { dossierAtDesk } from './taking-reach.ts'
import type { HalfTaking } from './taking.ts'

/** `isDeclaration`: what people declared; corrected on a new paper, and what was corrected is written down. */
export type TakingItem = SupplementItem & { paperName: string | null; isDeclaration: boolean }

/** What a desk sees of a dossier whose missing papers are brought: what was asked, and no more of it than that takes. */
export type Taking = {
  dossierId: string
  code: string
  procedure: { code: string; name: string }
  applicantName: string
  submitterName: string
  deskName: string
  request: Omit<SupplementRequest, 'items'> & { items: TakingItem[] }
  /** Why nothing can be taken now; null while it waits. */
  reason: Reason | null
  /** The day to answer by is over; until the dossier is stopped the answer is taken all the same. */
  isLate: boolean
  /** Why it could not be received anew at once. */
  whyNotReceive: Reason | null
  /** What was brought before, with its files. */
  half: HalfTaking | null
  files: StoredFile[]
  offers: PaperOffers[]
  /** The date that would be promised now. */
  due: DueDate | null
  /** After it was taken: where, the date promised, and form 01 once it is printed. */
  takenAt: string | null
  dueAt: Date | null
  slip: StoredFile | null
  closure: Closure | null
}

/** What a supplement request asked for, at the desk to which it is brought. Looking is on record, at papers of the vault too. */
export const getTaking = query({
  name: 'dossiers.get-taking',
  roles: ['intake-officer'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  run: (app, officer, { dossierCode }): Promise<Taking> => takingOf(app, officer, dossierCode),
  reads: (_, __, { dossierId, procedure, offers }) => [
    `dossier:${dossierId}`,
    ...[...new Set(offers.flatMap(({ entries }) => entries.map(({ id }) => id)))].map((id) => ({
      subject: `vault:${id}`,
      facts: { procedure: procedure.code },
    })),
  ],
})

/** A file that lies at the desk half taken, one of a paper the vault offers, or form 01 of what this desk took. */
export const getTakingFile = query({
  name: 'dossiers.get-taking-file',
  roles: ['intake-officer'],
  input: Type.Object({ dossierCode: DossierCodeInput, fileId: FileIdInput }),
  async run(app, officer, { dossierCode, fileId }): Promise<StoredFile> {
    const { half, offers, slip } = await takingOf(app, officer, dossierCode)
    const there = new Set([
      ...(half?.items.flatMap(({ fileIds }) => fileIds) ?? []),
      ...offers.flatMap(({ entries }) => entries.flatMap(({ fileIds }) => fileIds)),
    ])
    const file = slip?.id === fileId ? slip : there.has(fileId) ? (await filesByIds(app.db, [fileId]))[0] : undefined
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_, { fileId }) => [`file:${fileId}`],
})

async function takingOf({ db, clock }: App, officer: Actor, dossierCode: string): Promise<Taking> {
  const now = clock.now()
  const today = vietnamDate(now)
  const { dossier, desk } = await dossierAtDesk({ db, now }, officer, dossierCode)
  const request = (await supplementRequestsOf(db, dossier.id)).at(-1)
  if (!request) throw new Refusal('dossiers.never-asked')
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const process = await processOf(db, dossier.processId)
  const reason = whyNot('supplyDossier', dossier, officer, process) ?? null
  const half = (await halfTakingOf(db, dossier.id, request.no)) ?? null
  const names = paperNamesOf(procedure, dossier.answers)
  const declared = papersAskedOf(procedure, dossier.answers).filter(({ eform }) => eform)
  const isOpen = reason === null
  const asIfSupplied = { ...dossier, handling: 'submitted' as const, appraisal: null }
  return {
    dossierId: dossier.id,
    code: dossier.code,
    procedure: { code: procedure.code, name: procedure.name },
    applicantName: nameOf(dossier.applicant),
    submitterName: dossier.submitter.fullName,
    deskName: desk.name,
    request: {
      ...request,
      items: request.items.map((item) => ({
        ...item,
        paperName: item.componentCode === null ? null : (names.get(item.componentCode) ?? item.componentCode),
        isDeclaration: declared.some(({ code }) => code === item.componentCode),
      })),
    },
    reason,
    isLate: isOpen && request.replyBy < today,
    whyNotReceive: isOpen ? (whyNot('receiveDossier', asIfSupplied, officer, process) ?? null) : null,
    half,
    files: half
      ? await filesByIds(
          db,
          half.items.flatMap(({ fileIds }) => fileIds),
        )
      : [],
    offers: isOpen ? await offersOf(db, officer, dossier, request, { now, today }) : [],
    due: isOpen ? await dueFrom(db, dossier.competentUnitId, dossier.term, now) : null,
    takenAt: request.taken ? ((await unitsByIds(db, [request.taken.unitId]))[0]?.name ?? '') : null,
    dueAt: dossier.dueAt,
    slip: await slipOf(db, dossier, request),
    closure: (await closureOf(db, dossier.id)) ?? null,
  }
}

/** What the vault has for the papers that were asked, not for others of the dossier. */
async function offersOf(
  db: Db,
  officer: Actor,
  dossier: ReachedDossier,
  { items }: SupplementRequest,
  { now, today }: { now: Date; today: LegalDate },
): Promise<PaperOffers[]> {
  const asked = new Set(items.map(({ componentCode }) => componentCode))
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const wanted = papersAskedOf(procedure, dossier.answers).filter(({ code }) => asked.has(code))
  const offers = await offersFor(db, await ownersWithin(db, officer, dossier, now), wanted, today)
  return [...offers].map(([componentCode, entries]) => ({ componentCode, entries }))
}

/** Form 01 as printed after this request was answered. */
async function slipOf(
  db: Db,
  dossier: ReachedDossier,
  { no, answeredAt }: SupplementRequest,
): Promise<StoredFile | null> {
  if (answeredAt === null) return null
  const paper = (await keptPapersOf(db, dossier.id)).find((one) => one.form === 'appointment-slip' && one.no === no + 1)
  return paper ? ((await filesByIds(db, [paper.fileId]))[0] ?? null) : null
}
