import { icons } from './icons.ts'

export type IconName = keyof typeof icons

type Props = { name: IconName; tone?: 'ok' | 'soon' | 'late' | 'hold' }

/** Decorative: the words beside it say the same. */
export function Icon({ name, tone }: Props) {
  return (
    <svg
      class={tone ? `i ${tone}` : 'i'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}
