import type { System } from '../platform/actor.ts'
import type { IssueAuthority } from '../organisation/index.ts'

/** Looks and judges; issues nothing. */
export const LOOKING: System = { kind: 'system', name: 'instant' }

/** Acts for one agency in one procedure, by the instrument it names. */
export function under({ id, unitId, procedureCode, instrument }: IssueAuthority): System {
  return { ...LOOKING, authority: { id, unitId, procedureCode, instrument } }
}
