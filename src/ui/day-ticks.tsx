import { classNames } from './class-names.ts'

type Props = {
  /** Days of the whole period. */
  total: number
  /** Days gone, at most `total`. */
  used: number
  /** Today counts as the day after the used ones. */
  today?: boolean
  /** Days over the period. */
  over?: number
  /** The same in words. Without it the ticks are decoration and the text beside must say it. */
  label?: string
}

/** How much of a period is used, one tick a day. */
export function DayTicks({ total, used, today, over = 0, label }: Props) {
  const ticks = [
    ...Array.from({ length: total }, (_, day) => (day < used ? 'q' : day === used && today ? 'n' : undefined)),
    ...Array.from({ length: over }, () => 'x'),
  ]
  return (
    <span
      class={classNames('vach', ticks.length > 24 && 'day-dac')}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      {ticks.map((kind, index) => (
        <i class={kind} key={index} />
      ))}
    </span>
  )
}
