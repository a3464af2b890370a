import type { Db } from '../../platform/db.ts'
import type { PortMap } from '../../platform/ports.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, type StoredFile } from '../../documents/index.ts'
import { componentsOfDossier, scannedPapersPort } from '../../dossiers/index.ts'
import type { CopyPlace } from './copy-place.ts'
import { copiesAt } from './store.ts'

/** A file handed in with the dossier, or a checked scan, and whether a copy of it is in the register already. */
export async function copySource(
  ctx: { db: Db; port: PortMap['get'] },
  place: CopyPlace,
  fileId: string,
): Promise<{ file: StoredFile; isTaken: boolean }> {
  const file = (await filesAt(ctx, place)).includes(fileId) ? await fileById(ctx.db, fileId) : undefined
  if (!file) throw new Refusal('platform.not-found')
  const copies = await copiesAt(ctx.db, place)
  return { file, isTaken: copies.some(({ sourceFileId, state }) => sourceFileId === fileId && state !== 'dropped') }
}

async function filesAt(
  { db, port }: { db: Db; port: PortMap['get'] },
  { dossierId, alone }: CopyPlace,
): Promise<string[]> {
  if (dossierId === null) return alone ? [alone.fileId] : []
  const components = await componentsOfDossier(db, dossierId)
  const scanned = await port(scannedPapersPort).ofDossier(db, dossierId)
  return [...components.flatMap(({ files }) => files), ...scanned].map(({ fileId }) => fileId)
}
