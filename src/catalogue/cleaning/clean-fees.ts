import type { FilingChannel, ProcedureFee } from '../procedure.ts'
import type { SourceChannel, SourceFee, SourceProcedure } from '../source-procedure.ts'
import type { Doubt } from './finding.ts'
import { judgeFee } from './judge-fee.ts'

export const CHANNELS = { ONLINE: 'online', DIRECT: 'counter', POSTAL: 'postal' } satisfies Record<
  SourceChannel,
  FilingChannel
>
const KINDS = { FEE: 'fee', SERVICE_FEE: 'charge', PRICE_LEVEL: 'price' } satisfies Record<
  SourceFee['type'],
  ProcedureFee['kind']
>

/** The fees of each channel, the same one once; several amounts in one channel need a person to say which applies. */
export function cleanFees(source: SourceProcedure): { fees: ProcedureFee[]; doubts: Doubt[] } {
  const kept = new Map<string, ProcedureFee>()
  for (const method of source.methods) {
    for (const fee of method.fees) {
      const { amountDong, chargeable, doubt } = judgeFee(fee, method.text)
      const text = (fee.text ?? '').trim()
      const one: ProcedureFee = {
        channel: CHANNELS[method.channel],
        kind: KINDS[fee.type],
        amountDong,
        chargeable,
        doubt: doubt ?? null,
        text,
      }
      kept.set(`${one.channel}|${one.kind}|${amountDong}|${doubt}|${text}`, one)
    }
  }
  const fees = withoutEmptyZeros(markSeveral([...kept.values()]))
  return { fees, doubts: doubtsOf(fees) }
}

function markSeveral(fees: readonly ProcedureFee[]): ProcedureFee[] {
  return fees.map((fee) => {
    const rivals = fees.filter(
      (other) => other.channel === fee.channel && other.kind === fee.kind && other.amountDong !== 0n,
    )
    const several = fee.chargeable && fee.amountDong !== 0n && rivals.length > 1
    return several ? { ...fee, chargeable: false, doubt: 'fee.several-amounts' } : fee
  })
}

/** A zero without words says nothing beside another entry of its channel. */
function withoutEmptyZeros(fees: readonly ProcedureFee[]): ProcedureFee[] {
  return fees.filter(
    (fee) =>
      fee.amountDong !== 0n ||
      fee.text !== '' ||
      !fees.some((other) => other !== fee && other.channel === fee.channel && other.amountDong !== 0n),
  )
}

function doubtsOf(fees: readonly ProcedureFee[]): Doubt[] {
  const doubts = new Map<string, Doubt>()
  for (const fee of fees) {
    const code = (fee.doubt ?? (fee.amountDong === 0n ? null : 'fee.unconfirmed')) as Doubt['code'] | null
    if (code === null) continue
    const sourceText = [fee.amountDong === null ? '' : `${fee.amountDong} đồng`, fee.text].filter(Boolean).join(' · ')
    const key = `${code}|${sourceText}`
    if (!doubts.has(key)) doubts.set(key, { code, where: `fees.${fee.channel}`, sourceText })
  }
  return [...doubts.values()]
}
