import type { ExtractionTemplate, TemplateField } from '../extraction/template.ts'
import { likeness } from '../pairs/likeness.ts'
import type { Pair } from '../pairs/pairs.ts'
import type { Box } from '../reading/recogniser.ts'

/** Dấu trên ảnh mẫu: where a value was found, the label it stands behind, the area it is looked for in. */
export type SampleMark = { name: string; label: string; kind: 'found' | 'anchor' | 'area'; box: Box }
type Found = { name: string; box: Box | undefined }
type Size = { width: number; height: number }

const SAME_LABEL = 0.8

/** Everything a template says about a page, as boxes on its picture. */
export function marksOn(
  { width, height }: Size,
  pairs: readonly Pair[],
  { fields }: ExtractionTemplate,
  found: readonly Found[],
): SampleMark[] {
  return fields.flatMap((field) => {
    const { name, words: label, area } = field
    const box = found.find((one) => one.name === name)?.box
    const anchor = anchorOf(field, pairs, box)
    return [
      ...(area ? [{ name, label, kind: 'area' as const, box: onPicture(area, { width, height }) }] : []),
      ...(anchor ? [{ name, label, kind: 'anchor' as const, box: anchor.labelBox }] : []),
      ...(box ? [{ name, label, kind: 'found' as const, box }] : []),
    ]
  })
}

/** The label before what was found; where nothing was, the first label that is alike. */
function anchorOf({ label = [] }: TemplateField, pairs: readonly Pair[], box: Box | undefined): Pair | undefined {
  const alike = pairs.filter((pair) => label.some((words) => likeness(words, pair.label, SAME_LABEL) >= SAME_LABEL))
  return alike.find(({ valueBox }) => box && valueBox && overlap(valueBox, box)) ?? (box ? undefined : alike[0])
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export const onPicture = ({ left, top, right, bottom }: Box, { width, height }: Size): Box => ({
  left: Math.round(left * width),
  top: Math.round(top * height),
  right: Math.round(right * width),
  bottom: Math.round(bottom * height),
})
