import { afterOfficeHours, officeHoursBetween, type WorkingCalendar } from '../../deadlines/index.ts'
import {
  budgetsFor,
  stepOfState,
  USUAL_HOURS_PER_DAY,
  type BudgetLevel,
  type ProcessDefinition,
} from '../../catalogue/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Step } from '../step.ts'
import type { Mark } from './reminder.ts'

type Moved = Pick<Step, 'toHandling' | 'at'>

/**
 * When the present step of a dossier has used up its budget: office hours in the step's states, without those it stood still.
 * A supplement begins the step anew, as it does the term. Undefined for a step without a budget.
 */
export function stepMark(
  { term, handling }: Pick<Dossier, 'term' | 'handling'>,
  steps: readonly Moved[],
  process: Pick<ProcessDefinition, 'steps'>,
  calendar: WorkingCalendar,
  level: BudgetLevel,
): (Mark & { stepName: string }) | undefined {
  const step = stepOfState(process, handling)
  const budget = step && budgetsFor(process, term, USUAL_HOURS_PER_DAY, level).get(step.code)
  const [running, ...before] = step ? stretches(steps, step.states).toReversed() : []
  if (!step || !budget || !running) return undefined
  const used = before.reduce((sum, { from, to }) => sum + officeHoursBetween(calendar, from, to ?? from), 0)
  const at = afterOfficeHours(calendar, running.from, Math.max(0, budget - used))
  return { about: 'step', at, since: running.from, stepName: step.name }
}

/** When the dossier was being worked on in the step it is in; the last stretch is still open. */
function stretches(steps: readonly Moved[], states: readonly string[]): { from: Date; to?: Date }[] {
  const isOut = ({ toHandling }: Moved) => toHandling === 'awaiting-supplement' || !states.includes(toHandling)
  const found: { from: Date; to?: Date }[] = []
  let open: { from: Date; to?: Date } | undefined
  for (const { toHandling, at } of steps.slice(steps.findLastIndex(isOut) + 1)) {
    if (toHandling === 'suspended') {
      if (open) open.to = at
      open = undefined
    } else if (!open) {
      open = { from: at }
      found.push(open)
    }
  }
  return found
}
