import { Refusal } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import {
  addField,
  addPage,
  addSection,
  changeField,
  changePage,
  changeSection,
  fieldAt,
  kindNames,
  measureOf,
  moveAt,
  removeAt,
  spotOf,
  type Edited,
  type FieldKind,
  type FieldSpec,
  type FormLayout,
  type FormSection,
  type FormTemplate,
  type Spot,
} from '../../forms/index.ts'
import { comparedFrom } from './compared-input.ts'
import { conditionFrom, simpleCondition, simpleTest } from './condition-input.ts'
import { englishFrom, withEnglish } from './english-input.ts'
import { box, isTicked, number, text } from './boxes.ts'

/** The draft after what a form asks: `viec` names the edit, `o` the place. */
export function editFromForm(layout: FormLayout, form: FormBody): Edited {
  const spot = spotOf(field(form, 'o'))
  const work = field(form, 'viec')
  if (work === 'them-trang') return addPage(layout, field(form, 'ten'))
  if (work === 'bieu-mau') return { layout: settingsFrom(layout, form), spot: undefined }
  if (!spot) throw new Refusal('platform.invalid-input')
  switch (work) {
    case 'luu':
      return { layout: saved(layout, spot, form), spot }
    case 'len':
      return moveAt(layout, spot, 'earlier')
    case 'xuong':
      return moveAt(layout, spot, 'later')
    case 'bo':
      return removeAt(layout, spot)
    case 'them-phan':
      return addSection(layout, spot, field(form, 'ten'))
    case 'them-nhom':
      return addSection(layout, spot, field(form, 'ten'), field(form, 'moi-muc') || field(form, 'ten'))
    case 'them-cau':
      return addField(layout, spot, kindFrom(form), field(form, 'ten'))
    default:
      throw new Refusal('platform.invalid-input')
  }
}

function saved(layout: FormLayout, spot: Spot, form: FormBody): FormLayout {
  if (spot.section === undefined) {
    return changePage(layout, spot, ({ intro: _intro, en: _en, when, sections, ...rest }) => ({
      ...rest,
      id: field(form, 'ma'),
      title: field(form, 'ten'),
      ...text(form, 'loi-dan', 'intro'),
      ...englishFrom(form, ['title', 'intro']),
      ...conditionFrom(form, when),
      sections,
    }))
  }
  if (spot.field === undefined) return changeSection(layout, spot, (section) => sectionFrom(section, form))
  return changeField(layout, spot, fieldFrom(fieldAt(layout, spot), form))
}

function sectionFrom(
  { title: _title, intro: _intro, en: _en, when, repeat, ...rest }: FormSection,
  form: FormBody,
): FormSection {
  return {
    ...text(form, 'ten', 'title'),
    ...text(form, 'loi-dan', 'intro'),
    ...englishFrom(form, ['title', 'intro']),
    ...conditionFrom(form, when),
    ...(repeat
      ? {
          repeat: {
            name: field(form, 'ma'),
            entry: field(form, 'moi-muc'),
            min: box(form, 'it-nhat') ?? 0,
            max: box(form, 'nhieu-nhat') ?? repeat.max,
            ...englishFrom(form, ['entry']),
          },
        }
      : {}),
    ...rest,
  }
}

function kindFrom(form: FormBody): FieldKind {
  const kind = field(form, 'loai')
  if (!Object.hasOwn(kindNames, kind)) throw new Refusal('platform.invalid-input')
  return kind as FieldKind
}

