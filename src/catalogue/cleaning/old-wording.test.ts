import { describe, expect, test } from 'vitest'
import { oldWording, ownBodies, wordingParts } from './old-wording.ts'

describe('oldWording', () => {
  test.each([
    ['Nộp tại Ủy ban nhân dân cấp huyện', ['wording.district-level']],
    ['UBND xã, phường, thị trấn nơi cư trú', ['wording.district-level']],
    ['gửi Sở Giao thông vận tải', ['wording.merged-body']],
    ['gửi SỞ KẾ HOẠCH VÀ ĐẦU TƯ và Bộ Tài nguyên và Môi trường', ['wording.merged-body', 'wording.merged-body']],
    ['gửi Sở Nông nghiệp và Môi trường, Ủy ban nhân dân cấp xã', []],
    ['gửi Sở Kế hoạch và Đầu tưnày', []],
    ['Giấy báo tin của Sở Lao động - Thương binh và Xã hội (nay là Sở Nội vụ)', []],
  ])('%s', (text, codes) => {
    expect(oldWording([{ where: 'steps', text }]).map(({ code }) => code)).toEqual(codes)
  })

  test('marks a name once, where it first stands, with the words around it', () => {
    const doubts = oldWording([
      { where: 'steps', text: 'Gửi hồ sơ đến Sở Xây dựng.' },
      { where: 'conditions', text: 'Theo phân cấp của cấp huyện.' },
      { where: 'methods', text: 'Tại cấp huyện' },
    ])
    expect(doubts).toEqual([
      { code: 'wording.district-level', where: 'conditions', sourceText: 'Theo phân cấp của cấp huyện.' },
    ])
  })
})

describe('ownBodies', () => {
  test.each([
    [['Sở Tư pháp', 'Sở Tư pháp Thành phố Hà Nội'], ['Sở Tư pháp'], 1],
    [['Sở Xây dựng - TP.HCM'], ['Sở Xây dựng - TP.HCM'], 1],
    [['Sở Xây dựng - tỉnh Quảng Ninh'], ['Sở Xây dựng - tỉnh Quảng Ninh'], 0],
  ])('%s', (bodies, own, doubts) => {
    const answer = ownBodies(bodies)
    expect([answer.bodies, answer.doubts.length]).toEqual([own, doubts])
  })
})

describe('wordingParts', () => {
  test('marks old names, tells what they are now, and loses nothing', () => {
    const text = 'Nộp tại UBND huyện hoặc Sở Giao thông vận tải.'
    const parts = wordingParts(text)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter(({ isOld }) => isOld)).toEqual([
      { text: 'UBND huyện', isOld: true },
      { text: 'Sở Giao thông vận tải', isOld: true, now: 'Sở Xây dựng' },
    ])
  })

  test.each(['', 'Ủy ban nhân dân cấp xã', 'Sở Lao động - Thương binh và Xã hội (nay là Sở Nội vụ)'])(
    '"%s" has none',
    (text) => {
      expect(wordingParts(text).filter(({ isOld }) => isOld)).toEqual([])
    },
  )
})
