import { formatTerm } from '../../platform/term.ts'
import { termHours } from './budgets.ts'
import { inStep } from './faults-of-steps.ts'
import type { FaultKnowledge, ProcessFault } from './faults.ts'
import { mainSteps, type ProcessDefinition, type ProcessStep } from './process.ts'

/** Budgets against the legal term, and what runs beside a step against that step. */
export function overTermFaults(definition: ProcessDefinition, terms: FaultKnowledge['terms']): ProcessFault[] {
  return [...besideFaults(definition), ...(terms ? legalFaults(definition, terms) : [])]
}

/** The shortest legal term decides: what fits it fits all. */
function legalFaults(
  definition: ProcessDefinition,
  { hoursPerDay, of }: NonNullable<FaultKnowledge['terms']>,
): ProcessFault[] {
  const fixed = mainSteps(definition).reduce((sum, { budgetHours }) => sum + (budgetHours ?? 0), 0)
  const [shortest] = of
    .map((one) => ({ ...one, hours: termHours(one.term, hoursPerDay) }))
    .toSorted((a, b) => a.hours - b.hours)
  if (!shortest || fixed <= shortest.hours) return []
  const facts = {
    sum: fixed,
    term: formatTerm(shortest.term),
    hours: shortest.hours,
    procedure: shortest.procedureCode,
  }
  return [{ code: 'over-term', place: { kind: 'process' }, facts }]
}

function besideFaults({ steps }: ProcessDefinition): ProcessFault[] {
  return steps.flatMap((step) => {
    const host = steps.find(({ code }) => code === step.beside)
    const own = longestTerm(step)
    if (!host || host.budgetHours === null || own <= host.budgetHours) return []
    return [inStep('longer-than-its-step', step, { hours: own, budget: host.budgetHours, step: host.name })]
  })
}

/** Office hours a step beside another may take: the longest of its own budget and the terms of its bodies. */
export function longestTerm({ budgetHours, consultation, linked }: ProcessStep): number {
  return Math.max(
    budgetHours ?? 0,
    consultation?.termHours ?? 0,
    ...(linked?.bodies.map(({ termHours: hours }) => hours ?? 0) ?? []),
  )
}
