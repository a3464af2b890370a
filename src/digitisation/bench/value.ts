import type { Reason } from '../../platform/refusal.ts'
import { nfc } from '../../platform/text.ts'
import type { Alternative } from '../extraction/extracted-field.ts'
import type { Box } from '../reading/recogniser.ts'
import type { Hint } from './hint.ts'

export type ValueState =
  | 'read' // máy đọc, chưa ai kiểm
  | 'once' // một người đã kiểm, chờ người thứ hai
  | 'differs' // hai người kiểm khác nhau
  | 'settled' // đã chốt

export type Verdict =
  | 'accepted' // máy đọc đúng
  | 'corrected' // sửa lại
  | 'unreadable' // không đọc được, hoặc trên giấy không có

/** What one person found on the paper; `text` is null where it cannot be read. */
export type Judged = {
  verdict: Verdict
  text: string | null
  normalised: unknown
  accountId: string
  name: string
  /** ISO instant. */
  at: string
}

/** Giá trị một trường của giấy tờ. */
export type PaperValue = {
  id: string
  paperId: string
  /** In the order of the template, from 1. */
  place: number
  name: string
  label: string
  source: 'print' | 'code' | 'none'
  page: number | null
  box: Box | null
  readText: string
  readNormalised: unknown
  confidence: number
  alternatives: Alternative[]
  faults: string[]
  hints: Hint[]
  /** Two people have to look at it, each without seeing what the other found. */
  needsTwo: boolean
  state: ValueState
  first: Judged | null
  second: Judged | null
  settled: Judged | null
  version: number
}

/** From here on a value counts as sure: right at least 95 times in 100 where confidence is calibrated (measured, see README). */
export const SURE_FROM = 0.95

type Doubted = Pick<PaperValue, 'confidence' | 'faults' | 'hints' | 'source' | 'readText'>

/** Nothing speaks against it. A person looks all the same: sure values are confirmed together, after a look. */
export function isSure({ confidence, faults, hints, source, readText }: Doubted): boolean {
  if (source === 'none' || readText === '' || faults.length > 0) return false
  return confidence >= SURE_FROM && hints.every(({ agrees }) => agrees)
}

export const isOpen = ({ state }: Pick<PaperValue, 'state'>): boolean => state !== 'settled'

/** Whether this person has something to do about it: not where their own look waits for another's. */
export function isFor({ state, first }: Pick<PaperValue, 'state' | 'first'>, accountId: string): boolean {
  return state === 'read' || state === 'differs' || (state === 'once' && first?.accountId !== accountId)
}

/** The most doubtful first: what two people see differently, what has a fault, what is least sure; what was not found comes last. */
export function byDoubt<V extends Doubted & Pick<PaperValue, 'state' | 'place'>>(values: readonly V[]): V[] {
  const rank = ({ state, source, faults, hints }: V) => {
    if (state === 'differs') return 0
    if (source === 'none') return 3
    return faults.length > 0 || hints.some(({ agrees }) => !agrees) ? 1 : 2
  }
  return values.toSorted((a, b) => rank(a) - rank(b) || a.confidence - b.confidence || a.place - b.place)
}

const isSame = (one: Judged, other: Judged): boolean => plain(one.text) === plain(other.text)
const plain = (text: string | null): string | null => text && nfc(text).replace(/\s+/g, ' ').trim()

type Standing = Pick<PaperValue, 'state' | 'first' | 'second' | 'settled' | 'needsTwo'>

/** Which look this is: the first, the one that does not know the first, or the one that ends a difference. */
export function turnOf({ state, first }: Pick<Standing, 'state' | 'first'>, accountId: string) {
  if (state === 'differs') return 'settling'
  return state === 'once' && first?.accountId !== accountId ? 'second' : 'first'
}

/** Why this person cannot end a difference so: whoever is one of the two may only give way to the other. */
export function whyNotSettle({ state, first, second }: Standing, judged: Judged): Reason | undefined {
  if (state !== 'differs' || !first || !second) return undefined
  const other = [first, second].find(({ accountId }) => accountId !== judged.accountId)
  const isOneOfThem = [first, second].some(({ accountId }) => accountId === judged.accountId)
  return isOneOfThem && other && !isSame(judged, other) ? { code: 'digitisation.settled-by-another' } : undefined
}

/** How a value stands after somebody looked at it; a settled one is opened again by whoever finds a slip. */
export function afterLook(value: Standing, judged: Judged): Omit<Standing, 'needsTwo'> {
  const { first } = value
  const turn = turnOf(value, judged.accountId)
  if (turn === 'settling') return { state: 'settled', first, second: value.second, settled: judged }
  if (!value.needsTwo) return { state: 'settled', first: judged, second: null, settled: judged }
  if (turn === 'first') return { state: 'once', first: judged, second: null, settled: null }
  if (!first || !isSame(first, judged)) return { state: 'differs', first, second: judged, settled: null }
  return { state: 'settled', first, second: judged, settled: judged }
}
