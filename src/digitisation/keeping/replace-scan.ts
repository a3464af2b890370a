import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/db.ts'
import { reaction } from '../../platform/events.ts'
import {
  entryEntered,
  keepInVault,
  vaultEntriesByIds,
  vaultEntriesFrom,
  type VaultEntry,
} from '../../documents/index.ts'
import { sealedCopiesPort, type SealedCopy } from '../../dossiers/index.ts'
import { papersOfDossier } from '../intake/store.ts'
import { DOSSIER, entryOf } from './entry-of-paper.ts'

type Source = Pick<SealedCopy, 'dossierId' | 'sourceFileId'>

/** What the vault has of the scan that was certified: the file itself, or what its paper was handed in as. */
export async function scanInVault(db: Db, { dossierId, sourceFileId }: Source): Promise<VaultEntry | undefined> {
  const entries = await vaultEntriesFrom(db, `${DOSSIER}${dossierId}`)
  const itself = entries.find(({ fileIds }) => fileIds.length === 1 && fileIds[0] === sourceFileId)
  if (itself) return itself
  const papers = await papersOfDossier(db, dossierId)
  const paper = papers.find(({ fileId }) => fileId === sourceFileId)
  // Where several papers were handed in as one, its entry is more than what was certified.
  const isAlone = papers.filter(({ componentCode }) => componentCode === paper?.componentCode).length === 1
  return paper && isAlone ? entryOf(db, paper) : undefined
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

/** The copy may have been sealed before the desk accepted the paper: its scan is replaced as soon as it comes. */
export const replaceEntered = reaction(
  entryEntered,
  'digitisation.replace-entered',
  async (app, { entryId, source }) => {
    if (!source.startsWith(DOSSIER)) return
    const [entry] = await vaultEntriesByIds(app.db, [entryId])
    if (entry?.state !== 'in-force') return
    for (const copy of await app.ports.get(sealedCopiesPort)(app.db, source.slice(DOSSIER.length))) {
      if ((await scanInVault(app.db, copy))?.id === entryId) await replaceScan(app, copy)
    }
  },
)
