import { Refusal } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import {
  fieldAt,
  isThere,
  pageAt,
  sectionAt,
  spotOf,
  spotText,
  type FieldSpec,
  type FormLayout,
  type Spot,
} from '../../forms/index.ts'
import { saved } from './item-input.ts'

/** What the boxes of a draft are open for: a page, a section, a question, or the form as a whole. */
export type Open = Spot | 'form'
const WHOLE = 'bieu-mau'

export function openOf(text: string): Open | undefined {
  return text === WHOLE ? 'form' : spotOf(text)
}

export function openText(open: Open): string {
  return open === 'form' ? WHOLE : spotText(open)
}

export function isOpenIn(layout: FormLayout, open: Open | undefined): open is Open {
  return open === 'form' || (open !== undefined && isThere(layout, open))
}

/** What stands at a place, by its own name: another one may stand there by now. */
export function nameAt(layout: FormLayout, open: Open): string {
  if (open === 'form') return WHOLE
  if (open.section === undefined) return pageAt(layout, open).id
  if (open.field !== undefined) return fieldAt(layout, open).name
  const { repeat, title } = sectionAt(layout, open)
  return repeat?.name ?? title ?? String(open.section)
}

/** What was typed, in the draft as it is now; `wrong`: what stands in boxes for numbers and is none. */
export type Typed = { layout: FormLayout; wrong: ReadonlyMap<string, string> }

/** A draft with what was typed over it, to be shown again and not saved. Where something else stands by now it stays as it is. */
export function typedInto(layout: FormLayout, form: FormBody, once: readonly FieldSpec[]): Typed {
  const open = openOf(field(form, 'o'))
  if (!isOpenIn(layout, open) || nameAt(layout, open) !== field(form, 'cua')) return { layout, wrong: new Map() }
  const wrong = new Map<string, string>()
  for (const left = { ...form }; ;) {
    try {
      return { layout: saved(layout, open, left, once), wrong }
    } catch (error) {
      const box = error instanceof Refusal && error.code === 'forms.bad-number' ? String(error.facts.box) : undefined
      if (box === undefined || wrong.has(box)) throw error
      wrong.set(box, field(form, box))
      delete left[box]
    }
  }
}
