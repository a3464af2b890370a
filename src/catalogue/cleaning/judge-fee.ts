import { foldText } from '../../platform/text.ts'
import type { SourceFee } from '../source-procedure.ts'
import type { FindingCode } from './finding.ts'

export type FeeJudgement = {
  amountDong: bigint | null
  chargeable: boolean
  /** Why nothing may be collected from it. */
  doubt?: FindingCode
}

const NO_FEE =
  /^((phi|le phi|muc thu)[:,. ]*)*(khong( co| quy dinh| thu| mat)?( phi| le phi)?( theo quy dinh)?|mien( phi| le phi)?|chua( co)? quy dinh)[.;]?$/
const COUNCIL = /hoi dong nhan dan|hdnd|(uy ban nhan dan|ubnd)[^.]{0,40} (quy dinh|quyet dinh|ban hanh)/
const FOREIGN = /usd(?![a-z])|do la|\beur\b|euro/
const PERIOD =
  /(den het|tu|ke tu|truoc|sau|giai doan tu|nam) (ngay )?(0?[1-9]|[12]\d|3[01])?\/?\d{1,2}\/20\d\d|tt-btc[^.]{0,60}den het|nam 20(2[5-9])/
const CASE_WORDS =
  /truong hop|doi voi|\bneu\b|tuy theo|\bmien\b|\bgiam\b|nhom|cap lai|hang [a-d1-3]|tu trang|thanh vien|toi da|toi thieu|tuong ung/
/** What one dossier asks for once: a sum "per" one of these is the sum of the dossier. */
const PER_DOSSIER =
  /^(1 |01 |mot )?(ho so|bo ho so|lan|lan cap|truong hop|giay phep|giay|giay chung nhan|chung chi|the|lan\/the|viec|lan tham dinh|lan cap phep)\b/
const AMOUNT = /(\d{1,3}(?:[. ]\d{3})+|\d{4,})(?=\s*(?:d\b|dong|vnd|vn|\/|\)|;|,|\.|$))/g
/** `47/2019/TT-BTC`, `31/12/2026`: numbers that are no money. */
const DOCUMENT_OR_DATE = /\d{1,4}\/\d{1,4}(\/[\da-z-]+)?/g
const PERCENT = /\d\s*%/

/**
 * Whether a fee of the source may be collected. Only a whole amount in đồng of at least 1,000 that its own words do not qualify
 * in any way is; everything else carries the reason and waits for a person.
 */
export function judgeFee(fee: SourceFee, methodText: string): FeeJudgement {
  const text = foldText(fee.text ?? '')
  const value = fee.value ?? 0
  if (value === 0) return judgeWithoutAmount(fee.type, text, fee.value === undefined)
  const doubt = doubtOfAmount(fee, value, text, foldText(methodText))
  const amountDong =
    doubt === 'fee.foreign-currency' || value < 1000 || !Number.isSafeInteger(value) ? null : BigInt(value)
  return doubt ? { amountDong, chargeable: false, doubt } : { amountDong, chargeable: true }
}

function judgeWithoutAmount(type: SourceFee['type'], text: string, isMissing: boolean): FeeJudgement {
  if (NO_FEE.test(text) || (text === '' && !isMissing)) return { amountDong: 0n, chargeable: true }
  if (type === 'PRICE_LEVEL') return { amountDong: null, chargeable: false, doubt: 'fee.price' }
  return { amountDong: null, chargeable: false, doubt: COUNCIL.test(text) ? 'fee.set-by-council' : 'fee.text-only' }
}

function doubtOfAmount(fee: SourceFee, value: number, text: string, method: string): FindingCode | undefined {
  if (fee.type === 'PRICE_LEVEL') return 'fee.price'
  if ((fee.currency !== undefined && fee.currency !== 'VND') || FOREIGN.test(text)) return 'fee.foreign-currency'
  const amounts = amountsIn(text)
  if (value < 1000) return fee.suspect || amounts.includes(value * 1000) ? 'fee.in-thousands' : 'fee.tiny-amount'
  if (fee.suspect) return 'fee.tiny-amount'
  if (COUNCIL.test(text)) return 'fee.set-by-council'
  if (PERIOD.test(text) || (/\bphi\b/.test(method) && PERIOD.test(method)) || method.includes('64/2025'))
    return 'fee.time-limited'
  if (PERCENT.test(text) || /\d\s*%\s*muc/.test(method) || amounts.some((amount) => amount !== value))
    return 'fee.text-differs'
  if (isPerUnit(text)) return 'fee.per-unit'
  if (CASE_WORDS.test(text)) return 'fee.conditional'
  return undefined
}

function amountsIn(text: string): number[] {
  return [...text.replace(DOCUMENT_OR_DATE, ' ').matchAll(AMOUNT)].map((match) =>
    Number((match[1] ?? '').replace(/[. ]/g, '')),
  )
}

function isPerUnit(text: string): boolean {
  const unit = /(?:^|dong|vnd|\dd|\d)\s*\/\s*([^.;,)]+)/.exec(text.replace(/\d+\/\d{4}\/[a-z-]+/g, ''))?.[1]
  return unit !== undefined && !PER_DOSSIER.test(unit.trim())
}
