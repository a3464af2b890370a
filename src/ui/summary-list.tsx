import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type SummaryRow = {
  label: string
  /** Where the label speaks another language than the page. */
  labelLang?: 'vi' | undefined
  value: ComponentChildren
  /** Tabular figures. */
  figures?: boolean
  /** Where the value came from and when: 'Cơ sở dữ liệu quốc gia về dân cư, lấy lúc 09:38'. */
  source?: string
  /** Link "Sửa", read out with the label. */
  changeHref?: string
  /** Replaces the change link: a button, a "Xem" link. */
  action?: ComponentChildren
}

type Props = {
  rows: readonly SummaryRow[]
  /** In a white card without outer lines, for prefilled data. */
  boxed?: boolean
}

export function SummaryList({ rows, boxed }: Props) {
  const withActions = rows.some((row) => row.changeHref !== undefined || row.action !== undefined)
  const list = (
    <dl class={classNames('tom', withActions && 'co-sua')}>
      {rows.map((row) => (
        <div key={row.label}>
          <dt lang={row.labelLang}>{row.label}</dt>
          <dd>
            {row.figures ? <span class="so">{row.value}</span> : row.value}
            {row.source !== undefined && (
              <>
                <br />
                <SourceMark>{row.source}</SourceMark>
              </>
            )}
          </dd>
          {withActions && (
            <dd class="sua">
              {row.action ??
                (row.changeHref !== undefined && (
                  <a href={row.changeHref}>
                    {uiTexts.change}
                    <span class="an" lang={row.labelLang}>
                      {' '}
                      {row.label.toLocaleLowerCase('vi')}
                    </span>
                  </a>
                ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
  return boxed ? <div class="san">{list}</div> : list
}

/** Says which register a value came from, in words. */
export function SourceMark({ children }: { children: ComponentChildren }) {
  return (
    <span class="nguon">
      <Icon name="shield-check" />
      {children}
    </span>
  )
}
