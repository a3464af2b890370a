import { describe, expect, it } from 'vitest'
import type { FormLayout } from '../form.ts'
import { differenceOf } from './difference.ts'
import { addField, addPage, addSection, changeField, moveAt, removeAt } from './edit-layout.ts'
import { fieldAt, isThere, spotOf, spotsOf, spotText } from './spot.ts'

const layout: FormLayout = {
  pages: [
    {
      id: 'nha',
      title: 'Nhà',
      sections: [
        {
          title: 'Đất',
          fields: [
            { name: 'area', kind: 'number', label: 'Diện tích', required: true },
            {
              name: 'paper',
              kind: 'text',
              label: 'Giấy tờ',
              required: false,
              when: { field: 'area', isAnswered: true },
            },
          ],
        },
        { title: 'Công trình', fields: [{ name: 'floors', kind: 'number', label: 'Số tầng', required: true }] },
      ],
    },
    {
      id: 'nguoi',
      title: 'Người',
      sections: [
        {
          repeat: { name: 'members', min: 1, max: 5, entry: 'thành viên' },
          when: { any: [{ not: { field: 'area', isAnswered: true } }, { field: 'floors', atLeast: 2 }] },
          fields: [{ name: 'name', kind: 'personal-name', label: 'Họ tên', required: true }],
        },
      ],
    },
  ],
}
const names = (of: FormLayout) =>
  of.pages
    .map(({ sections }) => sections.map(({ fields }) => fields.map(({ name }) => name).join()).join('|'))
    .join(' / ')

describe('moving', () => {
  it.each([
    ['0.0.1', 'earlier', 'paper,area|floors / name', '0.0.0'],
    ['0.0.1', 'later', 'area|paper,floors / name', '0.1.0'],
    ['0.1.0', 'earlier', 'area,paper,floors| / name', '0.0.2'],
    ['0.1.0', 'later', 'area,paper| / floors,name', '1.0.0'],
    ['0.0.0', 'earlier', 'area,paper|floors / name', '0.0.0'],
    ['1.0.0', 'later', 'area,paper|floors / name', '1.0.0'],
    ['0.1', 'earlier', 'floors|area,paper / name', '0.0'],
    ['0.1', 'later', 'area,paper / floors|name', '1.0'],
    ['1.0', 'earlier', 'area,paper|floors|name / ', '0.2'],
    ['1', 'earlier', 'name / area,paper|floors', '0'],
    ['0', 'earlier', 'area,paper|floors / name', '0'],
  ] as const)('%s %s', (spot, by, after, where) => {
    const at = spotOf(spot)
    const moved = at && moveAt(layout, at, by)
    expect(moved && names(moved.layout)).toBe(after)
    expect(moved?.spot && spotText(moved.spot)).toBe(where)
  })
})

describe('adding and removing', () => {
  it('finds a name of its own for what is new', () => {
    const first = addField(layout, { page: 0, section: 1 }, 'text', 'Số tầng hầm (nếu có)')
    expect(fieldAt(first.layout, first.spot ?? { page: 9 }).name).toBe('so-tang-ham-neu-co')
    const second = addField(first.layout, { page: 0, section: 0 }, 'text', 'Số tầng hầm, nếu có')
    expect(fieldAt(second.layout, second.spot ?? { page: 9 }).name).toBe('so-tang-ham-neu-co-2')
    expect(addPage(layout, 'Nhà').layout.pages.at(-1)?.id).toBe('nha-2')
    expect(addPage(layout, '…').layout.pages.at(-1)?.id).toBe('trang')
    const group = addSection(layout, { page: 1 }, '', 'Thành viên')
    expect(group.layout.pages[1]?.sections[1]).toEqual({
      repeat: { name: 'thanh-vien', min: 1, max: 20, entry: 'Thành viên' },
      fields: [],
    })
  })

  it('takes out a question, a section, a page, and refuses what is not there', () => {
    expect(names(removeAt(layout, { page: 0, section: 0, field: 0 }).layout)).toBe('paper|floors / name')
    expect(names(removeAt(layout, { page: 0, section: 0 }).layout)).toBe('floors / name')
    expect(names(removeAt(layout, { page: 0 }).layout)).toBe('name')
    expect(() => removeAt(layout, { page: 0, section: 7 })).toThrow('forms.nothing-there')
    expect(isThere(layout, { page: 0, section: 1, field: 1 })).toBe(false)
    expect(spotOf('1.x')).toBeUndefined()
  })
})

it('calls a question otherwise wherever it is named', () => {
  const spec = fieldAt(layout, { page: 0, section: 0, field: 0 })
  const changed = changeField(layout, { page: 0, section: 0, field: 0 }, { ...spec, name: 'landArea' })
  expect(JSON.stringify(changed)).not.toContain('"area"')
  expect(spotsOf(changed)[1]?.spec.when).toEqual({ field: 'landArea', isAnswered: true })
  expect(changed.pages[1]?.sections[0]?.when).toEqual({
    any: [{ not: { field: 'landArea', isAnswered: true } }, { field: 'floors', atLeast: 2 }],
  })
})

describe('the difference', () => {
  it('is nothing between a layout and itself', () => {
    expect(differenceOf(layout, structuredClone(layout))).toEqual([])
  })

  it('names what is new, gone, changed and put elsewhere', () => {
    const moved = moveAt(layout, { page: 0, section: 0, field: 1 }, 'later').layout
    expect(differenceOf(layout, moved)).toEqual([
      {
        of: 'question',
        name: 'Giấy tờ',
        what: 'changed',
        part: 'place',
        before: 'Nhà › Đất',
        after: 'Nhà › Công trình',
      },
    ])
    const turned = moveAt(layout, { page: 0, section: 0, field: 1 }, 'earlier').layout
    expect(differenceOf(layout, turned)).toEqual([
      {
        of: 'section',
        name: 'Đất',
        what: 'changed',
        part: 'order',
        before: ['Diện tích', 'Giấy tờ'],
        after: ['Giấy tờ', 'Diện tích'],
      },
    ])
    expect(differenceOf(layout, removeAt(layout, { page: 1 }).layout)).toEqual([
      { of: 'page', name: 'Người', what: 'removed' },
      { of: 'section', name: '', what: 'removed' },
      { of: 'question', name: 'Họ tên', what: 'removed' },
    ])
    const printed = { ...layout, print: { numbered: true }, application: { behalf: true } }
    expect(differenceOf(layout, printed).map((change) => 'part' in change && change.part)).toEqual([
      'application',
      'print',
    ])
  })
})
