import type { StoredFile } from '../../../documents/index.ts'
import type { DossierView, ScannedPaper } from '../../../dossiers/index.ts'
import { whyNotSource, type CertifiedCopy } from '../../copies/certified-copy.ts'

/** A scan of a paper of the dossier. `isTaken`: a copy of it is in the register; `isChecked`: people checked what it says. */
export type Scan = { file: StoredFile; name: string; owner: string | null; isTaken: boolean; isChecked: boolean }

export type CheckedScan = ScannedPaper & { file: StoredFile }

/** What may be certified, and what has been; other files are not scans of a paper. */
export function scansOf(
  { components }: DossierView,
  copies: readonly CertifiedCopy[],
  checked: readonly CheckedScan[],
): Scan[] {
  const taken = new Set(copies.filter(({ state }) => state !== 'dropped').map(({ sourceFileId }) => sourceFileId))
  const handedIn = components.flatMap(({ name, documents }) =>
    documents.map((file) => ({ file, name, owner: null, isChecked: false })),
  )
  const scanned = checked.map(({ file, title: name, ownerName: owner }) => ({ file, name, owner, isChecked: true }))
  return [...scanned, ...handedIn]
    .filter(({ file }) => whyNotSource(file, false) === undefined)
    .map((scan) => ({ ...scan, isTaken: taken.has(scan.file.id) }))
}
