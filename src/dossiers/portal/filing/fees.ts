import { onlineFees, type ProcedureFee, type ProcedureVersion } from '../../../catalogue/index.ts'

type Fees = Pick<ProcedureVersion, 'fees'>
export type FeeLine = {
  kind: ProcedureFee['kind']
  /** Null: a person has to settle it first. */ amountDong: bigint | null
  text: string
}

/** What an online filing may cost; amounts in doubt are never given as something to pay. */
export type FeeOutlook = { kind: 'free' } | { kind: 'lines'; lines: FeeLine[] }

export function feeOutlook({ fees }: Fees): FeeOutlook {
  const lines = uniqueLines(
    onlineFees(fees).map(({ kind, chargeable, amountDong, text }) => ({
      kind,
      amountDong: chargeable ? amountDong : null,
      text,
    })),
  )
  if (lines.every(({ amountDong }) => amountDong === 0n)) return { kind: 'free' }
  return { kind: 'lines', lines: lines.filter(({ amountDong }) => amountDong !== 0n) }
}

function uniqueLines(lines: FeeLine[]): FeeLine[] {
  const seen = new Map(
    lines.map((line) => [
      `${line.kind} ${line.amountDong ?? 'later'} ${line.amountDong === null ? '' : line.text}`,
      line,
    ]),
  )
  return [...seen.values()]
}
