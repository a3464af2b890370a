import { describe, expect, test } from 'vitest'
import { cleanProcedure } from './cleaning/clean-procedure.ts'
import type { ProcedureContent } from './procedure.ts'
import { aSourceProcedure } from './testing.ts'
import { whatChanged } from './what-changed.ts'

const published = (): ProcedureContent => {
  const { content } = cleanProcedure(
    aSourceProcedure({
      component_groups: [
        {
          name: '',
          items: [
            { code: 'A', name: 'Giấy chứng sinh', orig: 1, copy: 0 },
            { code: 'B', name: 'Văn bản uỷ quyền', orig: 1, copy: 0 },
          ],
        },
      ],
    }),
    { legal: new Map() },
  )
  return content
}

describe('whatChanged', () => {
  test('nothing, when nothing did', () => {
    expect(whatChanged(published(), published())).toEqual([])
  })

  test('papers: added, gone, put otherwise; a new code for the same words is no change', () => {
    const before = published()
    const [a, b] = before.components
    const after: ProcedureContent = {
      ...before,
      components: [
        { ...a!, code: 'A2' },
        { ...b!, name: 'Văn bản uỷ quyền có chứng thực' },
        { ...b!, code: 'C', name: 'Giấy xác nhận cư trú' },
      ],
    }
    expect(whatChanged(before, after)).toEqual([
      { kind: 'paper-reworded', before: 'Văn bản uỷ quyền', after: 'Văn bản uỷ quyền có chứng thực' },
      { kind: 'paper-added', paper: 'Giấy xác nhận cư trú' },
    ])
    expect(whatChanged(after, { ...after, components: after.components.slice(1) })).toEqual([
      { kind: 'paper-removed', paper: 'Giấy chứng sinh' },
    ])
  })

  test('the term of a case, a case more or less, law, and parts that only changed somehow', () => {
    const before = published()
    const [one] = before.cases
    const after: ProcedureContent = {
      ...before,
      cases: [
        { ...one!, term: { quantity: 3, unit: 'working-day' } },
        { ...one!, code: 'X', name: 'Trường hợp khác' },
      ],
      legal: [{ code: '99/2026/NĐ-CP', name: '' }],
      conditions: 'Từ đủ 18 tuổi',
    }
    const changes = whatChanged(before, after)
    expect(changes).toContainEqual({
      kind: 'term',
      caseName: one!.name,
      before: one!.term,
      after: { quantity: 3, unit: 'working-day' },
    })
    expect(changes).toContainEqual({ kind: 'case-added', caseName: 'Trường hợp khác' })
    expect(changes).toContainEqual({ kind: 'law-added', document: '99/2026/NĐ-CP' })
    expect(changes.at(-1)).toEqual({ kind: 'part', part: 'conditions' })
    expect(whatChanged(after, before)).toContainEqual({ kind: 'case-removed', caseName: 'Trường hợp khác' })
  })
})
