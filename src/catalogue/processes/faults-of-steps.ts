import type { FaultCode, Holders, ProcessFault } from './faults.ts'
import { FIVE_STEPS, STEP_KINDS, mainSteps, statesOf, type ProcessDefinition, type ProcessStep } from './process.ts'

/** What is wrong with single steps: who does them, what is asked of other bodies. */
export function stepFaults(definition: ProcessDefinition, holders: readonly Holders[] | undefined): ProcessFault[] {
  const { code, procedureCode, steps } = definition
  const isDefault = code === FIVE_STEPS
  return [
    ...(isDefault && procedureCode !== null ? [inProcess('procedure-not-for-default')] : []),
    ...(!isDefault && procedureCode === null ? [inProcess('procedure-missing')] : []),
    ...orderFaults(definition),
    ...steps.flatMap((step, index) => [
      ...shapeFaults(definition, step, index),
      ...consultationFaults(step),
      ...linkedFaults(step),
      ...holderFaults(step, holders),
    ]),
  ]
}

function inProcess(code: FaultCode): ProcessFault {
  return { code, place: { kind: 'process' } }
}

export function inStep(code: FaultCode, step: ProcessStep, facts?: ProcessFault['facts']): ProcessFault {
  return { code, place: { kind: 'step', code: step.code, name: step.name }, ...(facts && { facts }) }
}

/** Nothing is signed before it is approved, sealed before it is signed, handed over before all of it. */
function orderFaults(definition: ProcessDefinition): ProcessFault[] {
  const line = mainSteps(definition)
  const rank = ({ kind }: ProcessStep) => STEP_KINDS.indexOf(kind)
  return line.flatMap((step, index) => {
    const earlier = line.slice(0, index).find((one) => rank(one) > rank(step))
    return earlier ? [inStep('step-out-of-order', step, { step: earlier.name })] : []
  })
}

function shapeFaults(definition: ProcessDefinition, step: ProcessStep, index: number): ProcessFault[] {
  const { steps, transitions } = definition
  const earlier = steps.slice(0, index)
  const known = new Set(statesOf(definition))
  const leaving = transitions.filter(({ from }) => from.some((state) => step.states.includes(state)))
  const host = steps.find(({ code }) => code === step.beside)
  return [
    ...(earlier.some(({ code }) => code === step.code) ? [inStep('step-code-twice', step)] : []),
    ...(step.beside === null && step.states.length === 0 ? [inStep('step-without-state', step)] : []),
    ...(step.beside !== null && (!host || host.beside !== null) ? [inStep('beside-unknown', step)] : []),
    ...step.states
      .filter((state) => !known.has(state))
      .map((state) => inStep('state-without-transition', step, { state })),
    ...step.states
      .filter((state) => earlier.some(({ states }) => states.includes(state)))
      .map((state) => inStep('state-in-two-steps', step, { state })),
    ...(leaving.length > 0 && leaving.every(({ role }) => role !== step.role)
      ? [inStep('role-cannot-act', step, { role: step.role })]
      : []),
  ]
}

function consultationFaults(step: ProcessStep): ProcessFault[] {
  const { consultation, kind } = step
  if (!consultation) return kind === 'consultation' ? [inStep('consultation-missing', step)] : []
  return [
    ...(consultation.bodies.length === 0 ? [inStep('consultation-without-bodies', step)] : []),
    ...(consultation.termHours === null ? [inStep('consultation-without-term', step)] : []),
    ...(consultation.completeness === null ? [inStep('consultation-without-rule', step)] : []),
  ]
}

function linkedFaults(step: ProcessStep): ProcessFault[] {
  const { linked, kind } = step
  if (!linked) return kind === 'linked' ? [inStep('linked-missing', step)] : []
  return [
    ...(linked.bodies.length === 0 ? [inStep('linked-without-bodies', step)] : []),
    ...linked.bodies
      .filter(({ termHours }) => termHours === null)
      .map(({ unitCode }) => inStep('linked-without-term', step, { unit: unitCode })),
    ...(linked.direction === 'same-level' && linked.lead === null ? [inStep('linked-without-lead', step)] : []),
  ]
}

/** How many units are named before "and others". */
const NAMED = 3

function holderFaults(step: ProcessStep, holders: readonly Holders[] | undefined): ProcessFault[] {
  const found = holders?.find(({ role, unitRule }) => role === step.role && unitRule === step.unitRule)
  if (!found) return []
  if (found.units.length === 0) return [inStep('unit-unknown', step, { unitRule: step.unitRule })]
  const empty = found.units.filter(({ people }) => people === 0)
  if (empty.length === 0) return []
  const named = empty.slice(0, NAMED).map(({ name }) => name)
  const facts = { role: step.role, units: named.join(', '), others: empty.length - named.length }
  return [inStep('role-unheld', step, facts)]
}
