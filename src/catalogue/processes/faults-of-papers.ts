import { inStep } from './faults-of-steps.ts'
import type { ProcessFault } from './faults.ts'
import { mainSteps, type ProcessDefinition, type ProcessStep } from './process.ts'
import { STEP_PAPERS, canBeSigned, isStepPaper, type StepPaper } from './step-papers.ts'

/** Papers a step must leave behind that nothing leaves there, so that no dossier would ever get past it. */
export function paperFaults(definition: ProcessDefinition): ProcessFault[] {
  return mainSteps(definition).flatMap((step, index, line) =>
    step.produces.flatMap((kind): ProcessFault[] => {
      if (!isStepPaper(kind)) return [inStep('paper-unknown', step, { paper: kind })]
      if (!isLeftBy(kind, definition, line.slice(0, index + 1)))
        return [inStep('paper-never-left', step, { paper: kind })]
      // A step that must sign signs at least one of its papers.
      const isSigned = !step.signed || step.produces.some(canBeSigned)
      return isSigned ? [] : [inStep('paper-never-signed', step, { paper: kind })]
    }),
  )
}

/** Whether a move out of one of these steps, the beginning, or a consultation beside one of them leaves the paper. */
function isLeftBy(kind: StepPaper, { steps, transitions }: ProcessDefinition, upTo: readonly ProcessStep[]): boolean {
  if (kind === 'opinion')
    return steps.some(({ beside, consultation }) => consultation && upTo.some(({ code }) => code === beside))
  const actions: readonly string[] = STEP_PAPERS[kind].leftBy
  const here = new Set(upTo.flatMap(({ states }) => states))
  return transitions.some(
    ({ action, from, to }) =>
      actions.includes(action) && (from.some((state) => here.has(state)) || (from.length === 0 && here.has(to))),
  )
}
