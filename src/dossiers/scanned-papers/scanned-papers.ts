import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { defineEvent } from '../../platform/events.ts'
import { definePort } from '../../platform/ports.ts'

/** A scan of a dossier's paper that was made and checked apart from the files handed in. */
export type ScannedPaper = { fileId: string; title: string; /** Named on the paper itself. */ ownerName: string | null }

/** One that belongs to no dossier: a page of an old register, a letter. */
export type AloneScan = ScannedPaper & {
  /** Whose desk took it in. */
  unitId: string
  /** The owner's number, when people verified one on the paper. */
  ownerNumber: string | null
}

/** Whoever scans says which papers are checked: only those may be certified. */
export const scannedPapersPort = definePort<{
  ofDossier(db: Db, dossierId: string): Promise<ScannedPaper[]>
  /** Undefined for a paper that is not checked, or belongs to a dossier. */
  alone(db: Db, paperId: string): Promise<AloneScan | undefined>
}>('scanned-papers')

/** A scan became a certified copy (bản sao y): signed, sealed and in the register. It is of a dossier, or a paper of none. */
export const paperCertified = defineEvent<{
  dossierId: string | null
  paperId: string | null
  /** The scan it was made of, and the sealed file. */
  sourceFileId: string
  fileId: string
  ownerName: string
  /** Given by the officer with a paper of no dossier. */
  ownerNumber: string | null
  number: string
  certifiedOn: LegalDate
  unitId: string
}>('dossiers.paper-certified')

/** A certified copy of a file of a dossier: the scan it was made of, and the sealed file. */
export type SealedCopy = { dossierId: string; sourceFileId: string; fileId: string; unitId: string }

/** Whoever certifies says which copies of a dossier's papers are sealed. */
export const sealedCopiesPort = definePort<(db: Db, dossierId: string) => Promise<SealedCopy[]>>('sealed-copies')
