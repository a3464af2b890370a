import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { PortMap } from '../../platform/ports.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, type StoredFile } from '../../documents/index.ts'
import {
  componentsOfDossier,
  dossierWithinReach,
  scannedPapersPort,
  type Dossier,
  type ReachedDossier,
} from '../../dossiers/index.ts'
import { copiesOf } from './store.ts'

/** A dossier whose papers lie at this officer's desk. */
export async function deskDossier(db: Db, actor: Actor, code: string): Promise<ReachedDossier> {
  const dossier = await dossierWithinReach(db, actor, code)
  if (!dossier.roles.includes('intake-officer')) throw new Refusal('platform.not-found')
  return dossier
}

/** A file handed in with the dossier, or a checked scan of its papers, and whether a copy of it is in the register already. */
export async function copySource(
  { db, port }: { db: Db; port: PortMap['get'] },
  { id }: Pick<Dossier, 'id'>,
  fileId: string,
): Promise<{ file: StoredFile; isTaken: boolean }> {
  const components = await componentsOfDossier(db, id)
  const scanned = await port(scannedPapersPort)(db, id)
  const isThere =
    components.some(({ files }) => files.some((one) => one.fileId === fileId)) ||
    scanned.some((one) => one.fileId === fileId)
  const file = isThere ? await fileById(db, fileId) : undefined
  if (!file) throw new Refusal('platform.not-found')
  const copies = await copiesOf(db, id)
  return { file, isTaken: copies.some(({ sourceFileId, state }) => sourceFileId === fileId && state !== 'dropped') }
}
