import { describe, expect, it, test } from 'vitest'
import { speaking } from '../platform/speaking.ts'
import { faultsOf } from './editing/faults.ts'
import { changeField } from './editing/edit-layout.ts'
import { knownElsewhere } from './browser/checked-layout.ts'
import { compile } from './check-schema.ts'
import type { Comparison } from './comparison.ts'
import type { FieldKind, FieldSpec, FormLayout } from './form.ts'
import { printedParts } from './print/printed-form.ts'
import { readAnswers } from './read-answers.ts'
import { schemaOf } from './schema.ts'
import { spokenNow } from './spoken.ts'
import { validateForm } from './validate-form.ts'

const today = '2026-11-20'

const issued: FieldSpec = {
  name: 'issued',
  kind: 'date',
  label: 'Ngày cấp',
  required: false,
  en: { label: 'Issued on' },
}

function formOf(kind: FieldKind, is: Comparison['is'], other: Partial<FieldSpec> = {}) {
  const expires: FieldSpec = {
    name: 'expires',
    kind,
    label: 'Câu sau',
    required: false,
    compared: [{ field: 'issued', is }],
    en: { label: 'Second' },
  }
  const layout: FormLayout = {
    pages: [{ id: 'p', title: 'P', sections: [{ fields: [{ ...issued, ...other }, expires] }] }],
  }
  return { id: 'f', version: 1, schema: schemaOf(layout), layout }
}

const messages = (form: ReturnType<typeof formOf>, first: string, second: string) =>
  readAnswers(form, { issued: first, expires: second }, { today }).errors.map(
    ({ field, message }) => `${field}: ${message}`,
  )

describe('an answer held against another', () => {
  it.each<[FieldKind, Comparison['is'], FieldKind, string, string, boolean]>([
    ['date', 'after', 'date', '05/03/2021', '06/03/2021', true],
    ['date', 'after', 'date', '05/03/2021', '05/03/2021', false],
    ['date', 'not-before', 'date', '05/03/2021', '05/03/2021', true],
    ['date', 'not-before', 'date', '05/03/2021', '04/03/2021', false],
    ['date', 'before', 'date', '05/03/2021', '04/03/2021', true],
    ['date', 'before', 'date', '05/03/2021', '05/03/2021', false],
    ['date', 'not-after', 'date', '05/03/2021', '05/03/2021', true],
    ['date', 'not-after', 'date', '05/03/2021', '31/12/2021', false],
    // A year says nothing of the days in it.
    ['date', 'after', 'birth-date', '1950', '01/01/1950', true],
    ['date', 'before', 'birth-date', '1950', '31/12/1950', true],
    ['date', 'not-before', 'birth-date', '1950', '31/12/1949', false],
    ['year', 'not-before', 'date', '05/03/2021', '2021', true],
    ['year', 'not-before', 'date', '05/03/2021', '2020', false],
    ['year', 'after', 'year', '2021', '2021', false],
    ['month', 'not-before', 'month', '9/2003', '9/2003', true],
    ['month', 'not-before', 'month', '10/2003', '9/2003', false],
    ['time', 'after', 'time', '8h30', '08:29', false],
    ['number', 'not-after', 'number', '100,5', '100,5', true],
    ['number', 'not-after', 'number', '100,5', '1.000', false],
    ['money', 'before', 'money', '9.000', '10.000', false],
    ['money', 'after', 'number', '9', '10', true],
    // Nothing to hold it against.
    ['date', 'after', 'date', '', '06/03/2021', true],
  ])('%s %s %s: %s, then %s', (kind, is, other, first, second, isRight) => {
    const form = formOf(kind, is, { kind: other })
    const { data } = readAnswers(form, { issued: first, expires: second }, { today })
    expect(messages(form, first, second).length === 0).toBe(isRight)
    if (isRight) expect(validateForm(form, data, today)).toEqual([])
  })

  test('what does not fit is quoted beside the other answer, in the language of the reader', () => {
    expect(messages(formOf('date', 'after'), '05/03/2021', '1/2/2020')).toEqual([
      'expires: Bạn nhập 01/02/2020. Câu này phải sau “Ngày cấp” (05/03/2021). Xem lại cả hai câu',
    ])
    const area = formOf('number', 'not-after', {
      kind: 'number',
      label: 'Diện tích đất',
      asked: 'diện tích thửa',
      unit: 'm²',
    })
    expect(messages(area, '90', '100')).toEqual([
      'expires: Bạn nhập 100. Câu này không được lớn hơn diện tích thửa (90). Xem lại cả hai câu',
    ])
    const english = speaking('en', () => {
      const form = formOf('date', 'after')
      return messages({ ...form, layout: spokenNow(form.layout) }, '05/03/2021', '01/02/2020')
    })
    expect(english).toEqual([
      'expires: You entered 01/02/2020. This answer must be after “Issued on” (05/03/2021). Check both',
    ])
  })

  test('data that came by the API is held to it too, and its schema says so', () => {
    const form = formOf('date', 'after')
    const found = validateForm(form, { issued: '2021-03-05', expires: '2020-02-01' }, today)
    expect(found.map(({ field, code }) => [field, code])).toEqual([['expires', 'out-of-order']])
    compile(form.schema)
    expect(form.schema).toMatchObject({ properties: { expires: { 'x-compared': [{ field: 'issued', is: 'after' }] } } })
  })

  test('on paper an empty line says what must be minded', () => {
    const [part] = printedParts(formOf('date', 'after'), { issued: '2021-03-05' })
    expect(part?.items.map((item) => item.label)).toEqual(['Ngày cấp', 'Câu sau (phải sau “Ngày cấp”)'])
  })
})

