import { Refusal } from '../../platform/refusal.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'
import { refusingUnreadable } from '../unreadable.ts'
import { addDocumentTimestamp } from './document-timestamp.ts'
import { gatherData } from './gather-data.ts'
import type { DataSources } from './gather-data.ts'
import { addToSecurityStore, readSecurityStore } from './security-store.ts'
import { isAtLeast } from './signature-level.ts'
import type { SignatureLevel } from './signature-level.ts'
import { stampedItems } from './stamped-items.ts'
import type { StampedItem } from './stamped-items.ts'

/** Null where this installation has no such service. */
export type LevelServices = Omit<DataSources, 'revocation'> & {
  timestampAuthority: TimestampAuthority | null
  revocation: DataSources['revocation'] | null
}

/** `atLeast`: what is accepted when a service does not answer; `level` itself when left out. */
export type LevelWish = { level: SignatureLevel; atLeast?: SignatureLevel }

/** `missing`: why the level is below the one wished for. */
export type ReachedLevel = { pdf: Buffer; level: SignatureLevel; missing?: Refusal }

/**
 * Takes a signed file to a higher level by appending: a time stamp over the document where a signature has none, what is needed
 * to check it later, an archive time stamp over all of it (EN 319 142-1). Signatures of others in the file are taken along as far
 * as their authorities are believed here. A file that has the level already comes back as it is.
 * @throws Refusal `signing.timestamp-unavailable`, `signing.revocation-unavailable` when not even `atLeast` is reached
 */
export function extendSignatures(
  pdf: Uint8Array,
  wish: LevelWish,
  services: LevelServices,
  now: Date,
): Promise<ReachedLevel> {
  return refusingUnreadable(async () => {
    const reached = await extendAsFarAsPossible(Buffer.from(pdf), wish.level, services, now)
    if (!reached.missing) return reached
    if (!isAtLeast(reached.level, wish.atLeast ?? wish.level)) throw reached.missing
    return reached
  })
}

async function extendAsFarAsPossible(
  pdf: Buffer,
  wanted: SignatureLevel,
  services: LevelServices,
  now: Date,
): Promise<ReachedLevel> {
  const steps: [SignatureLevel, (from: Opened) => Promise<Buffer>][] = [
    ['B-T', (from) => withTime(from, services)],
    ['B-LT', (from) => withData(from, services, { now })],
    ['B-LTA', (from) => withArchiveStamp(from, services)],
  ]
  let opened: Opened | undefined
  const reached: ReachedLevel = { pdf, level: 'B-B' }
  for (const [level, step] of steps) {
    if (!isAtLeast(wanted, level)) break
    if (opened?.pdf !== reached.pdf) opened = open(reached.pdf)
    try {
      reached.pdf = await step(opened)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ...reached, missing: error }
    }
    reached.level = level
  }
  return reached
}

/** What is read of a file at one step. */
type Opened = { pdf: Buffer; file: PdfFile; items: StampedItem[] }

function open(pdf: Buffer): Opened {
  const file = readPdf(pdf)
  return { pdf, file, items: stampedItems(file) }
}

const HOUR = 3_600_000

/**
 * Renews a B-LTA file before its newest time stamp weakens: first what proves that stamp, then the next stamp over everything.
 * @throws Refusal `signing.renewal-too-late` when the newest stamp can no longer be proven, and as `extendSignatures`
 */
export function renewArchive(pdf: Uint8Array, services: LevelServices, now: Date): Promise<Buffer> {
  return refusingUnreadable(async () => {
    const renewedSince = new Date(now.getTime() - HOUR)
    return addDocumentTimestamp(
      await withData(open(Buffer.from(pdf)), services, { now, renewedSince }),
      stampingOf(services),
    )
  })
}

async function withTime({ pdf, items }: Opened, services: LevelServices): Promise<Buffer> {
  const lacksTime = items.some(
    ({ signed, token, end }) => signed && !token && !items.some((other) => !other.signed && other.end > end),
  )
  return lacksTime ? addDocumentTimestamp(pdf, stampingOf(services)) : pdf
}

async function withData(
  { pdf, file, items }: Opened,
  { trust, revocation }: LevelServices,
  options: { now: Date; renewedSince?: Date },
): Promise<Buffer> {
  if (!revocation) throw new Refusal('signing.revocation-unavailable')
  const data = await gatherData(items, readSecurityStore(file), { trust, revocation }, options)
  return addToSecurityStore(file, data) ?? pdf
}

async function withArchiveStamp(opened: Opened, services: LevelServices): Promise<Buffer> {
  return isArchived(opened) ? opened.pdf : addDocumentTimestamp(opened.pdf, stampingOf(services))
}

/** The newest revision is a time stamp, and it covers all validation data. */
function isArchived({ file, items }: Opened): boolean {
  const last = items.at(-1)
  if (!last || last.signed) return false
  const { certificates, answers } = readSecurityStore(file)
  const stored = [...certificates, ...answers]
  return stored.length > 0 && stored.every(({ endsAt }) => endsAt < last.end)
}

function stampingOf({ timestampAuthority }: LevelServices): TimestampAuthority {
  if (!timestampAuthority) throw new Refusal('signing.timestamp-unavailable')
  return timestampAuthority
}
