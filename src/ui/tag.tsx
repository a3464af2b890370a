import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

/** 'plain' grey, 'outline' for what needs no colour, then by meaning. */
export type TagTone = 'plain' | 'outline' | 'ok' | 'soon' | 'today' | 'late' | 'late-soft' | 'hold' | 'sea'

const look = {
  plain: [undefined, undefined],
  outline: ['vien', 'clock'],
  ok: ['ok', 'check'],
  soon: ['soon', 'hourglass'],
  today: ['nay', 'bell-ring'],
  late: ['late', 'octagon-alert'],
  'late-soft': ['late-nhat', 'octagon-alert'],
  hold: ['hold', 'circle-pause'],
  sea: ['sea', 'circle'],
} satisfies Record<TagTone, [string | undefined, IconName | undefined]>

type Props = {
  tone?: TagTone
  icon?: IconName
  /** A sentence rather than a word or two: it may take several lines. */
  long?: boolean
  children: ComponentChildren
}

/** Icon and words, never colour alone. */
export function Tag({ tone = 'plain', icon, long = false, children }: Props) {
  const [tint, usual] = look[tone]
  const shown = icon ?? usual
  return (
    <span class={classNames('the', tint, long && 'nhieu-dong')}>
      {shown && <Icon name={shown} />}
      {children}
    </span>
  )
}
