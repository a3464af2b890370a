import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'ok' | 'soon' | 'hold' | 'late'

type Props = {
  tone?: NoticeTone
  /** Bold first words: what happened. */
  title?: ComponentChildren
  children?: ComponentChildren
  /** 'status' for an answer to what was just done, 'alert' for what cannot wait. */
  role?: 'status' | 'alert'
}

const look = {
  info: [undefined, 'info'],
  ok: ['ok', 'circle-check'],
  soon: ['soon', 'triangle-alert'],
  hold: ['hold', 'circle-pause'],
  late: ['late', 'octagon-alert'],
} satisfies Record<NoticeTone, [string | undefined, IconName]>

export function Notice({ tone = 'info', title, children, role }: Props) {
  const [tint, icon] = look[tone]
  return (
    <div class={classNames('bao', tint)} role={role}>
      <Icon name={icon} />
      <div>
        <p>
          {title !== undefined && <b>{title}</b>} {children}
        </p>
      </div>
    </div>
  )
}

/** A quieter aside with a bar on its left; `gold` when it is about where the reader stands. */
export function Inset({ gold, children }: { gold?: boolean; children: ComponentChildren }) {
  return <div class={classNames('lot', gold && 'vang')}>{children}</div>
}

/** Black strip under the header: the line is weak, what became of the data. */
export function Strip({ icon = 'wifi-off', children }: { icon?: IconName; children: ComponentChildren }) {
  return (
    <div class="mang" role="status">
      <div>
        <Icon name={icon} />
        <span>{children}</span>
      </div>
    </div>
  )
}
