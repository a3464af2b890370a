import type { Reason } from '../../platform/refusal.ts'
import { isIssued, type Result } from '../result.ts'

/**
 * sửa sai sót của kết quả đã phát hành: the new document takes the old one's place when it is issued itself. Căn cứ: Nghị định
 * 30/2020/NĐ-CP, Điều 18 khoản 3: sai sót về nội dung thì thay bằng văn bản có hình thức tương đương. (Sai sót về thể thức, kỹ
 * thuật trình bày, thủ tục ban hành được đính chính bằng công văn, cũng khoản ấy, and is no work of this module.)
 */
export type Correction = {
  oldNo: number
  newNo: number
  reason: string
  legalBasis: string
  byAccountId: string
  byName: string
  at: Date
}

/** Why there is nothing to put right: only what was issued and is in force is replaced. */
export function whyNotReplace(result: Pick<Result, 'state'> | undefined): Reason | undefined {
  return result && isIssued(result) ? undefined : { code: 'results.not-issued' }
}

/** The correction under way: its new document is not yet issued. */
export function openCorrection(
  corrections: readonly Correction[],
  results: readonly Pick<Result, 'no' | 'state'>[],
): Correction | undefined {
  return corrections.find(({ newNo }) => !results.some(({ no, state }) => no === newNo && isDone(state)))
}

const isDone = (state: Result['state']) => state === 'replaced' || isIssued({ state })

/** A clerical mistake leaves the decision as it was: a grant stays a grant, a refusal a refusal. */
export function whyNotCorrect(old: Pick<Result, 'kind'>, next: Pick<Result, 'kind'>): Reason | undefined {
  return old.kind === next.kind ? undefined : { code: 'results.correction-changes-outcome' }
}
