import { describe, expect, test } from 'vitest'
import { figureWords, figuresAt, withFigures } from './figure-words.ts'
import type { ReadWord } from './recogniser.ts'

const words = (text: string, confidence = 0.9): ReadWord[] =>
  text.split(' ').map((one, at) => ({ text: one, confidence, box: boxAt(at * 100) }))
const boxAt = (left: number, width = 80) => ({ left, top: 0, right: left + width, bottom: 30 })
const seen = (text: string, left = 0, confidence = 0.95): ReadWord => ({ text, confidence, box: boxAt(left) })

describe('which words of a value are figures', () => {
  test.each([
    ['02/02/1986', ['02/02/1986']],
    ['145,5 m²', ['145,5']],
    ['04 bản', ['04']],
    ['2u/05/2026', ['2u/05/2026']],
    ['Tổ T†, khu †, phường Cẩm Phả', ['T†,', '†,']],
    ['Tổ 3, khu ó, xã Vân Đồn', ['3,', 'ó,']],
    ['QNI-00075527', []],
    ['DD 879008', ['879008']],
    ['xóm Bắc, khu Mới, xã Tiên Yên', []],
    ['Số nhà', []],
  ])('%s', (text, figures) => expect(figureWords(words(text)).map((word) => word.text)).toEqual(figures))
})

describe('what is seen in the place of a word', () => {
  const [word] = words('4986')
  test('is what stands over it, however it was cut', () => {
    expect(figuresAt(word!, [seen('19', 0), seen('86', 30), seen('Dân', 200)])).toEqual({
      text: '1986',
      confidence: 0.95,
    })
  })

  test('letters a seven with its stroke or an open four are taken for are figures, and less sure', () => {
    expect(figuresAt(word!, [seen('†'), seen('u', 20)])).toEqual({ text: '74', confidence: 0.5 })
  })

  test('what is no figure speaks against the word and is not believed; what was not seen says nothing', () => {
    const other = figuresAt(word!, [seen('4H6')])
    expect(other).toEqual({ text: '4H6', confidence: 0 })
    expect(withFigures({ ...word!, text: 'T†' }, other!)).toMatchObject({ text: 'T†', figures: other })
    expect(figuresAt(word!, [])).toBeUndefined()
  })
})

describe('figures stand in the place of a word', () => {
  const [word] = words('4986,', 0.91)
  test('when their reader is about as sure, with the comma behind', () => {
    expect(withFigures(word!, { text: '1986', confidence: 0.88 })).toMatchObject({
      text: '1986,',
      confidence: 0.88,
      before: { text: '4986,', confidence: 0.91 },
    })
  })

  test('not when it is much less sure, but they are kept beside it', () => {
    const kept = withFigures(word!, { text: '1986', confidence: 0.6 })
    expect(kept).toMatchObject({ text: '4986,', figures: { text: '1986' } })
    expect(kept).not.toHaveProperty('before')
  })

  test('always when what was read is none', () => {
    const [dagger] = words('T†,', 0.96)
    expect(withFigures(dagger!, { text: '17', confidence: 0.4 })).toMatchObject({ text: '17,', confidence: 0.4 })
  })

  test('and change nothing when they say the same', () => {
    const same = withFigures(word!, { text: '4986', confidence: 0.9 })
    expect(same).toMatchObject({ text: '4986,', confidence: 0.91 })
    expect(same).not.toHaveProperty('before')
  })
})
