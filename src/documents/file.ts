import type { LegalDate } from '../platform/dates.ts'
import { nfc } from '../platform/text.ts'
import type { SignatureCheck } from './signatures/signature-check.ts'

/** What may be handed in. The content decides, never the name or what the browser says. */
export const MEDIA_TYPES = {
  'application/pdf': { extension: 'pdf', inline: true },
  'image/jpeg': { extension: 'jpg', inline: true },
  'image/png': { extension: 'png', inline: true },
  'image/heic': { extension: 'heic', inline: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', inline: false },
} as const
export type MediaType = keyof typeof MEDIA_TYPES

/** What browsers offer in the file picker. Asked for it, an iPhone sends a photo as it is, half as heavy as the JPEG it would make. */
export const ACCEPT = '.pdf,.docx,.heic,image/heic,image/jpeg,image/png'

export type FileOrigin = 'upload' | 'scan' | 'produced'
export type ScanVerdict = 'not-scanned' | 'clean' | 'infected'

/** Tệp: its content never changes; the receipt is code, SHA-256, size and time together. */
export type StoredFile = {
  id: string
  /** Lower-case hex. */
  sha256: string
  /** Bytes. */
  size: number
  mediaType: string
  name: string
  /** Of a PDF. */
  pages: number | null
  origin: FileOrigin
  /** The journal's label of whoever sent it. */
  uploadedBy: string
  uploadedAt: Date
  receiptCode: string
  scanVerdict: ScanVerdict
  /** What was found of its digital signatures; nothing when it has none. */
  signatures?: SignatureCheck
  /** Its content was let go by a rule. */
  letGo?: { on: LegalDate; ground: string }
}

export const MOST_PAGES = 200
export const MOST_PIXELS = 100_000_000

export function isMediaType(text: string): text is MediaType {
  return Object.hasOwn(MEDIA_TYPES, text)
}

const LONGEST_NAME = 150

/** A name to show and to offer on download: composed, without folders, control or invisible characters; the ending stays. */
export function cleanName(given: string): string {
  const name = nfc(given)
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/["<>:|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const letters = [...name]
  if (letters.length <= LONGEST_NAME) return name === '' ? 'tep' : name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, LONGEST_NAME - ending.length).join('') + ending
}

// Without letters and digits that look alike on paper or sound alike on the telephone.
const RECEIPT_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Mã biên nhận `BN-261121-7K3QF9MD`; `random` gives a whole number below its argument. */
export function receiptCode(day: string, random: (below: number) => number): string {
  const letters = Array.from({ length: 8 }, () => RECEIPT_LETTERS[random(RECEIPT_LETTERS.length)])
  return `BN-${day.slice(2).replaceAll('-', '')}-${letters.join('')}`
}

/** `20 MB`, `1,5 MB`, `820 KB` */
export function formatSize(bytes: number): string {
  const [amount, unit] = bytes >= 1024 * 1024 ? [bytes / (1024 * 1024), 'MB'] : [bytes / 1024, 'KB']
  return `${String(Math.round(amount * 10) / 10).replace('.', ',')} ${unit}`
}
