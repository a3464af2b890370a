import type { Reason } from '../../platform/refusal.ts'
import { formatSize } from '../file.ts'

/** `parcel`: no file of its own, opened by who asked for it. */
export type UploadOrigin = 'upload' | 'scan' | 'parcel'

/** Bytes of a sheet or an archive; the files in it are measured one by one. */
export const MOST_PARCEL_BYTES = 60 * 1024 * 1024

/** Tệp gửi dở: a file on its way, its owner alone sees it and goes on with it. */
export type UnfinishedUpload = {
  id: string
  /** The journal's label of the sender. */
  owner: string
  name: string
  /** Bytes announced. */
  size: number
  origin: UploadOrigin
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
  { name, size, origin }: Pick<UnfinishedUpload, 'name' | 'size' | 'origin'>,
  unfinished: number,
  limits: UploadLimits,
): Reason | undefined {
  const most = origin === 'parcel' ? MOST_PARCEL_BYTES : limits.fileBytes
  if (size > most) return { code: 'documents.too-big', facts: { name, limit: formatSize(most) } }
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