/** A question as its form says; boxes its kind does not show are kept. */
function fieldFrom(old: FieldSpec, form: FormBody): FieldSpec {
  const shown = new Set(field(form, 'o-hien').split(','))
  const kept = (name: string, value: object): object => (shown.has(name) ? value : {})
  const kind = kindFrom(form)
  const rest = Object.fromEntries(Object.entries(old).filter(([part]) => !ALWAYS.has(part) && !shown.has(part)))
  return {
    ...rest,
    name: field(form, 'ma'),
    kind,
    label: field(form, 'ten'),
    ...text(form, 'goi-y', 'hint'),
    ...text(form, 'cach-ghi', 'help'),
    required: isTicked(form, 'bat-buoc'),
    ...text(form, 'ten-goi', 'asked'),
    ...text(form, 'vi-du', 'example'),
    ...text(form, 'ten-in', 'printLabel'),
    ...conditionFrom(form, old.when),
    ...prefillFrom(form, old),
    ...englishFrom(form, QUESTION_ENGLISH),
    ...kept('options', optionsFrom(form)),
    ...kept('min', number(form, 'nho-nhat', 'min')),
    ...kept('max', number(form, 'lon-nhat', 'max')),
    ...kept('decimals', number(form, 'so-le', 'decimals')),
    ...kept('unit', text(form, 'don-vi', 'unit')),
    ...kept('maxLength', number(form, 'dai-nhat', 'maxLength')),
    ...kept('pattern', text(form, 'khuon', 'pattern')),
    ...kept('patternHint', text(form, 'loi-khuon', 'patternHint')),
    ...kept('past', isTicked(form, 'qua-khu') ? { past: true } : {}),
    ...kept('withoutDetail', isTicked(form, 'chi-tinh-xa') ? { withoutDetail: true } : {}),
    ...kept('compared', measureOf(kind) ? comparedFrom(form) : {}),
    ...kept('bornWith', text(form, 'cua-ai', 'bornWith')),
  }
}

const ALWAYS = new Set([
  'name',
  'kind',
  'label',
  'hint',
  'help',
  'required',
  'asked',
  'example',
  'printLabel',
  'when',
  'prefill',
  'en',
])

export const QUESTION_ENGLISH = ['label', 'hint', 'help', 'asked', 'example', 'unit', 'patternHint'] as const

function prefillFrom(form: FormBody, { prefill: old }: FieldSpec): Pick<FieldSpec, 'prefill'> {
  const fact = field(form, 'dien-san')
  if (fact === '') return {}
  const when = old?.when && !simpleTest(old.when) ? old.when : simpleCondition(form, 'dien-khi')
  return { prefill: { fact, change: isTicked(form, 'khong-doi') ? 'refused' : 'allowed', ...(when && { when }) } }
}

/** One a line: `mã | lời | gợi ý`; a line without a bar is both. */
function optionsFrom(form: FormBody): Pick<FieldSpec, 'options'> {
  const lines = field(form, 'lua-chon')
    .split('\n')
    .map((line) => line.trim())
  const options = lines
    .filter((line) => line !== '')
    .map((line) => {
      const [value = '', label = value, hint = ''] = line.split('|').map((part) => part.trim())
      return { value, label, ...(hint === '' ? {} : { hint }) }
    })
  return { options: withEnglish(options, form) }
}

/** The form as a whole: what stands around its pages, the template it follows, how it is printed. */
function settingsFrom({ pages }: FormLayout, form: FormBody): FormLayout {
  const name = field(form, 'mau').trim()
  const print = {
    ...text(form, 'in-ten', 'title'),
    ...text(form, 'kinh-gui', 'addressee'),
    ...text(form, 'cam-doan', 'closing'),
    ...text(form, 'nguoi-ky', 'signer'),
    ...text(form, 'nguoi-cung-ky', 'coSigner'),
    ...(isTicked(form, 'danh-so') ? {} : { numbered: false }),
  }
  return {
    ...(isTicked(form, 'trang-chung') ? { application: { behalf: isTicked(form, 'nop-ho') } } : {}),
    ...(name === '' ? {} : { template: templateFrom(name, form) }),
    ...(Object.keys(print).length > 0 ? { print } : {}),
    pages,
  }
}

function templateFrom(name: string, form: FormBody): FormTemplate {
  return {
    name,
    ...text(form, 'mau-so', 'number'),
    ...text(form, 'van-ban', 'instrument'),
    certainty: isTicked(form, 'da-doi-chieu') ? 'confirmed' : 'law-to-verify',
  }
}
