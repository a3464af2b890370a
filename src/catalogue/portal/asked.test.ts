import { expect, test } from 'vitest'
import { readAsked, searchHref, without } from './asked.ts'

test('an address holds the whole search and comes back the same', () => {
  const asked = readAsked({
    q: ' giấy  phép '.normalize('NFD'),
    cap: 'xa',
    xa: '06811',
    'linh-vuc': 'G15-TP07',
    'co-quan': 'so-tu-phap',
    viec: 'co-con-nho',
    sau: 'words~1~1.001193',
  })
  expect(asked).toMatchObject({ q: 'giấy phép', level: 'commune', commune: '06811' })
  expect(readAsked(Object.fromEntries(new URL(searchHref(asked), 'http://x').searchParams))).toEqual(asked)
})

test('what is not ours is left out', () => {
  expect(readAsked({ q: ['a', 'b'], cap: 'huyen', 'linh-vuc': '', x: '1' })).toEqual({ q: '' })
  expect(readAsked({ q: 'a'.repeat(999) }).q).toHaveLength(200)
  expect(searchHref({ q: '' })).toBe('/tim')
})

test('dropping a filter goes back to the first page', () => {
  const asked = readAsked({ q: 'nhà', cap: 'xa', sau: 'words~1~1.001193' })
  expect(searchHref(without(asked, 'level'))).toBe('/tim?q=nh%C3%A0')
})
