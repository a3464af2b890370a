import { describe, expect, test } from 'vitest'
import type { ProcessDefinition } from '../../../catalogue/index.ts'
import { blankAsk, checkAsk, readAsk } from './ask-values.ts'

type Step = ProcessDefinition['steps'][number]

const plain: Step = {
  code: 'lay-y-kien',
  name: 'Lấy ý kiến',
  kind: 'consultation',
  role: 'specialist',
  unitRule: 'competent',
  states: [],
  beside: 'tham-dinh',
  budgetHours: null,
  produces: [],
  signed: false,
  outcomes: [],
  consultation: null,
  linked: null,
}

describe('a form offered by the process', () => {
  test('names the bodies asked and those linked on the same level, each once, terms in whole days', () => {
    const consultation = {
      bodies: ['H49.1', 'H49.2'],
      termHours: 20,
      completeness: 'majority' as const,
      lead: 'competent' as const,
    }
    const linked = {
      direction: 'same-level' as const,
      bodies: [
        { unitCode: 'H49.2', duty: 'Kiểm tra', termHours: 8 },
        { unitCode: 'H49.3', duty: 'Đo đạc', termHours: null },
      ],
      lead: null,
    }
    const values = blankAsk({
      steps: [
        { ...plain, consultation },
        { ...plain, kind: 'linked', linked },
      ],
    })
    expect(values.bodies.map(({ unitCode, days, own }) => [unitCode, days, own])).toEqual([
      ['H49.1', '3', ''],
      ['H49.2', '3', ''],
      ['H49.3', '5', 'Đo đạc'],
    ])
    expect(values).toMatchObject({ completeness: 'majority', isFromProcess: true })
  })

  test('without any, or with one sent up a level, two empty rows', () => {
    const up = { direction: 'superior' as const, bodies: [{ unitCode: 'H49.9', duty: '', termHours: 8 }], lead: null }
    for (const steps of [[], [plain], [{ ...plain, linked: up }]]) {
      const values = blankAsk({ steps })
      expect(values.bodies.map(({ unitCode }) => unitCode)).toEqual(['', ''])
      expect(values.isFromProcess).toBe(false)
    }
  })
})

describe('what was typed', () => {
  const form = { 'so-dong': '2', 'cq-1-ma': 'H49.1', 'cq-1-ngay': '3', 'cq-2-ma': 'H49.2', 'cq-2-ngay': '61' }

  test('gets one more row when every row is filled, and not otherwise', () => {
    expect(readAsk({ ...form, them: '1' }).bodies).toHaveLength(3)
    expect(readAsk({ ...form, 'cq-2-ma': '', them: '1' }).bodies).toHaveLength(2)
    expect(readAsk({ 'so-dong': '999' }).bodies).toHaveLength(20)
  })

  test('is told where it lacks something', () => {
    expect(checkAsk(readAsk(form)).map(({ field }) => field)).toEqual(['cau-hoi', 'cq-2-ngay', 'quy-tac'])
    expect(checkAsk(readAsk({ 'quy-tac': 'silence-agrees' })).map(({ field }) => field)).toEqual([
      'cau-hoi',
      'cq-1-ma',
      'can-cu',
    ])
  })
})
