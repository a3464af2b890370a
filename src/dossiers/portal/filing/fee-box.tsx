import type { ProcedureVersion } from '../../../catalogue/index.ts'
import { filingTexts as words } from '../texts.ts'
import { dong } from '../../../platform/figures.ts'
import { feeOutlook } from './fees.ts'

/** What may have to be paid, and that nothing is paid now. */
export function FeeBox({ procedure }: { procedure: Pick<ProcedureVersion, 'fees'> }) {
  const outlook = feeOutlook(procedure)
  if (outlook.kind === 'free') {
    return (
      <div class="phong-bi tien">
        <h2>{words.feesTitle}</h2>
        <p>{words.feesFree}</p>
      </div>
    )
  }
  const isDoubtful = outlook.lines.some(({ amountDong }) => amountDong === null)
  return (
    <div class="phong-bi tien">
      <h2>{words.feesTitle}</h2>
      <dl>
        {outlook.lines.map(({ kind, amountDong, text }) => (
          <div key={`${kind} ${text}`}>
            <dt>{words.feeKinds[kind]}</dt>
            <dd class="so">{amountDong === null ? words.feesLater : dong(amountDong)}</dd>
          </div>
        ))}
      </dl>
      <p>{words.feesWhen}</p>
      {isDoubtful && <p>{words.feesDoubt}</p>}
    </div>
  )
}