describe('within a group', () => {
  const [before, later] = [
    { ...issued, name: 'from', label: 'Từ ngày' },
    { ...issued, name: 'until', label: 'Đến ngày' },
  ]
  const until: FieldSpec = {
    ...later,
    compared: ['from', 'bornOn'].map((field) => ({ field, is: 'not-before' as const })),
  }
  const layout: FormLayout = {
    pages: [
      { id: 'a', title: 'A', sections: [{ fields: [{ ...issued, name: 'bornOn', label: 'Ngày sinh' }] }] },
      {
        id: 'b',
        title: 'B',
        sections: [{ repeat: { name: 'stays', min: 0, max: 5, entry: 'quãng' }, fields: [before, until] }],
      },
    ],
  }
  const form = { id: 'f', version: 1, schema: schemaOf(layout), layout }

  test('the same entry comes first, then the form around it', () => {
    const body = {
      bornOn: '01/01/2000',
      stays: '3',
      'stays.0.from': '01/01/2010',
      'stays.0.until': '01/01/2011',
      'stays.1.from': '01/01/2012',
      'stays.1.until': '01/01/2011',
      'stays.2.until': '01/01/1999',
    }
    expect(readAnswers(form, body, { today }).errors.map(({ field }) => field)).toEqual([
      'stays.1.until',
      'stays.2.until',
    ])
    expect(knownElsewhere(form, 'b', body)).toEqual({ bornOn: '01/01/2000' })
    expect(knownElsewhere(form, 'a', body)).toEqual({})
  })

  test('a question called otherwise is named otherwise; one that cannot be compared is a fault', () => {
    const codes = (changed: FormLayout) => faultsOf(changed).map(({ code }) => code)
    expect(codes(layout)).toEqual([])
    const renamed = changeField(
      layout,
      { page: 0, section: 0, field: 0 },
      { ...issued, name: 'born', label: 'Ngày sinh' },
    )
    expect(codes(renamed)).toEqual([])
    const at = { page: 1, section: 0, field: 1 }
    expect(codes(changeField(layout, at, { ...until, compared: [{ field: 'nowhere', is: 'after' }] }))).toEqual([
      'strange-comparison',
    ])
    expect(codes(changeField(layout, at, { ...until, compared: [{ field: 'until', is: 'after' }] }))).toEqual([
      'strange-comparison',
    ])
    expect(codes(changeField(layout, at, { ...until, kind: 'number' }))).toEqual(['strange-comparison'])
  })
})
