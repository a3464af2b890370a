import type { LegalDate } from '../../../platform/dates.ts'
import { Meter } from '../../../ui/index.ts'
import { DEPTHS, ruleOn } from '../../digitised/facts.ts'
import { SHARES, type Figures } from '../../digitised/figures.ts'
import { percent } from './percent.ts'
import { figureTexts as words } from './texts.ts'

export type Whole = {
  figures: Figures
  /** The days in words. */
  when: string
  /** The day whose rule says how deep counts. */
  on: LegalDate
}

const STEPS = ['withFile', 'withSignature', 'withData'] as const

/** The three depths side by side, each said in plain words: what a leader sees before the table. */
export function Depths({ figures, when, on }: Whole) {
  const rule = ruleOn(on)
  return (
    <>
      <dl class="muc" aria-label={words.depths}>
        <div>
          <dt>{words.columns.received}</dt>
          <dd class="lon">{figures.received.toLocaleString('vi-VN')}</dd>
          <dd>{when}</dd>
        </div>
        {STEPS.map((step) => (
          <div key={step}>
            <dt>{words.columns[step]}</dt>
            <dd class="lon">{percent(SHARES[step](figures))}</dd>
            <dd>
              <Meter value={SHARES[step](figures) ?? 0} />
              {words.dossiers(figures[step])}. {words.depthMeans[step]}
            </dd>
          </div>
        ))}
      </dl>
      {rule && <p class="nhe">{words.counted(DEPTHS[rule.papers])}</p>}
    </>
  )
}
