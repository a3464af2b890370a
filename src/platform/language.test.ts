import { describe, expect, test } from 'vitest'
import { formatDateTime } from './dates.ts'
import { acceptedLanguage, languageNow } from './language.ts'
import { refusalWords, withEnglish } from './refusal.ts'
import { speaking } from './speaking.ts'
import { inBothLanguages } from './wording.ts'

test.each([
  [undefined, 'vi'],
  ['*', 'vi'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['en-US,en;q=0.9,vi;q=0.1', 'vi'],
  ['en, *;q=0.5', 'vi'],
  ['en, vi;q=0', 'en'],
  ['fr', 'vi'],
  ['en;q=0', 'vi'],
])('who accepts %j is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})

describe('texts in both languages', () => {
  const texts = inBothLanguages(
    { file: 'Nộp', parts: { done: 'xong' }, days: ['hai', 'ba'], left: (days: number) => `còn ${days} ngày` },
    { file: 'File', parts: { done: 'done' }, days: ['Mon', 'Tue'], left: (days: number) => `${days} days left` },
  )
  const all = () => [texts.file, texts.parts.done, texts.days[1], texts.left(3)].join(', ')

  test('are read in the language of the moment, also after waiting', async () => {
    expect(all()).toBe('Nộp, xong, ba, còn 3 ngày')
    const both = await Promise.all(
      (['en', 'vi'] as const).map((language) =>
        speaking(language, async () => {
          await new Promise((resolve) => setTimeout(resolve, 2))
          return [languageNow(), all(), formatDateTime(new Date('2026-11-20T02:42:00Z'))]
        }),
      ),
    )
    expect(both).toEqual([
      ['en', 'File, done, Tue, 3 days left', '09:42 on 20/11/2026'],
      ['vi', 'Nộp, xong, ba, còn 3 ngày', '09:42 ngày 20/11/2026'],
    ])
  })

  test('refusals as well, with days as people write them', () => {
    const refusals = withEnglish(
      { 'a.late': { status: 409, title: 'Quá hạn từ {day}.' } },
      { 'a.late': 'Late since {day}.' },
    )
    const late = { code: 'a.late', facts: { day: '2026-11-20' } }
    expect(refusalWords(refusals, late)).toBe('Quá hạn từ 20/11/2026.')
    expect(speaking('en', () => refusalWords(refusals, late))).toBe('Late since 20/11/2026.')
    expect(refusalWords(refusals, { code: 'a.unknown' })).toBe('a.unknown')
  })
})
