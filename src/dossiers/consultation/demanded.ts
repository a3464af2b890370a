import type { Consultation, ProcessDefinition, ProcessStep } from '../../catalogue/index.ts'
import { demandsOpen, type Leaving } from '../demands/demands.ts'

// A working day of a term given in hours (Labour Code 2019, art. 105.1).
const HOURS_A_DAY = 8
const USUAL_DAYS = 5

/** A term of office hours as the whole working days a body is given to answer. */
export function daysToReply(hours: number | null): number {
  return hours === null ? USUAL_DAYS : Math.max(1, Math.ceil(hours / HOURS_A_DAY))
}

/** A step of the process that demands a consultation. */
export type DemandedConsultation = { step: ProcessStep; consultation: Consultation }

/** What the process demands to be asked while the dossier stands where it stands, and is not settled. */
export function consultationsDemanded(
  { steps }: Pick<ProcessDefinition, 'steps'>,
  dossier: Leaving,
): DemandedConsultation[] {
  return demandsOpen(steps, dossier).flatMap((step) =>
    step.consultation ? [{ step, consultation: step.consultation }] : [],
  )
}
