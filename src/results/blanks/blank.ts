import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { BlankKind } from './blank-kind.ts'

export type BlankState =
  | 'in-stock' // trong kho
  | 'used' // đã dùng cho một hồ sơ
  | 'spoiled' // hỏng, chờ huỷ
  | 'destroyed' // đã huỷ theo biên bản

/** Why a blank can be used no more. A lost one cannot be destroyed: it may turn up. */
export type SpoilCause =
  | 'misprinted' // in sai, viết sai
  | 'damaged' // rách, bẩn, lỗi sản xuất
  | 'lost' // mất

/** phôi: one sheet or card with a serial number; it is in exactly one state. */
export type Blank = {
  kind: string
  serial: string
  /** Who keeps it. */
  unitId: string
  batchId: string
  state: BlankState
  /** The result printed on it; stays when it was spoiled afterwards. */
  dossierId: string | null
  dossierCode: string | null
  resultNo: number | null
  usedAt: Date | null
  usedByName: string | null
  cause: SpoilCause | null
  reason: string | null
  spoiledAt: Date | null
  spoiledByName: string | null
  minutesNumber: string | null
  minutesOn: LegalDate | null
  destroyedAt: Date | null
  destroyedByName: string | null
}

/** lô phôi nhập kho */
export type BlankBatch = {
  id: string
  kind: string
  unitId: string
  firstSerial: string
  lastSerial: string
  count: number
  noteNumber: string
  noteOn: LegalDate
  deliveredBy: string
  receivedAt: Date
  receivedByName: string
}

/** A delivery is counted by hand: more than this in one line is a slip of the pen. */
const MOST_IN_BATCH = 5_000

export type SerialRange = { prefix: string; digits: number; first: number; count: number }

/** As printed: capitals, single spaces. */
export const writtenSerial = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase()

/** The serial numbers from one to another, or why these two are not the ends of one run. */
export function readRange(kind: Pick<BlankKind, 'serial'>, from: string, to: string): SerialRange | Reason {
  const pattern = new RegExp(kind.serial)
  const [first, last] = [from, to].map((text) => ends(writtenSerial(text), pattern))
  if (!first) return { code: 'results.blank-serial-wrong', facts: { serial: from } }
  if (!last) return { code: 'results.blank-serial-wrong', facts: { serial: to } }
  const count = last.no - first.no + 1
  if (first.prefix !== last.prefix || first.digits !== last.digits || count < 1) {
    return { code: 'results.blank-range-wrong', facts: { from, to } }
  }
  if (count > MOST_IN_BATCH) return { code: 'results.blank-range-long', facts: { count, most: MOST_IN_BATCH } }
  return { prefix: first.prefix, digits: first.digits, first: first.no, count }
}

function ends(serial: string, pattern: RegExp): { prefix: string; digits: number; no: number } | undefined {
  const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/.exec(serial) ?? []
  return pattern.test(serial) ? { prefix, digits: digits.length, no: Number(digits) } : undefined
}

export const serialsOf = ({ prefix, digits, first, count }: SerialRange): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(first + index).padStart(digits, '0')}`)

/** Why a result cannot be printed on this blank. */
export function whyNotUse(blank: Blank | undefined, wanted: { kind: string; unitId: string }): Reason | undefined {
  if (!blank || blank.unitId !== wanted.unitId || blank.kind !== wanted.kind) return { code: 'results.blank-not-here' }
  if (blank.state === 'in-stock') return undefined
  return { code: 'results.blank-not-in-stock', facts: { serial: blank.serial } }
}

/**
 * Why a blank cannot be noted as spoiled; `isIssued`: the original printed on it has been given its number, so it is put right by
 * replacing the result and not by striking out a serial number.
 */
export function whyNotSpoil(blank: Pick<Blank, 'state' | 'serial'>, isIssued: boolean): Reason | undefined {
  const { state, serial } = blank
  if (state === 'spoiled' || state === 'destroyed') return { code: 'results.blank-gone', facts: { serial } }
  return state === 'used' && isIssued ? { code: 'results.blank-issued', facts: { serial } } : undefined
}

/** Why a blank cannot be destroyed: only what is spoiled and still there. */
export function whyNotDestroy({ state, serial, cause }: Pick<Blank, 'state' | 'serial' | 'cause'>): Reason | undefined {
  if (state !== 'spoiled') return { code: 'results.blank-not-spoiled', facts: { serial } }
  return cause === 'lost' ? { code: 'results.blank-lost', facts: { serial } } : undefined
}

/** How many of a kind stand where. */
export type BlankStock = { kind: string; unitId: string; counts: Record<BlankState, number>; next: string | null }
