import { Type } from 'typebox'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { fileById, type StoredFile } from '../documents/index.ts'
import { dossierWithinReach, type ReachedDossier } from '../dossiers/index.ts'
import { issuedOf } from './issued-store.ts'
import type { IssuedDocument } from './issued.ts'
import { DossierCode } from './result-input.ts'
import {
  isIssued,
  latestFile,
  fileAt,
  type Result,
  type ResultDelivered,
  type ResultFile,
  type Stage,
} from './result.ts'
import { deliveryOf, filesOf, resultOf } from './store.ts'

export type ResultView = {
  result: Result
  files: ResultFile[]
  issued: IssuedDocument | null
  delivery: ResultDelivered | null
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
  const result = await resultOf(db, dossier.id)
  const isForCitizen = dossier.roles.every((role) => role === 'citizen')
  if (!result || (isForCitizen && !isIssued(result))) return undefined
  const [files, issued, delivery] = await Promise.all([
    filesOf(db, result),
    issuedOf(db, result),
    deliveryOf(db, result),
  ])
  return {
    result,
    files: isForCitizen ? files.filter(({ stage }) => stage === 'sealed') : files,
    issued: issued ?? null,
    delivery: delivery ?? null,
  }
}

/**
 * The file of a result: for its owner the issued one, from the moment the agency has sealed it (Nghị định 61/2018/NĐ-CP, Điều
 * 20: kết quả điện tử trả ngay khi có), for officers within reach the furthest there is or the stage asked for.
 */
export const downloadResult = query({
  name: 'results.download',
  roles: [...READERS],
  input: Type.Object({
    dossierCode: DossierCode,
    stage: Type.Optional(Type.Enum(['unsigned', 'signed', 'sealed'])),
  }),
  async run({ db }, actor, { dossierCode, stage }): Promise<{ dossierId: string; stage: Stage; file: StoredFile }> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    const view = await resultViewOf(db, dossier)
    const found = view && (stage ? fileAt(view.result, view.files, stage) : latestFile(view.result, view.files))
    const file = found && (await fileById(db, found.fileId))
    if (!found || !file) throw new Refusal('platform.not-found')
    return { dossierId: dossier.id, stage: found.stage, file }
  },
  reads: (_, __, { dossierId }) => [`dossier:${dossierId}`],
})
