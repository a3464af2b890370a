import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { ProcessDefinition } from '../../catalogue/index.ts'
import { dossiersWithinReach, processOf, stepToSign } from '../../dossiers/index.ts'

/** Of these dossiers, those whose process asks who approves the draft to sign the record of it. */
export async function approvalsToSign(db: Db, officer: Actor, codes: readonly string[]): Promise<Set<string>> {
  const processes = new Map<string, Promise<ProcessDefinition | undefined>>()
  const toSign = new Set<string>()
  for (const dossier of await dossiersWithinReach(db, officer, [...codes])) {
    const { processId } = dossier
    // Broken data is told where it is approved, and fails alone.
    const known = processes.get(processId) ?? processOf(db, processId).catch(() => undefined)
    processes.set(processId, known)
    const process = await known
    if (process && stepToSign('approval', dossier, process)) toSign.add(dossier.code)
  }
  return toSign
}
