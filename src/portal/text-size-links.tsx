import { classNames } from '../ui/index.ts'
import type { TextSize } from '../ui/index.ts'
import { portalTexts } from './texts.ts'

const sizes = ['normal', 'lon', 'rat-lon'] as const satisfies readonly TextSize[]

type Props = { current: TextSize; here?: string; hideOnPhones?: boolean }

/** Links, so that they work without script: the server answers `?chu=` with a cookie and the same page. */
export function TextSizeLinks({ current, here = '', hideOnPhones }: Props) {
  return (
    <span class={classNames('co-chu', hideOnPhones && 'an-nho')} role="group" aria-label={portalTexts.textSize}>
      {sizes.map((size) => (
        <a href={withTextSize(here, size)} aria-current={size === current ? 'true' : undefined} key={size}>
          A<span class="an"> {portalTexts.sizes[size]}</span>
        </a>
      ))}
    </span>
  )
}

/** The same address with `chu` set: '/tim?q=nhà' becomes '/tim?q=nhà&chu=lon'. */
export function withTextSize(here: string, size: TextSize): string {
  const [path = '', search = ''] = here.split('?')
  const query = new URLSearchParams(search)
  query.set('chu', size === 'normal' ? 'vua' : size)
  return `${path}?${query}`
}
