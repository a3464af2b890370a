import { inStep } from './faults-of-steps.ts'
import type { NamedBody, ProcessFault } from './faults.ts'
import type { ProcessDefinition, ProcessStep } from './process.ts'

/** Bodies that are asked, sent a part or given the lead, and could not answer. */
export function bodyFaults({ steps }: ProcessDefinition, bodies: readonly NamedBody[] | undefined): ProcessFault[] {
  return steps.flatMap((step) => {
    const codes = codesNamed(step)
    const asked = step.consultation?.bodies ?? []
    const twice = asked.filter((code, index) => asked.indexOf(code) < index)
    return [
      ...[...new Set(twice)].map((unit) => inStep('body-twice', step, { unit })),
      ...[...new Set(codes)].flatMap((code) => {
        const body = bodies?.find((one) => one.code === code)
        return body ? bodyFault(step, body) : []
      }),
    ]
  })
}

function bodyFault(step: ProcessStep, { code, standing, name, successors, people }: NamedBody): ProcessFault[] {
  if (standing === 'unknown') return [inStep('body-unknown', step, { unit: code })]
  if (standing === 'ended') return [inStep('body-ended', step, { unit: code, name, successors: successors.join(', ') })]
  return people === 0 ? [inStep('body-without-people', step, { unit: code, name })] : []
}

/** Codes of the bodies a step names. */
export function codesNamed({ consultation, linked }: ProcessStep): string[] {
  const lead = consultation?.lead ?? linked?.lead
  return [
    ...(consultation?.bodies ?? []),
    ...(linked?.bodies.map(({ unitCode }) => unitCode) ?? []),
    ...(lead?.startsWith('unit:') ? [lead.slice('unit:'.length)] : []),
  ]
}
