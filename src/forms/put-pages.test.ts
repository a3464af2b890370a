import { expect, it } from 'vitest'
import type { FormLayout } from './form.ts'
import { pagesChanged, putPages } from './put-pages.ts'

const page = (id: string, more: object, field: object = {}) => ({
  id,
  title: `Trang ${id}`,
  sections: [{ fields: [{ name: `q-${id}`, kind: 'text' as const, label: 'Q', required: true, ...field }] }],
  ...more,
})
const when = { field: 'q-a', is: 'yes' }
const repeat = { name: 'members', min: 0, max: 3, entry: 'người' }
const layout: FormLayout = {
  pages: [
    page('a', {}),
    page('b', { when }),
    page('c', {}, { when }),
    page('d', {}, { when: { not: when } }),
    page('e', { sections: [{ when, repeat, fields: [] }] }),
    page('f', { sections: [{ repeat, fields: [] }] }),
  ],
}
const ids = (data: object) => putPages({ layout }, { ...data }).map(({ id }) => id)

it('leaves out pages whose condition, or whose every question, is not met', () => {
  expect(ids({})).toEqual(['a', 'd', 'f'])
  expect(ids({ 'q-a': 'yes' })).toEqual(['a', 'b', 'c', 'e', 'f'])
})

it('says which pages an answer brings and takes away, and nothing when they stay', () => {
  const [before, after] = [putPages({ layout }, {}), putPages({ layout }, { 'q-a': 'yes' })]
  expect(pagesChanged(before, before)).toBeUndefined()
  expect(pagesChanged(before, after)).toBe(
    'Câu trả lời của bạn mở thêm phần phải khai: “Trang b”, “Trang c”, “Trang e”. Theo câu trả lời của bạn, không phải khai nữa: “Trang d”.',
  )
})
