import type { StoredFile } from '../../../documents/index.ts'
import type { DossierView } from '../../../dossiers/index.ts'
import { whyNotSource, type CertifiedCopy } from '../../copies/certified-copy.ts'

/** A scan handed in with the dossier. `isTaken`: a copy of it is in the register. */
export type Scan = { file: StoredFile; name: string; isTaken: boolean }

/** What may be certified, and what has been; other files are not scans of a paper. */
export function scansOf({ components }: DossierView, copies: readonly CertifiedCopy[]): Scan[] {
  const taken = new Set(copies.filter(({ state }) => state !== 'dropped').map(({ sourceFileId }) => sourceFileId))
  return components.flatMap(({ name, documents }) =>
    documents
      .filter((file) => whyNotSource(file, false) === undefined)
      .map((file) => ({ file, name, isTaken: taken.has(file.id) })),
  )
}
