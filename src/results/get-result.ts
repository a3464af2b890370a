import { Type } from 'typebox'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { refuseClosedCopy, fileById, type StoredFile } from '../documents/index.ts'
import { dossierWithinReach, type ReachedDossier } from '../dossiers/index.ts'
import type { Correction } from './correction/correction.ts'
import { correctionUnderWay, type CorrectionUnderWay } from './correction/correction-of.ts'
import { correctionsOf } from './correction/store.ts'
import { issuedOf } from './issued-store.ts'
import type { IssuedDocument } from './issued.ts'
import { DossierCode } from './result-input.ts'
import {
  latestFile,
  fileAt,
  type DeliveryRefused,
  type Result,
  type ResultDelivered,
  type ResultFile,
  STAGES,
  type Stage,
} from './result.ts'
import { deliveryOf, deliveryRefusalOf, filesOf, issuedResultOf, resultByNo, resultOf } from './store.ts'

export type EarlierDocument = IssuedDocument & { resultNo: number }

export type ResultView = {
  result: Result
  files: ResultFile[]
  issued: IssuedDocument | null
  delivery: ResultDelivered | null
  refused: DeliveryRefused | null
  /** Why it was drafted, when it takes the place of another. */
  correction: Correction | null
  /** A correction begun and not yet issued, of whatever result. */
  underWay: CorrectionUnderWay | null
  /** What was issued before it and replaced, or is going to be. */
  earlier: EarlierDocument[]
}

const READERS = [
  'citizen',
  'intake-officer',
  'head-of-division',
  'specialist',
  'signatory',
  'clerk',
  'supervisor',
] as const

/** The result of a dossier within reach; a citizen sees it from the moment it is issued. */
export const getResult = query({
  name: 'results.get',
  roles: [...READERS],
  input: Type.Object({ dossierCode: DossierCode }),
  async run({ db }, actor, { dossierCode }): Promise<ResultView> {
    const view = await resultViewOf(db, await dossierWithinReach(db, actor, dossierCode))
    if (!view) throw new Refusal('platform.not-found')
    return view
  },
  reads: (actor, _, { result }) => (actor.kind === 'citizen' ? [] : [`dossier:${result.dossierId}`]),
})

/** The result as far as the reader of this dossier may know it. */
export async function resultViewOf(db: Db, dossier: ReachedDossier): Promise<ResultView | undefined> {
  const isForCitizen = dossier.roles.every((role) => role === 'citizen')
  const result = await (isForCitizen ? issuedResultOf(db, dossier.id) : resultOf(db, dossier.id))
  if (!result) return undefined
  const [files, issued, delivery, refused, underWay, corrections] = await Promise.all([
    filesOf(db, result),
    issuedOf(db, result),
    deliveryOf(db, result),
    deliveryRefusalOf(db, result),
    correctionUnderWay(db, dossier.id),
    correctionsOf(db, dossier.id),
  ])
  return {
    result,
    files: isForCitizen ? files.filter(({ stage }) => stage === 'sealed') : files,
    issued: issued ?? null,
    delivery: delivery ?? null,
    refused: refused ?? null,
    correction: corrections.find(({ newNo }) => newNo === result.no) ?? null,
    underWay: underWay ?? null,
    earlier: await earlierOf(db, result, corrections),
  }
}

async function earlierOf(
  db: Db,
  { dossierId, no }: Result,
  corrections: readonly Correction[],
): Promise<EarlierDocument[]> {
  const before = corrections.flatMap(({ oldNo }) => (oldNo < no ? [oldNo] : []))
  const found = await Promise.all(
    before.map(async (resultNo) => {
      const issued = await issuedOf(db, { dossierId, no: resultNo })
      return issued ? [{ ...issued, resultNo }] : []
    }),
  )
  return found.flat()
}

/**
 * The file of a result: for its owner the issued one, from the moment the agency has sealed it (Nghị định 61/2018/NĐ-CP, Điều
 * 20: kết quả điện tử trả ngay khi có), for officers within reach the furthest there is, the stage asked for, or that of an
 * earlier result which another replaced.
 */
export const downloadResult = query({
  name: 'results.download',
  roles: [...READERS],
  input: Type.Object({
    dossierCode: DossierCode,
    stage: Type.Optional(Type.Enum([...STAGES])),
    resultNo: Type.Optional(Type.Integer({ minimum: 1, description: 'an earlier result; left out, the present one' })),
  }),
  async run(
    { db },
    actor,
    { dossierCode, stage, resultNo },
  ): Promise<{ dossierId: string; stage: Stage; file: StoredFile }> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    const view = await asked(db, dossier, resultNo)
    const found = view && (stage ? fileAt(view.result, view.files, stage) : latestFile(view.result, view.files))
    const file = found && (await fileById(db, found.fileId))
    if (!found || !file) throw new Refusal('platform.not-found')
    await refuseClosedCopy(db, actor, file.id)
    return { dossierId: dossier.id, stage: found.stage, file }
  },
  reads: (_, __, { dossierId }) => [`dossier:${dossierId}`],
})

async function asked(
  db: Db,
  dossier: ReachedDossier,
  no: number | undefined,
): Promise<Pick<ResultView, 'result' | 'files'> | undefined> {
  const isOfficers = dossier.roles.some((role) => role !== 'citizen')
  const result = no !== undefined && isOfficers ? await resultByNo(db, dossier.id, no) : undefined
  return result ? { result, files: await filesOf(db, result) } : resultViewOf(db, dossier)
}
