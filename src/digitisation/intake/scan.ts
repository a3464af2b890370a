import type { Reason } from '../../platform/refusal.ts'
import type { ReadCode } from '../reading/codes.ts'
import type { PageQuality } from './quality/quality.ts'

export const SOURCES = ['scanner-folder', 'desk', 'camera', 'email', 'register', 'portal'] as const
export type ScanSource = (typeof SOURCES)[number]

/** Lượt quét: what came in at once. */
export type Scan = {
  id: string
  source: ScanSource
  unitId: string
  /** What the operator calls it: a file's name, the subject of a letter, the title of a register. */
  title: string
  /** The journal's label of whoever put it in. */
  takenBy: string
  takenAt: Date
  draftId: string | null
  dossierId: string | null
  dossierCode: string | null
  componentCode: string | null
  /** Papers without a fault are handed on by themselves, or only when a person says so. */
  handsOn: 'by-itself' | 'by-person'
  splitAt: SplitAt
  /** Tells that the same thing came again. */
  knownAs: string | null
  state: ScanState
  version: number
}

export const SPLITS = ['file', 'separator', 'blank', 'page'] as const
/** Where a new paper begins besides at a separator sheet: with each file, nowhere else, after a blank page, with each page. */
export type SplitAt = (typeof SPLITS)[number]

export type ScanState =
  | 'preparing' // đang làm trang
  | 'ready' // chờ cán bộ xem
  | 'handed-on' // mọi giấy tờ đã chuyển đọc
  | 'quarantined' // người gửi lạ, chờ xét
  | 'dropped' // bỏ

/** A file as it came; one that could not be taken has a name and a reason alone. */
export type ScanFile = {
  scanId: string
  no: number
  name: string
  fileId: string | null
  pages: number | null
  state: 'waiting' | 'opened' | 'failed'
  failure: Reason | null
  /** When the original was let go by the rule in force; nothing while it is kept. */
  letGoAt?: Date | null
}

/** Trang: one side of a sheet, made level, upright and clean. */
export type Page = {
  id: string
  scanId: string
  /** Place in what came in. */
  no: number
  /** The file it came in, and which page of that, from 1. */
  fileId: string
  filePage: number
  /** In the file store: a JPEG. */
  pictureSha256: string | null
  pictureSize: number | null
  width: number | null
  height: number | null
  dpi: number | null
  turned: Turned
  /** A person's word on it; nothing when it was found out. */
  turnedByHand: Turned | null
  quality: PageQuality | null
  /** Read on the picture before it was made small; boxes are missing. */
  codes: ReadCode[]
  role: 'page' | 'blank' | 'separator'
  paperId: string | null
  /** Place in its paper, from 1. */
  place: number | null
  state: 'waiting' | 'prepared' | 'failed'
  failure: Reason | null
  replacedBy: string | null
  /** Who saw that the page is faulty and uses it all the same. */
  acceptedBy: string | null
}

export type Turned = 0 | 90 | 180 | 270

/** A page that has its picture. */
export type PreparedPage = Page & {
  pictureSha256: string
  pictureSize: number
  width: number
  height: number
  dpi: number
  quality: PageQuality
}

export const isPrepared = (page: Page): page is PreparedPage => page.state === 'prepared'

export const PAPER_STATES = ['assembling', 'waiting', 'reading', 'to-check', 'checked', 'kept', 'failed'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/** Giấy tờ: pages that belong together, one archival PDF. */
export type Paper = {
  id: string
  scanId: string
  /** Place in its scan, from 1. */
  no: number
  unitId: string
  draftId: string | null
  dossierId: string | null
  componentCode: string | null
  /** On the sheet that stood before it. */
  separatorCode: string | null
  /** The archival PDF, when it is made. */
  fileId: string | null
  state: PaperState
  typeCode: string | null
  typeConfidence: number | null
  failure: Reason | null
  createdAt: Date
  version: number
}
