import type { FilingChannel, FilingMethod, ProcedureFee } from '../procedure.ts'
import { dong } from '../../platform/figures.ts'

/** One thing to pay; the same in several channels stands once. */
export type FeeLine = {
  kind: ProcedureFee['kind']
  /** Only an amount that is certain. */
  amountDong: bigint | null
  doubt: string | null
  /** The publication's words, with its figure when the amount is in doubt. */
  words: string
  channels: FilingChannel[]
}

export function feeLines(fees: readonly ProcedureFee[]): FeeLine[] {
  const lines = new Map<string, FeeLine>()
  for (const fee of fees) {
    const line = {
      kind: fee.kind,
      amountDong: fee.chargeable ? fee.amountDong : null,
      doubt: fee.doubt,
      words: fee.chargeable ? fee.text.trim() : wordsInDoubt(fee),
    }
    const key = [line.kind, line.amountDong, line.doubt, line.words].join('|')
    const known = lines.get(key)
    if (known) known.channels.push(...(known.channels.includes(fee.channel) ? [] : [fee.channel]))
    else lines.set(key, { ...line, channels: [fee.channel] })
  }
  return [...lines.values()]
}

function wordsInDoubt({ amountDong, text }: ProcedureFee): string {
  const words = text.trim().replace(/^[-+]\s*/, '')
  if (amountDong === null) return words.startsWith('/') && !/\d/.test(words) ? '' : words
  if (/\d/.test(words)) return words
  return words.startsWith('/') ? `${dong(amountDong)}${words}` : [dong(amountDong), words].filter(Boolean).join(' · ')
}

/** Sentences of the ways of filing that speak of money: where doubtful amounts may be explained. */
export function feeTexts(methods: readonly FilingMethod[]): string[] {
  const lines = methods.flatMap(({ text }) => text.split('\n').map((line) => line.trim()))
  return [...new Set(lines.filter((line) => /\d[\d.]*\s*(đồng|đ\b|usd)|lệ phí|mức phí|thu phí/iu.test(line)))]
}

/** What it costs in one line; `some` has certain amounts beside doubtful ones. */
export type FeeFact =
  | { kind: 'free' | 'none' | 'unknown' }
  | { kind: 'amount' | 'some'; words: string }
  | { kind: 'range'; least: string; most: string }

export function feeFact(amounts: readonly (bigint | null)[]): FeeFact {
  if (amounts.length === 0) return { kind: 'none' }
  const certain = amounts.filter((amount) => amount !== null).sort((a, b) => (a < b ? -1 : 1))
  const [least, most] = [certain[0], certain.at(-1)]
  if (least === undefined || most === undefined) return { kind: 'unknown' }
  // A zero beside a doubtful amount is no promise that nothing is to be paid.
  if (certain.length < amounts.length) return most === 0n ? { kind: 'unknown' } : { kind: 'some', words: dong(most) }
  if (most === 0n) return { kind: 'free' }
  return least === most
    ? { kind: 'amount', words: dong(least) }
    : { kind: 'range', least: dong(least), most: dong(most) }
}
