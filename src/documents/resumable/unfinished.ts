import type { Reason } from '../../platform/refusal.ts'
import { formatSize } from '../file.ts'

/** Tệp gửi dở: a file on its way, its owner alone sees it and goes on with it. */
export type UnfinishedUpload = {
  id: string
  /** The journal's label of the sender. */
  owner: string
  name: string
  /** Bytes announced. */
  size: number
  origin: 'upload' | 'scan'
  /** Where it was chosen: the page's path and box. */
  purpose: string | null
  /** Of its whole content, as its sender says. */
  sha256: string | null
  begunAt: Date
  expiresAt: Date
  /** The stored file it became. */
  fileId: string | null
  /** Why it was not kept. */
  refused: Reason | null
}

export type UploadLimits = { fileBytes: number; unfinishedHours: number; unfinishedPerPerson: number }

/** Told before a byte is sent: too heavy, or too much is lying about unfinished already. */
export function whyNotBegin(
  { name, size }: { name: string; size: number },
  unfinished: number,
  limits: UploadLimits,
): Reason | undefined {
  if (size > limits.fileBytes)
    return { code: 'documents.too-big', facts: { name, limit: formatSize(limits.fileBytes) } }
  if (unfinished >= limits.unfinishedPerPerson)
    return { code: 'documents.too-many-unfinished', facts: { most: limits.unfinishedPerPerson } }
  return undefined
}

export function expiryOf(now: Date, { unfinishedHours }: UploadLimits): Date {
  return new Date(now.getTime() + unfinishedHours * 3_600_000)
}

/** How far it came, never rounded up to whole. */
export function percentOf(arrived: number, size: number): number {
  return size === 0 ? 0 : Math.floor((arrived / size) * 100)
}
