import type { ProcedureFee } from '../catalogue/index.ts'
import type { Dossier, DossierComponent } from '../dossiers/index.ts'
import type { RegistryAnswer } from '../identity/index.ts'
import type { Facts } from '../platform/refusal.ts'
import type { Definition } from './declaration.ts'

/** kiểm tra: what must hold before a result is issued with no officer. */
export const CHECKS = ['data-present', 'nothing-to-read', 'for-oneself', 'register-confirms', 'fee-settled'] as const
export type CheckCode = (typeof CHECKS)[number]

/** Why a check sends a dossier to a person. */
export type Why =
  | 'answers-missing'
  | 'papers-to-read'
  | 'for-another'
  | 'for-organisation'
  | 'no-personal-id'
  | 'not-in-register'
  | 'register-differs'
  | 'register-away'
  | 'register-slow'
  | 'fee-due'
  | 'fee-not-set'

/** It holds, it does not hold, or it cannot be known now; only what holds goes on without a person. */
export type Outcome = { is: 'passes' } | { is: 'fails' | 'unsure'; why: Why; facts?: Facts }
export const PASSES: Outcome = { is: 'passes' }

export type CheckResult = { code: CheckCode } & Outcome

/** The register's answer, or why there is none. */
export type RegisterAnswer = RegistryAnswer | { found: false; why: 'away' | 'slow' | 'not-asked' }

/** Everything the checks look at, read once. */
export type Evidence = {
  dossier: Dossier
  components: readonly DossierComponent[]
  fees: readonly ProcedureFee[]
  definition: Definition
  register: RegisterAnswer
}

export type Check = (evidence: Evidence) => Outcome
