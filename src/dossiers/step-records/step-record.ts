import type { ProcessDefinition, ProcessStep } from '../../catalogue/index.ts'
import { asksToSign } from '../../catalogue/index.ts'
import { stepAt } from '../demands/demands.ts'
import type { Handling } from '../dossier.ts'

export const RECORD_KINDS = ['appraisal', 'opinion', 'approval'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** phiếu của bước: what an officer concluded, signed by that officer. A later one of a kind counts in place of the earlier. */
export type StepRecord = {
  no: number
  kind: RecordKind
  stepName: string
  fileId: string
  byAccountId: string
  byName: string
  at: Date
}

/** The step a dossier stands in, where it asks the officer to sign the record of this kind. */
export function stepToSign(
  kind: Exclude<RecordKind, 'opinion'>,
  { handling }: { handling: Handling },
  { steps }: Pick<ProcessDefinition, 'steps'>,
): ProcessStep | undefined {
  const step = stepAt(steps, handling)
  return asksToSign(step, kind) ? step : undefined
}

/** The consultation of the process that asks each body's officer to sign the answer. */
export function consultationToSign(
  stepCode: string | null,
  { steps }: Pick<ProcessDefinition, 'steps'>,
): ProcessStep | undefined {
  const step = steps.find(({ code, consultation }) => consultation && code === stepCode)
  return step?.signed ? step : undefined
}
