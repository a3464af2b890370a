import { onPicture } from '../../templates/sample-marks.ts'
import { areaOf, areaBox, PICKERS, SIDES, type Typed } from './field-form.ts'
import { samplePicturePath } from './paths.ts'
import { Marks, type Drawn } from './sample-picture.tsx'
import { templatePageTexts as words } from './texts.ts'

/**
 * The sample's picture to say where a field stands: without script two presses set two corners, with it a box is drawn. Two sizes of
 * one picture, of which the width of the screen shows one: a press tells its place in points of what is shown.
 */
export function AreaPicker({ sample, typed }: { sample: Drawn; typed: Typed }) {
  const { id, width, height, marks } = sample
  const area = areaOf(typed)
  const box = area && onPicture(area, { width, height })
  const others = marks.filter(({ name, kind }) => !(name === typed.name && kind === 'area'))
  return (
    <div class="ve-vung" data-draw-area={SIDES.map(areaBox).join(' ')} data-said={words.drawArea}>
      {Object.entries(PICKERS).map(([name, shown]) => (
        <input
          key={name}
          type="image"
          name={name}
          class={name}
          src={samplePicturePath(id)}
          width={shown}
          height={Math.round((shown * height) / width)}
          alt={words.clickCorner}
        />
      ))}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <Marks marks={others} current={typed.name} />
        <rect
          class="o-doc vung day"
          data-area
          x={box?.left ?? 0}
          y={box?.top ?? 0}
          width={box ? box.right - box.left : 0}
          height={box ? box.bottom - box.top : 0}
        />
      </svg>
    </div>
  )
}
