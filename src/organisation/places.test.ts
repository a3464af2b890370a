import { beforeAll, describe, expect, it } from 'vitest'
import { readCountry } from './country.ts'
import { placeBook, type PlaceBook } from './find-places.ts'

let book: PlaceBook
beforeAll(async () => void (book = placeBook(await readCountry('2026-11-21'))))

const names = (words: string) => book.find(words).map(({ name }) => name)

describe('the country’s communes', () => {
  it('are 3,321 in 34 provinces, each found by its own full name', () => {
    const provinces = book.provinces()
    expect(provinces).toHaveLength(34)
    const all = provinces.flatMap(({ code, name }) =>
      book.communesOf(code).map((commune) => ({ ...commune, province: name })),
    )
    expect(all).toHaveLength(3321)
    const lost = all.filter(
      ({ code, name, province }) => !book.find(`${name}, ${province}`).some((one) => one.communeCode === code),
    )
    expect(lost).toEqual([])
  })

  it('bear their province’s name of the day', async () => {
    const before = placeBook(await readCountry('2026-08-31'))
    expect(before.byCode('06673')?.name).toBe('Phường Bãi Cháy, Tỉnh Quảng Ninh')
    expect(book.byCode('06673')?.name).toBe('Phường Bãi Cháy, Thành phố Quảng Ninh')
  })
})

describe('words for a place', () => {
  const one: [string, string, string?][] = [
    ['phường Bãi Cháy, Quảng Ninh', 'Phường Bãi Cháy, Thành phố Quảng Ninh'],
    ['bai chay, quang ninh', 'Phường Bãi Cháy, Thành phố Quảng Ninh'],
    [
      'Phường Giếng Đáy, Thành phố Hạ Long',
      'Phường Việt Hưng, Thành phố Quảng Ninh',
      'Phường Giếng Đáy, Thành phố Hạ Long',
    ],
    ['giếng đáy, hạ long, quảng ninh', 'Phường Việt Hưng, Thành phố Quảng Ninh', 'Phường Giếng Đáy, Thành phố Hạ Long'],
    [
      'Số 5, tổ 3, P. Giếng Đáy, TP. Hạ Long, tỉnh Quảng Ninh',
      'Phường Việt Hưng, Thành phố Quảng Ninh',
      'Phường Giếng Đáy, Thành phố Hạ Long',
    ],
    ['giếng đáy hạ long quảng ninh', 'Phường Việt Hưng, Thành phố Quảng Ninh', 'Phường Giếng Đáy, Thành phố Hạ Long'],
    ['xã Vũ Oai, Hạ Long', 'Xã Thống Nhất, Thành phố Quảng Ninh', 'Xã Vũ Oai, Thành phố Hạ Long'],
    ['Bạch Long Vĩ, Hải Phòng', 'Đặc khu Bạch Long Vĩ, Thành phố Hải Phòng'],
  ]
  it.each(one)('“%s” is %s', (words, name, formerly) => {
    const found = book.find(words)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ name, ...(formerly === undefined ? {} : { formerly }) })
    expect(found[0]?.uncertain).toBeUndefined()
  })

  it('that mean a commune split among several give all of them, never one', () => {
    expect(names('Phường Hà Khẩu, Hạ Long')).toEqual([
      'Phường Việt Hưng, Thành phố Quảng Ninh',
      'Phường Tuần Châu, Thành phố Quảng Ninh',
    ])
  })

  it('that fit communes of several provinces give all of them', () => {
    const found = book.find('xã Hòa Bình')
    expect(found.length).toBeGreaterThan(3)
    expect(new Set(found.map(({ provinceCode }) => provinceCode)).size).toBeGreaterThan(2)
    expect(names('xã Hoà Bình, Hạ Long')).toEqual(['Xã Thống Nhất, Thành phố Quảng Ninh'])
  })

  it('that are also the name of a district are confirmed by the person', () => {
    const found = book.find('Hạ Long, Quảng Ninh')
    expect(found.length > 1 || found[0]?.uncertain).toBe(true)
  })

  it('that name nothing give nothing', () => {
    expect(book.find('phường Không Có, Quảng Ninh')).toEqual([])
    expect(book.find('phường Bãi Cháy, Hà Nội')).toEqual([])
    expect(book.find('')).toEqual([])
    expect(book.find(' ,, ; ')).toEqual([])
  })

  it('with diacritics are told from those spelt otherwise', () => {
    for (const { name, formerly = '' } of book.find('xã Tân Hòa')) expect(name + formerly).toMatch(/Tân H(òa|oà)/)
  })

  it('half typed are completed, old names too', () => {
    expect(book.suggest('giếng', 5).map(({ formerly }) => formerly)).toContain('Phường Giếng Đáy, Thành phố Hạ Long')
    expect(book.suggest('bai cha', 5)[0]?.name).toBe('Phường Bãi Cháy, Thành phố Quảng Ninh')
    expect(book.suggest('a', 5)).toEqual([])
  })
})

it('every old commune leads to each of its successors, and is asked about when there are several', async () => {
  const country = await readCountry('2026-11-21')
  const wrong = country.old.filter(({ name, district, province, successors }) => {
    const found = book.find(`${name}, ${district}, ${province}`)
    const codes = found.map(({ communeCode }) => communeCode)
    if (!successors.every((code) => codes.includes(code))) return true
    return successors.length > 1 && found.length < 2
  })
  expect(wrong).toEqual([])
})
