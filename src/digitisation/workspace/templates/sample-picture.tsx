import type { ComponentChildren } from 'preact'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { classNames } from '../../../ui/index.ts'
import type { SampleMark } from '../../templates/sample-marks.ts'
import type { TriedSample } from '../../templates/get-templates.ts'
import { padded } from '../page-view.tsx'
import { samplePicturePath } from './paths.ts'
import { templatePageTexts as words } from './texts.ts'

export type Drawn = TriedSample & { width: number; height: number }

/** A sample whose picture there is. */
export const isDrawn = (sample: TriedSample | undefined): sample is Drawn =>
  sample?.state === 'read' && sample.width !== null && sample.height !== null

type Props = {
  sample: Drawn
  /** Where a field is changed, for whom may. */
  hrefOf: ((name: string) => string) | undefined
}

/** The sample as it was scanned, with everything the template says about it; what the boxes say stands in the table below. */
export function SamplePicture({ sample, hrefOf }: Props) {
  const { id, name, width, height, marks } = sample
  return (
    <figure class="mau-anh">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <image href={samplePicturePath(id)} width={width} height={height} />
        <Marks marks={marks} hrefOf={hrefOf} />
      </svg>
      <figcaption class="nhe nho">{fill(words.legend, { name })}</figcaption>
    </figure>
  )
}

const LOOKS = { found: 'chac', anchor: 'nhan', area: 'vung' } satisfies Record<SampleMark['kind'], string>

/** The boxes on a picture, in its own points; those of `current` stand out. */
export function Marks({
  marks,
  hrefOf,
  current,
}: {
  marks: readonly SampleMark[]
  hrefOf?: Props['hrefOf']
  current?: string
}) {
  return (
    <>
      {marks.map(({ name, label, kind, box }) => {
        const { left, top, width, height } = kind === 'area' ? sized(box) : padded(box)
        const look = classNames('o-doc', LOOKS[kind], name === current && 'day')
        return (
          <Linked key={`${name} ${kind}`} href={hrefOf?.(name)}>
            <rect class={look} x={left} y={top} width={width} height={height} rx={4}>
              <title>{fill(words.mark[kind], { label })}</title>
            </rect>
          </Linked>
        )
      })}
    </>
  )
}

const sized = ({ left, top, right, bottom }: SampleMark['box']) => ({
  left,
  top,
  width: right - left,
  height: bottom - top,
})

function Linked({ href, children }: { href: string | undefined; children: ComponentChildren }) {
  if (href === undefined) return <>{children}</>
  return (
    <a href={href} tabindex={-1}>
      {children}
    </a>
  )
}
