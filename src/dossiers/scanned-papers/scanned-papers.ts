import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { defineEvent } from '../../platform/events.ts'
import { definePort } from '../../platform/ports.ts'

/** A scan of a dossier's paper that was made and checked apart from the files handed in. */
export type ScannedPaper = { fileId: string; title: string; /** Named on the paper itself. */ ownerName: string | null }

/** Whoever scans says which papers of a dossier are checked: only those may be certified. */
export const scannedPapersPort = definePort<(db: Db, dossierId: string) => Promise<ScannedPaper[]>>('scanned-papers')

/** A scan of a dossier's paper became a certified copy (bản sao y): signed, sealed and in the register. */
export const paperCertified = defineEvent<{
  dossierId: string
  /** The scan it was made of, and the sealed file. */
  sourceFileId: string
  fileId: string
  ownerName: string
  number: string
  certifiedOn: LegalDate
  unitId: string
}>('dossiers.paper-certified')

/** A certified copy of a file of a dossier: the scan it was made of, and the sealed file. */
export type SealedCopy = { dossierId: string; sourceFileId: string; fileId: string; unitId: string }

/** Whoever certifies says which copies of a dossier's papers are sealed. */
export const sealedCopiesPort = definePort<(db: Db, dossierId: string) => Promise<SealedCopy[]>>('sealed-copies')
