import { refusalSentence as fill } from '../../platform/refusal.ts'
import { classNames, Icon } from '../../ui/index.ts'
import type { PaperValue } from '../bench/value.ts'
import type { Page, PreparedPage } from '../intake/scan.ts'
import { isPrepared } from '../intake/scan.ts'
import type { Box } from '../reading/recogniser.ts'
import { isDoubtful } from './desk-of-values.ts'
import { paperPath, pictureHref, valueHref } from './paths.ts'
import { percentOf } from './sureness.tsx'
import { benchTexts as t } from './texts.ts'

type Props = {
  paperId: string
  pages: readonly Page[]
  page: Page | undefined
  values: readonly PaperValue[]
  current: PaperValue | undefined
  zoomed: boolean
}

/** The page as it was scanned, with a box wherever something was read; the browser cuts and enlarges it. */
export function PageView({ paperId, pages, page, values, current, zoomed }: Props) {
  if (!page || !isPrepared(page)) return <p class="bsh-trong">{t.noPicture}</p>
  const place = page.place ?? 1
  const own = values.filter((value) => value.page === place)
  const isThere = current?.page === place && current.box !== null
  const window = zoomed && isThere && current.box ? around(current.box, page) : { left: 0, top: 0, ...page }
  const toggle = current && valueHref(paperId, current.id, zoomed ? {} : { to: '1' })
  return (
    <>
      <div class="thanh">
        <Icon name="file-image" />
        <b>{fill(t.page, { no: place, pages: pages.length })}</b>
        <span class="nhe">{fill(t.resolution, { dpi: page.dpi })}</span>
        <span class="phai">
          {pages.map(({ place: other, id }) =>
            other === place || other === null ? null : (
              <a key={id} href={paperPath(paperId, `?trang=${other}`)}>
                {fill(t.otherPage, { no: other })}
              </a>
            ),
          )}
          {toggle !== undefined && isThere && (
            <a class="nut phu" href={toggle} data-key="Z">
              <Icon name={zoomed ? 'zoom-out' : 'zoom-in'} />
              {zoomed ? t.zoomOut : t.zoomIn} <kbd aria-hidden="true">Z</kbd>
            </a>
          )}
        </span>
      </div>
      <figure class="mat">
        <figcaption class="an">{fill(t.pagePicture, { no: place })}</figcaption>
        <svg viewBox={viewBox(window)} aria-hidden="true" focusable="false">
          <image href={pictureHref(paperId, place, page.pictureSha256)} width={page.width} height={page.height} />
          {own.map((value) => (
            <ValueBox key={value.id} paperId={paperId} value={value} page={page} isCurrent={value.id === current?.id} />
          ))}
        </svg>
      </figure>
    </>
  )
}

function ValueBox({
  paperId,
  value,
  page,
  isCurrent,
}: {
  paperId: string
  value: PaperValue
  page: PreparedPage
  isCurrent: boolean
}) {
  if (!value.box) return null
  const { left, top, width, height } = padded(value.box)
  const words = `${value.label}, ${percentOf(value.confidence)}%`
  const size = Math.round(page.height / 70)
  const wide = words.length * size * 0.56 + size
  const at = Math.max(0, Math.min(left, page.width - wide))
  return (
    <a href={valueHref(paperId, value.id)} tabindex={-1}>
      <rect
        class={classNames('o-doc', isDoubtful(value) ? 'ngo' : 'chac', isCurrent && 'day')}
        x={left}
        y={top}
        width={width}
        height={height}
        rx={4}
      />
      {isCurrent && (
        <>
          <rect class="nhan-nen" x={at} y={top - size * 1.7} width={wide} height={size * 1.5} rx={4} />
          <text class="nhan-chu" x={at + size / 2} y={top - size * 0.62} font-size={size}>
            {words}
          </text>
        </>
      )}
    </a>
  )
}

/** The piece of the page where a value stands, with what is printed before and behind it: the machine may have stopped too early. */
export function Snippet({ paperId, pages, value }: { paperId: string; pages: readonly Page[]; value: PaperValue }) {
  const page = pages.find(({ place }) => place === value.page)
  if (!value.box || !page || !isPrepared(page)) return null
  const { left, top, width, height } = padded(value.box)
  const before = Math.min(left, height * 5)
  const after = Math.min(page.width - left - width, height * 3)
  const window = { left: left - before, top, width: Math.max(before + width + after, height * 8), height }
  const beside = { x: window.left, width: window.width, height: page.height }
  return (
    <figure class="manh">
      <figcaption class="an">{fill(t.snippet, { label: value.label })}</figcaption>
      <svg viewBox={viewBox(window)} preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false">
        <image
          href={pictureHref(paperId, value.page ?? 1, page.pictureSha256)}
          width={page.width}
          height={page.height}
        />
        <rect class="ngoai" {...beside} y={top - page.height} />
        <rect class="ngoai" {...beside} y={top + height} />
        <rect class="gach" x={left} y={top + height - 2} width={width} height={2} />
      </svg>
    </figure>
  )
}

type Window = { left: number; top: number; width: number; height: number }

const viewBox = ({ left, top, width, height }: Window) => `${left} ${top} ${width} ${height}`

/** Room for what stands above and below the letters: marks are what is misread. */
export function padded({ left, top, right, bottom }: Box): Window {
  const room = Math.round((bottom - top) * 0.35)
  return { left: left - room, top: top - room, width: right - left + 2 * room, height: bottom - top + 2 * room }
}

function around(box: Box, page: Pick<PreparedPage, 'width' | 'height'>): Window {
  const width = Math.min(page.width, Math.max((box.right - box.left) * 1.6, page.width / 2.5))
  const height = (width * page.height) / page.width / 1.6
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
  const within = (at: number, size: number, most: number) => Math.max(0, Math.min(at - size / 2, most - size))
  return { left: within(middle.x, width, page.width), top: within(middle.y, height, page.height), width, height }
}
