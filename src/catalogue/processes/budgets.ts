import budgetShares from '../../../data/processes/budget-shares.json' with { type: 'json' }
import type { Term } from '../../platform/term.ts'
import { mainSteps, type ProcessDefinition, type StepKind } from './process.ts'

export type BudgetLevel = keyof typeof budgetShares.shares

const SHARES: Record<BudgetLevel, Record<StepKind, number>> = budgetShares.shares

/** Office hours of an ordinary day, where no unit's own calendar is at hand. */
export const USUAL_HOURS_PER_DAY = budgetShares.hoursPerDay

/** Fewest working days of a month (28 days) and of a year in weeks without holidays. */
const WORKING_DAYS_IN_A_MONTH = 20
const WORKING_DAYS_IN_A_YEAR = 260

/** Budgets are whole quarters of an hour; of very short terms, sixteenths. Both are exact as numbers. */
const QUARTER = 0.25
const SIXTEENTH = 0.0625
const SHORT_TERM_HOURS = 8

/**
 * Office hours a legal term holds in weeks without holidays, at the least favourable begin. For planning only: the due
 * date itself is counted by `deadlines`.
 */
export function termHours({ quantity, unit }: Term, hoursPerDay: number): number {
  if (unit === 'hour') return quantity
  if (unit === 'within-day') return hoursPerDay
  if (unit === 'working-day') return quantity * hoursPerDay
  if (unit === 'month') return quantity * WORKING_DAYS_IN_A_MONTH * hoursPerDay
  if (unit === 'year') return quantity * WORKING_DAYS_IN_A_YEAR * hoursPerDay
  // A term that ends on a day off moves on to a working day, so even one day holds one of work.
  return Math.max(1, quantity - Math.floor(quantity / 7) * 2 - Math.min(2, quantity % 7)) * hoursPerDay
}

/**
 * Office hours each step of the main line has, by its code: its own budget where one is set, else its share of what the
 * legal term leaves. The sum never exceeds the term: budgets too long for it shrink in proportion. A step beside another
 * runs inside that one's budget and has none of its own here.
 */
export function budgetsFor(
  process: Pick<ProcessDefinition, 'steps'>,
  term: Term,
  hoursPerDay: number,
  level: BudgetLevel = 'province',
): Map<string, number> {
  const total = termHours(term, hoursPerDay)
  const grain = total < SHORT_TERM_HOURS ? SIXTEENTH : QUARTER
  const down = (hours: number) => Math.floor(hours / grain) * grain
  const steps = mainSteps(process)
  const fixed = steps.reduce((sum, { budgetHours }) => sum + (budgetHours ?? 0), 0)
  const shrink = fixed > total ? total / fixed : 1
  const open = Math.max(0, total - fixed)
  const weights = steps.map(({ kind, budgetHours }) => (budgetHours === null ? SHARES[level][kind] : 0))
  const weight = weights.reduce((sum, one) => sum + one, 0)
  return new Map(
    steps.map(({ code, budgetHours }, index) => {
      if (budgetHours !== null) return [code, shrink === 1 ? budgetHours : down(budgetHours * shrink)]
      return [code, weight === 0 ? 0 : down((open * (weights[index] ?? 0)) / weight)]
    }),
  )
}
