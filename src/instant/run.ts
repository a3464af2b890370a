import type { Reason } from '../platform/refusal.ts'
import type { CheckResult } from './check.ts'
import type { RegisterField } from './register-field.ts'

/** một lần giải quyết tự động: what the checks said of a dossier and what became of it. */
export type Run = {
  dossierId: string
  declarationId: string
  /** By which instrument it is issued; null: none is in force for the body that decides. */
  authorityId: string | null
  /** `passed`: on its way; `issued`: with the citizen; `to-person`: an officer does the rest. */
  state: 'passed' | 'issued' | 'to-person'
  checks: CheckResult[]
  /** What the register confirmed, as printed. */
  confirmed: Partial<Record<RegisterField, string>>
  /** Why a person has it. */
  reason: Reason | null
  beganAt: Date
  endedAt: Date | null
  askedForPersonAt: Date | null
}

/** The first reason a person must look: the first check that did not pass. */
export function reasonOf(checks: readonly CheckResult[]): Reason | null {
  for (const check of checks) {
    if (check.is !== 'passes') return { code: check.why, ...(check.facts ? { facts: check.facts } : {}) }
  }
  return null
}

/** Why nobody can be asked to look again: the machine did not decide it, or a person has it already. */
export function whyNotAskForPerson(
  run: Pick<Run, 'state' | 'askedForPersonAt'> | undefined,
  presentResult: { authorityId: string | null } | undefined,
): Reason | undefined {
  if (run?.state !== 'issued' || !presentResult || presentResult.authorityId === null) {
    return { code: 'instant.not-by-machine' }
  }
  return run.askedForPersonAt === null ? undefined : { code: 'instant.asked-before' }
}
