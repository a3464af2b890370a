import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import patterns from '../../../data/codes/dossier-code-patterns.json' with { type: 'json' }
import { codeFrame, formatCode, parseCode, patternInForce } from './dossier-code.ts'
import { newResumeCode, parseResumeCode } from '../drafts/resume-code.ts'

describe('dossier codes', () => {
  const frame = codeFrame(patternInForce(patterns, '2026-11-20'), 'H49.136.1', '2026-11-20')

  test.each([
    [1, 'H49.136.1-261120-0001'],
    [9_999, 'H49.136.1-261120-9999'],
    [10_000, 'H49.136.1-261120-10000'],
  ])('number %i is written %s', (number, code) => {
    expect(formatCode(frame, number)).toBe(code)
    expect(parseCode(code)).toEqual({ agency: 'H49.136.1', on: '2026-11-20', number })
  })

  test.each([
    ['000.00.12.H49-230515-0007', { agency: '000.00.12.H49', on: '2023-05-15', number: 7 }],
    [' h49.2-261120-0042 ', { agency: 'H49.2', on: '2026-11-20', number: 42 }],
    ['H49-260228-123456', { agency: 'H49', on: '2026-02-28', number: 123_456 }],
    ['H49.136-260230-0001', undefined],
    ['H49.136-261120-001', undefined],
    ['261120-0001', undefined],
    ["H49.136-261120-0001' or 1=1", undefined],
    ['', undefined],
  ])('%s is read', (text, expected) => {
    expect(parseCode(text)).toEqual(expected)
  })

  test('a new pattern takes over on its day; no pattern is no code', () => {
    const two = [...patterns, { validFrom: '2027-01-01', pattern: '{agency}-{YYMMDD}-{number:6}', article: '' }]
    expect(formatCode(codeFrame(patternInForce(two, '2026-12-31'), 'H49', '2026-12-31'), 7)).toBe('H49-261231-0007')
    expect(formatCode(codeFrame(patternInForce(two, '2027-01-01'), 'H49', '2027-01-01'), 7)).toBe('H49-270101-000007')
    expect(() => patternInForce(two, '2010-01-01')).toThrow('no pattern')
  })
})

describe('resume codes', () => {
  test('every code made is read back, also as people type it', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000)), (numbers) => {
        const code = newResumeCode((below) => numbers.next().value % below)
        expect(code).toMatch(/^\d[A-Z]{2}-\d{3}$/)
        expect(parseResumeCode(code)).toBe(code)
        expect(parseResumeCode(` ${code.toLowerCase().replace('-', '')} `)).toBe(code)
      }),
    )
    expect(newResumeCode()).not.toBe(newResumeCode())
  })
  test.each(['7KQ', '7KQ-40', 'KQ7-402', '7KQ-402; drop'])('%s is none', (text) => {
    expect(parseResumeCode(text)).toBeUndefined()
  })
})
