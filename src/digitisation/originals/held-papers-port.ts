import type { Db } from '../../platform/db.ts'
import { definePort } from '../../platform/ports.ts'
import type { VaultEntry } from '../../documents/index.ts'
import type { OriginalFacts } from './original.ts'

/**
 * Whether papers must stay as they are: who keeps records knows of those in the vault, and of the dossiers they came from
 * (`sources`: `dossier:<id>`), in the vault or not.
 */
export const heldPapersPort =
  definePort<(db: Db, entries: readonly VaultEntry[], sources: readonly string[]) => Promise<OriginalFacts['hold']>>(
    'held-papers',
  )
