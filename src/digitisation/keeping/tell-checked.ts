import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { reaction } from '../../platform/events.ts'
import { entryEntered, keepInVault, typeName, vaultEntriesByIds, type VaultEntry } from '../../documents/index.ts'
import { valuesOf } from '../bench/store.ts'
import { paperChecked } from '../events.ts'
import { papersOfDossier, paperById } from '../intake/store.ts'
import type { Paper } from '../intake/scan.ts'
import { verifiedValues } from '../provenance/origin.ts'
import { DOSSIER, entryOf } from './entry-of-paper.ts'
import { paperFacts } from './paper-facts.ts'

const KEEPER = { kind: 'system', name: 'digitisation.vault' } as const

/**
 * What people checked on a paper is told to the entry the vault has of it: kind, number, issuer, day. The entry itself was made when the
 * desk accepted the paper, by the rules of that. Căn cứ: Thông tư 01/2023/TT-VPCP (bóc tách, lưu dữ liệu).
 */
async function tellVault(app: App, paper: Paper, entry: VaultEntry): Promise<void> {
  const { owner, about, validFrom, fileIds, proof, verificationCode, source, sourceCode, keeperUnitId } = entry
  const typeCode = typeName(paper.typeCode) === undefined ? entry.typeCode : paper.typeCode
  const title = typeName(typeCode) ?? entry.title
  const kept = { owner, about, validFrom, fileIds, proof, verificationCode, source, sourceCode, keeperUnitId }
  const facts = paperFacts(verifiedValues(await valuesOf(app.db, paper.id)))
  await runAction(app, keepInVault, KEEPER, { papers: [{ ...kept, ...facts, typeCode, title }] })
}

async function tellChecked(app: App, { paperId }: { paperId: string }): Promise<void> {
  const paper = await paperById(app.db, paperId)
  const entry = paper?.state === 'checked' ? await entryOf(app.db, paper) : undefined
  if (paper && entry) await tellVault(app, paper, entry)
}

/** The paper may have been checked before the desk accepted it. */
async function tellEntered(app: App, { entryId }: { entryId: string }): Promise<void> {
  const [entry] = await vaultEntriesByIds(app.db, [entryId])
  if (!entry?.source.startsWith(DOSSIER)) return
  for (const paper of await papersOfDossier(app.db, entry.source.slice(DOSSIER.length))) {
    if (paper.state === 'checked' && (await entryOf(app.db, paper))?.id === entryId) await tellVault(app, paper, entry)
  }
}

export const tellCheckedPapers = [
  reaction(paperChecked, 'digitisation.tell-checked', tellChecked),
  reaction(entryEntered, 'digitisation.tell-entered', tellEntered),
]
