import { Type } from 'typebox'
import { unitsOf, type Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { PortMap } from '../../platform/ports.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dossierWithinReach, hasEnded, scannedPapersPort, type AloneScan } from '../../dossiers/index.ts'
import type { CertifiedCopy } from './certified-copy.ts'

/** What a copy is made of: a file of a dossier, or a checked scan that belongs to none. One of the two. */
export const CopyOf = {
  dossierCode: Type.Optional(Type.String({ maxLength: 40 })),
  paperId: Type.Optional(Type.String({ format: 'uuid' })),
}
export type CopyOf = { dossierCode?: string | undefined; paperId?: string | undefined }

export type CopyPlace = Pick<CertifiedCopy, 'dossierId' | 'dossierCode' | 'paperId' | 'unitId'> & {
  /** Of lines of the journal. */
  subject: string
  procedureCode: string | null
  hasEnded: boolean
  /** The paper itself, where it belongs to no dossier. */
  alone: AloneScan | undefined
}

type Ctx = { db: Db; port: PortMap['get'] }

/** Where papers lie at this officer's desk; refuses with `platform.not-found` alike for "none" and "not yours". */
export async function copyPlace(ctx: Ctx, actor: Actor, { dossierCode, paperId }: CopyOf): Promise<CopyPlace> {
  if (dossierCode !== undefined) return placeOfDossier(ctx.db, actor, dossierCode)
  const alone = paperId === undefined ? undefined : await ctx.port(scannedPapersPort).alone(ctx.db, paperId)
  if (!alone || paperId === undefined || !unitsOf(actor, 'intake-officer').includes(alone.unitId))
    throw new Refusal('platform.not-found')
  const { unitId } = alone
  const none = { dossierId: null, dossierCode: null, procedureCode: null, hasEnded: false }
  return { ...none, subject: `paper:${paperId}`, paperId, unitId, alone }
}

async function placeOfDossier(db: Db, actor: Actor, code: string): Promise<CopyPlace> {
  const dossier = await dossierWithinReach(db, actor, code)
  if (!dossier.roles.includes('intake-officer')) throw new Refusal('platform.not-found')
  const { id, receivedByUnitId: unitId, procedureCode, handling } = dossier
  const known = { dossierId: id, dossierCode: dossier.code, paperId: null, alone: undefined }
  return { ...known, subject: `dossier:${id}`, unitId, procedureCode, hasEnded: hasEnded(handling) }
}

/** The same of a copy that is there. */
export const ofCopy = ({ dossierCode, paperId }: CertifiedCopy): CopyOf =>
  dossierCode === null ? { paperId: paperId ?? undefined } : { dossierCode }
