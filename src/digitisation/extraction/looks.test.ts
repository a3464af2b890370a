import { expect, test } from 'vitest'
import { placesOn } from '../../organisation/index.ts'
import type { ReadWord } from '../reading/recogniser.ts'
import { judgeText } from './judge-text.ts'
import { chooseLook, looksAt } from './looks.ts'
import type { TemplateField } from './template.ts'

const known = { today: '2026-11-30' as const, communes: await placesOn('2026-11-30') }
const BORN: TemplateField = { name: 'bornOn', words: 'Ngày sinh', kind: 'birth-date' }
const word = (text: string, more: Partial<ReadWord> = {}): ReadWord => ({
  text,
  confidence: 0.9,
  box: { left: 0, top: 0, right: 90, bottom: 30 },
  ...more,
})

function chosen(field: TemplateField, ...words: ReadWord[]) {
  const { looks, isMended } = looksAt(words)
  const [first, ...rest] = looks.map((look) => ({ ...judgeText(field, look.text, known), confidence: look.confidence }))
  const { chosen: one, others } = chooseLook([first!, ...rest], isMended)
  return [one.text, ...others.map(({ text }) => text)]
}

test('figures that took the place of what was read are kept to, however sure it was', () => {
  const mended = word('13/10/2026', { confidence: 0.6, before: { text: '12/10/2026', confidence: 0.9 } })
  expect(chosen(BORN, mended)).toEqual(['13/10/2026', '12/10/2026'])
})

test('unless only what was read at first can be', () => {
  const mended = word('43/10/2026', { before: { text: '13/10/2026', confidence: 0.9 } })
  expect(chosen(BORN, mended)).toEqual(['13/10/2026', '43/10/2026'])
})

test('figures that were not believed are another way to read it, and are taken where they alone can be', () => {
  expect(chosen(BORN, word('12/10/2020', { figures: { text: '17/10/2020', confidence: 0.5 } }))).toEqual([
    '12/10/2020',
    '17/10/2020',
  ])
  expect(chosen(BORN, word('42/10/2020', { figures: { text: '12/10/2020', confidence: 0.5 } }))[0]).toBe('12/10/2020')
})

test('a look that is written as the template says is believed before one that is not', () => {
  const number: TemplateField = { name: 'number', words: 'Số', kind: 'text', part: '\\d+/LLTP-[A-ZĐ]+' }
  const read = word('3690/LLUTP-CAT', { again: { text: '3690/LLTP-CAT', confidence: 0.7 } })
  expect(chosen(number, read)).toEqual(['3690/LLTP-CAT', '3690/LLUTP-CAT'])
})
