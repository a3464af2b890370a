type Props = {
  /** 0 to 1. */
  value: number
  /** Where the bar begins, 0 to 1. Default 0. */
  from?: number
  tone?: 'sea' | 'soon' | 'ok' | 'late'
}

/** A bar of a share. Decoration: the figure stands beside it in words. */
export function Meter({ value, from = 0, tone = 'sea' }: Props) {
  return (
    <svg class={`do-dai ${tone}`} width="100%" height="8" aria-hidden="true" focusable="false">
      <rect x={percent(from)} width={percent(value)} height="8" />
    </svg>
  )
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
