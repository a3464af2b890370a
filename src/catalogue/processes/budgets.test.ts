import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import budgetShares from '../../../data/processes/budget-shares.json' with { type: 'json' }
import type { Term, TermUnit } from '../../platform/term.ts'
import { readProcesses } from '../read-source.ts'
import { budgetsFor, termHours } from './budgets.ts'
import type { ProcessDefinition } from './process.ts'
import { STEP_KINDS } from './process.ts'

const fiveSteps = (await readProcesses()).at(-1) as ProcessDefinition
const budgets = (term: Term, hoursPerDay = 8, level?: 'province' | 'commune') =>
  Object.fromEntries(budgetsFor(fiveSteps, term, hoursPerDay, level))

describe('termHours', () => {
  test.each<[number, TermUnit, number]>([
    [4, 'hour', 4],
    [1, 'within-day', 8],
    [3, 'working-day', 24],
    [0.5, 'working-day', 4],
    [1, 'day', 8],
    [5, 'day', 24],
    [7, 'day', 40],
    [10, 'day', 48],
    [15, 'day', 80],
    [1, 'month', 160],
    [1, 'year', 2080],
  ])('%d %s holds %d office hours', (quantity, unit, hours) => {
    expect(termHours({ quantity, unit }, 8)).toBe(hours)
  })
})

describe('budgetsFor', () => {
  test('shares the term out by kind of step, more to appraisal at a department, more to the desk at a commune', () => {
    const term: Term = { quantity: 10, unit: 'working-day' }
    expect(budgets(term)).toEqual({
      'tiep-nhan': 8.25,
      'tham-dinh': 46.25,
      'phe-duyet': 12.5,
      'ky-so': 8.25,
      'tra-ket-qua': 4,
    })
    expect(budgets(term, 8, 'commune')).toEqual({
      'tiep-nhan': 16.75,
      'tham-dinh': 33.5,
      'phe-duyet': 12.5,
      'ky-so': 12.5,
      'tra-ket-qua': 4,
    })
  })

  test('a step with its own budget keeps it; the others share the rest', () => {
    const steps = fiveSteps.steps.map((step) => (step.code === 'tham-dinh' ? { ...step, budgetHours: 3 } : step))
    const found = budgetsFor({ steps }, { quantity: 1, unit: 'within-day' }, 8)
    expect(found.get('tham-dinh')).toBe(3)
    expect([...found.values()].reduce((sum, hours) => sum + hours, 0)).toBeLessThanOrEqual(8)
  })

  test('every share is a setting of the province and says so', () => {
    expect(budgetShares.certainty).toBe('local-setting')
    for (const shares of Object.values(budgetShares.shares)) {
      expect(Object.keys(shares).toSorted()).toEqual([...STEP_KINDS].toSorted())
    }
  })

  test('the sum never exceeds the legal term, and every step without its own budget has some of it', () => {
    fc.assert(
      fc.property(
        fc.record({
          quantity: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0.5, 1.5, 2.5)),
          unit: fc.constantFrom<TermUnit>('hour', 'working-day', 'day', 'month', 'year', 'within-day'),
        }),
        fc.constantFrom(7, 7.5, 8),
        fc.array(fc.option(fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4)), {
          minLength: fiveSteps.steps.length,
          maxLength: fiveSteps.steps.length,
        }),
        fc.constantFrom('province' as const, 'commune' as const),
        (term, hoursPerDay, own, level) => {
          const steps = fiveSteps.steps.map((step, index) => ({ ...step, budgetHours: own[index] ?? null }))
          const found = budgetsFor({ steps }, term, hoursPerDay, level)
          const sum = [...found.values()].reduce((total, hours) => total + hours, 0)
          expect(found.size).toBe(steps.length)
          expect(sum).toBeLessThanOrEqual(termHours(term, hoursPerDay))
          for (const hours of found.values()) expect(hours).toBeGreaterThanOrEqual(0)
          if (own.every((one) => one === null) && termHours(term, hoursPerDay) >= 2)
            expect([...found.values()].every((hours) => hours > 0)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
