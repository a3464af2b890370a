import { Refusal } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import {
  changeField,
  changePage,
  changeSection,
  fieldAt,
  kindNames,
  measureOf,
  sectionAt,
  type FieldKind,
  type FieldSpec,
  type FormLayout,
  type FormSection,
  type FormTemplate,
} from '../../forms/index.ts'
import { comparedFrom } from './compared-input.ts'
import { conditionFrom, simpleCondition, simpleTest } from './condition-input.ts'
import { englishFrom } from './english-input.ts'
import { box, isTicked, number, text } from './boxes.ts'
import type { Open } from './open-item.ts'
import { optionsFrom } from './option-lines.ts'

/** The layout with what the boxes of a page, section or question, or of the form as a whole, say. */
export function saved(layout: FormLayout, open: Open, form: FormBody, once: readonly FieldSpec[]): FormLayout {
  if (open === 'form') return settingsFrom(layout, form)
  const spot = open
  if (spot.section === undefined) {
    return changePage(layout, spot, ({ intro: _intro, en: _en, when, sections, ...rest }) => ({
      ...rest,
      id: field(form, 'ma'),
      title: field(form, 'ten'),
      ...text(form, 'loi-dan', 'intro'),
      ...englishFrom(form, ['title', 'intro']),
      ...conditionFrom(form, when, once),
      sections,
    }))
  }
  if (spot.field === undefined) return changeSection(layout, spot, (section) => sectionFrom(section, form, once))
  const { repeat, fields } = sectionAt(layout, spot)
  return changeField(layout, spot, fieldFrom(fieldAt(layout, spot), form, repeat ? fields : once))
}

function sectionFrom(
  { title: _title, intro: _intro, en: _en, when, repeat, ...rest }: FormSection,
  form: FormBody,
  once: readonly FieldSpec[],
): FormSection {
  return {
    ...text(form, 'ten', 'title'),
    ...text(form, 'loi-dan', 'intro'),
    ...englishFrom(form, ['title', 'intro']),
    ...conditionFrom(form, when, once),
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

export function kindFrom(form: FormBody, name = 'loai'): FieldKind {
  const kind = field(form, name)
  if (!Object.hasOwn(kindNames, kind)) throw new Refusal('platform.invalid-input')
  return kind as FieldKind
}

/** A question as its form says; boxes its kind does not show are kept. */
function fieldFrom(old: FieldSpec, form: FormBody, among: readonly FieldSpec[]): FieldSpec {
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
    ...conditionFrom(form, old.when, among),
    ...prefillFrom(form, old, among),
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

function prefillFrom(
  form: FormBody,
  { prefill: old }: FieldSpec,
  among: readonly FieldSpec[],
): Pick<FieldSpec, 'prefill'> {
  const fact = field(form, 'dien-san')
  if (fact === '') return {}
  const when = old?.when && !simpleTest(old.when) ? old.when : simpleCondition(form, 'dien-khi', among)
  return { prefill: { fact, change: isTicked(form, 'khong-doi') ? 'refused' : 'allowed', ...(when && { when }) } }
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
    ...(isTicked(form, 'da-doi-chieu') ? {} : text(form, 'can-doi-chieu', 'toVerify')),
  }
}
