import { Refusal } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import {
  addField,
  addPage,
  addSection,
  moveAt,
  removeAt,
  type Edited,
  type FieldSpec,
  type FormLayout,
  type Spot,
} from '../../forms/index.ts'
import { kindFrom, saved } from './item-input.ts'
import { openOf, type Open } from './open-item.ts'

/** What is added where a name was typed, and Enter pressed. */
const ADDED: readonly [box: string, work: string][] = [
  ['ten-trang', 'them-trang'],
  ['ten-phan', 'them-phan'],
  ['ten-nhom', 'them-nhom'],
  ['ten-cau', 'them-cau'],
]
export const GO = 'toi '

/** The draft after a press, and what is open then. Every press keeps what stands in the boxes first, but the one that takes it away. */
export function editFromForm(
  layout: FormLayout,
  form: FormBody,
  once: readonly FieldSpec[],
): { layout: FormLayout; open: Open | undefined } {
  const open = openOf(field(form, 'o'))
  const pressed = field(form, 'viec')
  const isKept = pressed === 'luu' || (pressed !== 'bo' && field(form, 'cua') !== '')
  const kept = open && isKept ? saved(layout, open, form, once) : layout
  if (pressed.startsWith(GO)) return { layout: kept, open: openOf(pressed.slice(GO.length)) }
  const named = pressed === 'luu' ? ADDED.find(([box]) => field(form, box).trim() !== '') : undefined
  const work = named?.[1] ?? pressed
  if (work === 'luu' || work === '') return { layout: kept, open }
  const spot = open === 'form' ? undefined : open
  const { layout: edited, spot: there } = edit(kept, spot, work, form)
  return { layout: edited, open: there }
}

function edit(layout: FormLayout, spot: Spot | undefined, work: string, form: FormBody): Edited {
  if (work === 'them-trang') return addPage(layout, field(form, 'ten-trang'))
  if (!spot) throw new Refusal('platform.invalid-input')
  switch (work) {
    case 'len':
      return moveAt(layout, spot, 'earlier')
    case 'xuong':
      return moveAt(layout, spot, 'later')
    case 'bo':
      return removeAt(layout, spot)
    case 'them-phan':
      return addSection(layout, spot, field(form, 'ten-phan'))
    case 'them-nhom':
      return addSection(layout, spot, field(form, 'ten-nhom'), field(form, 'moi-muc-moi') || field(form, 'ten-nhom'))
    case 'them-cau':
      return addField(layout, spot, kindFrom(form, 'loai-moi'), field(form, 'ten-cau'))
    default:
      throw new Refusal('platform.invalid-input')
  }
}
