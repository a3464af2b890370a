import type { LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'

/** gói nộp lưu */
export type ArchivePackage = {
  id: string
  unitId: string
  year: number
  no: number
  papers: number
  fileId: string
  sha256: string
  size: number
  madeAt: Date
  madeByAccountId: string
  madeByName: string
  /** The archive's receipt; null until it has taken the package. */
  receipt: Receipt | null
}

/** biên bản giao nhận của lưu trữ */
export type Receipt = { archiveName: string; number: string; receivedOn: LegalDate; receiverName: string }

export type PackagePaper = { no: number; entryId: string; title: string; typeCode: string | null; keep: string }

/** đóng bản cơ quan đang dùng: no file is erased. */
export type Destruction = {
  packageId: string
  decisionNumber: string
  decidedOn: LegalDate
  decidedBy: string
  proposedAt: Date
  proposedByAccountId: string
  proposedByName: string
  confirmedAt: Date | null
  confirmedByName: string | null
  closed: number | null
  held: number | null
}

export type HoldReason = 'disputed' | 'dossier-running' | 'on-order'
/** Why a paper stays: neither handed over nor closed while one of these stands. */
export type Holds = ReadonlyMap<string, HoldReason>

/** `GNL-2026-0007` */
export function packageCode({ year, no }: Pick<ArchivePackage, 'year' | 'no'>): string {
  return `GNL-${year}-${String(no).padStart(4, '0')}`
}

export function whyNotNoteReceipt(
  { receipt, madeOn }: { receipt: Receipt | null; madeOn: LegalDate },
  { receivedOn }: Pick<Receipt, 'receivedOn'>,
  today: LegalDate,
): Reason | undefined {
  if (receipt) return { code: 'archive.received-before', facts: { number: receipt.number } }
  if (receivedOn < madeOn || receivedOn > today) return { code: 'archive.receipt-day', facts: { madeOn, today } }
  return undefined
}

/** Nothing is destroyed that the archive has not taken, nor before it was decided. */
export function whyNotPropose(
  { receipt, destruction }: { receipt: Receipt | null; destruction: Destruction | undefined },
  { decidedOn }: Pick<Destruction, 'decidedOn'>,
  today: LegalDate,
): Reason | undefined {
  if (!receipt) return { code: 'archive.no-receipt', facts: {} }
  if (destruction) return { code: 'archive.proposed-before', facts: { by: destruction.proposedByName } }
  if (decidedOn < receipt.receivedOn || decidedOn > today)
    return { code: 'archive.decision-day', facts: { receivedOn: receipt.receivedOn, today } }
  return undefined
}

/** Two people: who confirms is not who proposed. */
export function whyNotConfirm(
  destruction: Pick<Destruction, 'proposedByAccountId' | 'confirmedAt'> | undefined,
  accountId: string,
): Reason | undefined {
  if (!destruction) return { code: 'archive.not-proposed', facts: {} }
  if (destruction.confirmedAt !== null) return { code: 'archive.destroyed-before', facts: {} }
  return destruction.proposedByAccountId === accountId ? { code: 'archive.two-people', facts: {} } : undefined
}
