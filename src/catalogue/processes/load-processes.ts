import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { faultsOf } from './faults.ts'
import type { ProcessDefinition } from './process.ts'
import { insertProcess, processVersions } from './store.ts'

/**
 * Brings the versions of the data files into the database, the oldest first. A version already known must be the same;
 * one older than what has been published since is left out.
 */
export async function loadProcesses(db: Db, definitions: readonly ProcessDefinition[]): Promise<void> {
  for (const definition of definitions) {
    const { code, version } = definition
    const faults = faultsOf(definition)
    if (faults.length > 0) throw new Error(`process ${code}: ${JSON.stringify(faults)}`)
    const known = await processVersions(db, code)
    const same = known.find((one) => one.definition.version === version)
    if (same && !isDeepStrictEqual(same.definition, definition)) {
      throw new Error(`process ${code}: a changed definition needs a version above ${version}`)
    }
    if (known.some((one) => one.definition.version >= version)) continue
    await insertProcess(db, newId(), definition)
  }
}
