import { describe, expect, it } from 'vitest'
import { fieldsOf, type FormDefinition } from '../form.ts'
import { readAnswers } from '../read-answers.ts'
import { schemaOf } from '../schema.ts'
import { readFormFile } from './carry-form.ts'
import { importFormio } from './formio.ts'

const component = (type: string, key: string, more: object = {}) => ({
  type,
  key,
  label: `Ô ${key}`,
  input: true,
  ...more,
})
const read = (components: object[], more: object = {}) => importFormio(JSON.stringify({ components, ...more }))
const only = (one: object) => {
  const { layout, notes } = read([one])
  return { field: fieldsOf({ layout })[0], notes: notes.map(({ what }) => what) }
}
const values = [
  { label: 'Một', value: '1' },
  { label: 'Hai', value: '2' },
]

describe('components of form.io', () => {
  const kinds: [object, object][] = [
    [
      component('textfield', 'a', { validate: { required: true, minLength: 2, maxLength: '50', pattern: '[A-Z]+' } }),
      { kind: 'text', required: true, minLength: 2, maxLength: 50, pattern: '[A-Z]+' },
    ],
    [
      component('textarea', 'a', { description: '<b>Ghi</b> rõ', tooltip: 'Cách ghi' }),
      { kind: 'long-text', hint: 'Ghi rõ', help: 'Cách ghi' },
    ],
    [
      component('number', 'a', { suffix: 'm²', decimalLimit: 1, validate: { min: 0, max: 9 } }),
      { kind: 'number', unit: 'm²', decimals: 1, min: 0, max: 9 },
    ],
    [component('currency', 'a'), { kind: 'money' }],
    [
      component('select', 'a', { data: { values } }),
      {
        kind: 'choice',
        options: [
          { value: '1', label: 'Một' },
          { value: '2', label: 'Hai' },
        ],
      },
    ],
    [component('select', 'a', { data: { values }, multiple: true }), { kind: 'choices' }],
    [component('radio', 'a', { values }), { kind: 'choice' }],
    [
      component('selectboxes', 'a', { values, validate: { minSelectedCount: 1, maxSelectedCount: 2 } }),
      { kind: 'choices', min: 1, max: 2 },
    ],
    [component('checkbox', 'a'), { kind: 'confirm' }],
    [component('datetime', 'a', { enableTime: false }), { kind: 'date' }],
    [component('day', 'a'), { kind: 'date' }],
    [component('email', 'a'), { kind: 'email' }],
    [component('phoneNumber', 'a'), { kind: 'phone' }],
  ]
  it.each(kinds)('%j', (one, expected) => {
    const { field, notes } = only(one)
    expect(field).toMatchObject({ name: 'a', label: 'Ô a', ...expected })
    expect(notes).toEqual([])
  })

  it('become pages, sections and groups', () => {
    const { layout, notes } = read(
      [
        {
          type: 'panel',
          key: 'p1',
          title: 'Trang một',
          components: [
            { type: 'fieldset', key: 'f', legend: 'Người khai', components: [component('textfield', 'ten')] },
            {
              type: 'columns',
              key: 'c',
              columns: [{ components: [component('email', 'thu')] }, { components: [component('number', 'so')] }],
            },
          ],
        },
        {
          type: 'panel',
          key: 'p2',
          title: 'Trang hai',
          components: [
            {
              type: 'datagrid',
              key: 'con',
              label: 'Các con',
              validate: { minLength: 1, maxLength: 5 },
              components: [component('textfield', 'ten')],
            },
          ],
        },
      ],
      { display: 'wizard' },
    )
    expect(notes).toEqual([])
    expect(
      layout.pages.map(({ title, sections }) => [
        title,
        sections.map((section) => [section.title, section.fields.length]),
      ]),
    ).toEqual([
      [
        'Trang một',
        [
          ['Người khai', 1],
          [undefined, 2],
        ],
      ],
      ['Trang hai', [['Các con', 1]]],
    ])
    expect(layout.pages[1]?.sections[0]?.repeat).toEqual({ name: 'con', min: 1, max: 5, entry: 'mục' })
  })

  it('keep their conditions, the older way and the newer', () => {
    const { layout } = read([
      component('radio', 'chon', { values }),
      component('textfield', 'khi', { conditional: { show: true, when: 'chon', eq: '1' } }),
      component('textfield', 'tru', { conditional: { show: false, when: 'chon', eq: '1' } }),
      component('textfield', 'moi', {
        conditional: {
          show: true,
          conjunction: 'any',
          conditions: [
            { component: 'chon', operator: 'isEqual', value: '2' },
            { component: 'khi', operator: 'isNotEmpty' },
          ],
        },
      }),
    ])
    const form: FormDefinition = { id: 'x', version: 1, format: 2, layout, schema: schemaOf(layout) }
    const asked = (chon: string) =>
      Object.keys(readAnswers(form, { chon, khi: 'k', tru: 't', moi: 'm' }, { today: '2026-11-21' }).data)
    expect(asked('1')).toEqual(['chon', 'khi', 'moi'])
    expect(asked('2')).toEqual(['chon', 'tru', 'moi'])
  })

  it('are not dropped without a word', () => {
    const { layout, notes } = read([
      component('textfield', 'giu'),
      component('signature', 'ky'),
      component('file', 'tep'),
      { type: 'content', key: 'chu', html: '<p>Hướng dẫn</p>' },
      component('hidden', 'an'),
      { type: 'button', key: 'gui', label: 'Gửi' },
      component('select', 'xa', { dataSrc: 'url', data: { url: 'https://example.org' } }),
      component('textfield', 'tinh', { calculateValue: 'value = 1', validate: { custom: 'valid = true' } }),
      component('textfield', 'mat', { conditional: { show: true, when: 'ky', eq: 'x' } }),
      component('textfield', 'ma', { customConditional: 'show = true' }),
      component('textfield', 'giu'),
      component('datetime', 'luc'),
      {
        type: 'datagrid',
        key: 'bang',
        label: 'Bảng',
        components: [
          component('textfield', 'o'),
          { type: 'datagrid', key: 'trong', label: 'Trong', components: [component('textfield', 'p')] },
        ],
      },
    ])
    const told = notes.map(({ component: label, what }) => `${label}: ${what}`)
    for (const part of [
      'Ô ky: loại ô signature',
      'Ô tep: loại ô file',
      'chu: loại ô content',
      'Ô an: ô ẩn',
      'Gửi: nút bấm',
      'Ô xa: danh sách chọn',
      'Ô tinh: thiết lập calculateValue',
      'Ô tinh: thiết lập validate.custom',
      'Ô mat: điều kiện dựa vào',
      'Ô ma: điều kiện viết bằng mã lệnh',
      'Ô giu: trùng tên dữ liệu giu',
      'Ô luc: chỉ giữ ngày',
      'Bảng: bảng lồng trong bảng',
      'Bảng: không có số mục nhiều nhất',
    ])
      expect(
        told.some((line) => line.startsWith(part)),
        `${part} in ${told.join('\n')}`,
      ).toBe(true)
    expect(fieldsOf({ layout }).map(({ name }) => name)).toEqual(['giu', 'tinh', 'mat', 'ma', 'giu_2', 'luc'])
  })

  it('are told from files of our own', () => {
    expect(readFormFile(JSON.stringify({ components: [component('email', 'a')] })).code).toBeUndefined()
    for (const file of ['{}', '[]', '7', '{"components":[]}', '{"components":[{"type":"button"}]}'])
      expect(() => readFormFile(file), file).toThrow(expect.objectContaining({ code: 'forms.unreadable-file' }))
  })
})
