import { afterAll, beforeAll, expect, it } from 'vitest'
import { runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { FORM_FORMAT, type FormLayout } from './form.ts'
import { publishForm } from './publish-form.ts'
import { formInForce, formVersion } from './store.ts'
import { whyUnsound } from './why-unsound.ts'

let world: TestApp
beforeAll(async () => void (world = await openTestApp()))
afterAll(() => world.close())

const administrator: Actor = {
  kind: 'officer',
  accountId: '019aa000-0000-7000-8000-000000000001',
  fullName: 'Vũ Minh Quân',
  grants: [
    { role: 'administrator', unitId: '019aa000-0000-7000-8000-0000000000aa', unitCode: 'H49', reach: 'subtree' },
  ],
}
const layout: FormLayout = {
  pages: [
    {
      id: 'nha',
      title: 'Ngôi nhà',
      sections: [{ fields: [{ name: 'floors', kind: 'number', label: 'Số tầng', required: true, decimals: 0 }] }],
    },
  ],
}
const aText = (name: string) => ({ name, kind: 'text' as const, label: name, required: true })
const publish = (version: number, validFrom: string, actor = administrator) =>
  runAction(world.app, publishForm, actor, { code: '1.009994', version, validFrom, layout })

it('gives the version in force on a day, and each version for ever', async () => {
  await publish(1, '2026-01-01')
  await publish(2, '2026-12-01')
  expect(await formInForce(world.app.db, '1.009994', '2025-12-31')).toBeUndefined()
  expect((await formInForce(world.app.db, '1.009994', '2026-11-21'))?.version).toBe(1)
  expect((await formInForce(world.app.db, '1.009994', '2026-12-01'))?.version).toBe(2)
  expect(await formVersion(world.app.db, '1.009994', 1)).toMatchObject({ id: '1.009994', version: 1, layout })
  await expect(publish(2, '2027-01-01')).rejects.toMatchObject({ code: 'forms.version-exists' })
  await expect(publish(3, '2026-12-01')).rejects.toMatchObject({ code: 'forms.version-exists' })
})

it('is for administrators only', async () => {
  const specialist: Actor = { ...administrator, grants: [{ ...administrator.grants[0]!, role: 'specialist' }] }
  await expect(publish(9, '2030-01-01', specialist)).rejects.toMatchObject({ code: 'platform.forbidden' })
})

it('keeps groups, combined conditions and help, and marks the format', async () => {
  const family: FormLayout = {
    pages: [
      {
        id: 'nha',
        title: 'Ngôi nhà',
        sections: [
          {
            when: { any: [{ field: 'floors', atLeast: 2 }, { not: { field: 'floors', isAnswered: true } }] },
            repeat: { name: 'members', min: 1, max: 3, entry: 'thành viên' },
            fields: [aText('name')],
          },
          { fields: [{ ...aText('floors'), kind: 'number', help: 'Đếm cả tầng hầm.' }] },
        ],
      },
    ],
  }
  await runAction(world.app, publishForm, administrator, {
    code: 'nhom',
    version: 1,
    validFrom: '2026-01-01',
    layout: family,
  })
  const stored = await formVersion(world.app.db, 'nhom', 1)
  expect(stored).toMatchObject({ format: FORM_FORMAT, layout: JSON.parse(JSON.stringify(family)) as FormLayout })
})

const wrong: [string, FormLayout['pages'][number]['sections'][number]['fields']][] = [
  [
    'Câu "A": mã câu hỏi trùng với câu hoặc nhóm khác. Đổi mã.',
    [
      { name: 'a', kind: 'text', label: 'A', required: true },
      { name: 'a', kind: 'text', label: 'B', required: true },
    ],
  ],
  [
    'Câu "A": chưa có gì để chọn. Ghi các lựa chọn, mỗi dòng một lựa chọn.',
    [{ name: 'a', kind: 'choice', label: 'A', required: true }],
  ],
  [
    'Câu "A": điều kiện dựa vào câu "b" không có trong biểu mẫu. Chọn câu khác.',
    [{ name: 'a', kind: 'text', label: 'A', required: true, when: { field: 'b', is: 'x' } }],
  ],
  [
    'Câu "A": điều kiện chờ một câu trả lời mà câu "B" không thể có. Chọn lại giá trị.',
    [{ ...aText('A'), when: { all: [{ not: { field: 'B', atLeast: 2 } }] } }, aText('B')],
  ],
  [
    'Câu "A": các câu chờ nhau thành vòng, không câu nào được hỏi. Bỏ bớt một điều kiện.',
    [
      { ...aText('A'), when: { field: 'B', isAnswered: true } },
      { ...aText('B'), when: { field: 'A', isAnswered: true } },
    ],
  ],
  ['Câu "A": khuôn mẫu không đọc được. Sửa hoặc bỏ khuôn mẫu.', [{ ...aText('A'), pattern: '[a-' }]],
  ['Câu "A": số nhỏ nhất lớn hơn số lớn nhất. Sửa lại hai số.', [{ ...aText('A'), kind: 'number', min: 3, max: 2 }]],
]
it.each(wrong)('refuses a layout: %s', async (reason, fields) => {
  const unsound = { pages: [{ id: 'p', title: 'P', sections: [{ fields }] }] }
  expect(whyUnsound(unsound)).toBe(reason)
  const input = { code: 'x', version: 1, validFrom: '2026-01-01', layout: unsound }
  await expect(runAction(world.app, publishForm, administrator, input)).rejects.toMatchObject({ code: 'forms.unsound' })
})
