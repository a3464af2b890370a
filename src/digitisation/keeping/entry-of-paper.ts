import type { Db } from '../../platform/db.ts'
import { vaultEntriesFrom, type VaultEntry } from '../../documents/index.ts'
import { componentsOfDossier } from '../../dossiers/index.ts'
import type { Paper } from '../intake/scan.ts'

export const DOSSIER = 'dossier:'

/** The entry a paper of a dossier stands for: made of the archival file itself, or of the files of its component. */
export async function entryOf(db: Db, paper: Paper): Promise<VaultEntry | undefined> {
  if (paper.dossierId === null) return undefined
  const components = await componentsOfDossier(db, paper.dossierId)
  const files = components.find(({ code }) => code === paper.componentCode)?.files.map(({ fileId }) => fileId) ?? []
  const entries = await vaultEntriesFrom(db, `${DOSSIER}${paper.dossierId}`)
  return entries.find(
    ({ fileIds }) =>
      (paper.fileId !== null && fileIds.includes(paper.fileId)) ||
      (files.length > 0 && fileIds.length === files.length && fileIds.every((id) => files.includes(id))),
  )
}
