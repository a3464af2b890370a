import type { FieldKind } from '../../../forms/index.ts'
import { field, type FormBody } from '../../../platform/web/web.ts'
import type { Area, TemplateField } from '../../extraction/template.ts'

const SIDES = ['left', 'top', 'right', 'bottom'] as const
export type Typed = {
  name: string
  words: string
  kind: string
  labels: string
  under: string
  part: string
  options: string
  area: Record<(typeof SIDES)[number], string>
}

/** Points across the picture one presses on, by its name in the form; its height follows. */
export const PICKERS = { goc: 560, 'goc-hep': 290 }
const BOXES = { left: 'trai', top: 'tren', right: 'phai', bottom: 'duoi' } as const
export const areaBox = (side: (typeof SIDES)[number]): string => BOXES[side]
export { SIDES }

export function typedOf(known: TemplateField | undefined): Typed {
  const { area } = known ?? {}
  return {
    name: known?.name ?? '',
    words: known?.words ?? '',
    kind: known?.kind ?? 'text',
    labels: (known?.label ?? []).join('\n'),
    under: known?.under ?? '',
    part: known?.part ?? '',
    options: (known?.options ?? []).join('\n'),
    area: eachSide((side) => (area ? percent(area[side]) : '')),
  }
}

const eachSide = (of: (side: (typeof SIDES)[number]) => string) =>
  Object.fromEntries(SIDES.map((side) => [side, of(side)])) as Typed['area']
const percent = (share: number): string => String(Math.round(share * 1000) / 10).replace('.', ',')

export function typedIn(form: FormBody): Typed {
  const chosen = field(form, 'nhan-thay')
  const labels = linesIn(field(form, 'nhan'))
  return {
    name: field(form, 'ma'),
    words: field(form, 'ten'),
    kind: field(form, 'kieu'),
    labels: [...new Set([...labels, ...(chosen === '' ? [] : [chosen])])].join('\n'),
    under: field(form, 'duoi-nhan'),
    part: field(form, 'phan'),
    options: field(form, 'gia-tri'),
    area: eachSide((side) => field(form, BOXES[side])),
  }
}

/** A press on the picture sets the corner that is not set yet; with both set it begins anew. Undefined when there was none. */
export function clickedIn(form: FormBody, typed: Typed, picture: { width: number; height: number }): Typed | undefined {
  const [name, shown] = Object.entries(PICKERS).find(([one]) => field(form, `${one}.x`) !== '') ?? []
  if (name === undefined || shown === undefined) return undefined
  const [x, y] = [Number(field(form, `${name}.x`)), Number(field(form, `${name}.y`))]
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined
  const [across, down] = [percent(x / shown), percent(y / ((shown * picture.height) / picture.width))]
  const { left, right } = typed.area
  if (left !== '' && right === '') return { ...typed, area: { ...typed.area, right: across, bottom: down } }
  return { ...typed, area: { left: across, top: down, right: '', bottom: '' } }
}

/** As shares of the page; undefined while half given. */
export function areaOf({ area }: Pick<Typed, 'area'>): Area | undefined {
  const shares = SIDES.map((side) => Number(area[side].replace(',', '.')) / 100)
  const isWhole = SIDES.every((side) => area[side].trim() !== '') && shares.every((share) => share >= 0 && share <= 1)
  const [left = 0, top = 0, right = 0, bottom = 0] = shares
  return isWhole ? { left, top, right, bottom } : undefined
}

/** What the action takes; an area half given is left out. */
export function editedField(typed: Typed) {
  const { words, kind, labels, under, part, options } = typed
  const [own, area] = [linesIn(options), areaOf(typed)]
  return {
    words,
    kind: kind as FieldKind,
    label: linesIn(labels),
    ...(under.trim() === '' ? {} : { under: under.trim() }),
    ...(part.trim() === '' ? {} : { part: part.trim() }),
    ...(own.length === 0 ? {} : { options: own }),
    ...(area ? { area } : {}),
  }
}

export const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
