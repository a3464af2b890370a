import { Icon, Meter } from '../../ui/index.ts'
import { isSure, type PaperValue } from '../bench/value.ts'

/** Rounded down: 94.9 % is not called 95, and no machine is sure of everything. */
export const percentOf = (confidence: number): number => Math.min(99, Math.floor(confidence * 100))

/** Below this the machine may as well be wrong. */
const POOR = 0.7

/** How sure the machine is, in a figure with a bar beside it. */
export function Sureness({ value }: { value: PaperValue }) {
  const { confidence } = value
  const tone = isSure(value) ? 'ok' : confidence < POOR ? 'late' : 'soon'
  const icon = tone === 'ok' ? 'check' : tone === 'late' ? 'circle-help' : 'triangle-alert'
  return (
    <span class={`tin ${tone}`}>
      <Icon name={icon} />
      <span class="do-tin">
        <Meter value={confidence} tone={tone} />
      </span>
      <span class="so">{percentOf(confidence)}%</span>
    </span>
  )
}
