import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/db.ts'
import { keepInVault, vaultEntriesFrom, type VaultEntry } from '../../documents/index.ts'

export type SealedCopy = { dossierId: string; sourceFileId: string; fileId: string; unitId: string }

/** What the vault has of the scan that was certified. */
export async function scanInVault(
  db: Db,
  copy: Pick<SealedCopy, 'dossierId' | 'sourceFileId'>,
): Promise<VaultEntry | undefined> {
  const entries = await vaultEntriesFrom(db, `dossier:${copy.dossierId}`)
  return entries.find(({ fileIds }) => fileIds.length === 1 && fileIds[0] === copy.sourceFileId)
}

/**
 * A certified copy stands in the place of the scan it was made of: signed, it is valid instead of the original (Nghị định
 * 45/2020/NĐ-CP, Điều 10). What the vault did not keep of the dossier it does not keep as a copy either.
 */
export async function replaceScan(app: App, copy: SealedCopy): Promise<void> {
  const scan = await scanInVault(app.db, copy)
  if (!scan) return
  const { owner, typeCode, title, about, number, issuer, issuedOn, validFrom, source, sourceCode } = scan
  const known = { owner, typeCode, title, about, number, issuer, issuedOn, validFrom, source, sourceCode }
  const certified = { proof: 'certified-copy' as const, verificationCode: null, keeperUnitId: copy.unitId }
  const paper = { ...known, ...certified, fileIds: [copy.fileId], replacesEntry: scan.id }
  await runAction(app, keepInVault, { kind: 'system', name: 'digitisation.keeper' }, { papers: [paper] })
}
