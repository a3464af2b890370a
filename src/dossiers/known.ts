import type { Db } from '../platform/db.ts'
import type { Settings } from '../platform/settings.ts'
import {
  procedureVersionsByIds,
  processById,
  type ProcedureVersion,
  type ProcessDefinition,
} from '../catalogue/index.ts'

const KEEP = 300

/** A version never changes under its id, so what was read once need not be read again. */
function remember<T>(known: Map<string, T>, id: string, value: T): void {
  if (known.size >= KEEP) known.delete(known.keys().next().value ?? '')
  known.set(id, value)
}

const processes = new Map<string, ProcessDefinition>()
const procedures = new Map<string, ProcedureVersion>()

export async function processOf(db: Db, id: string): Promise<ProcessDefinition> {
  const known = processes.get(id)
  if (known) return known
  const found = await processById(db, id)
  if (!found) throw new Error(`no process ${id}`)
  remember(processes, id, found.definition)
  return found.definition
}

/** The pinned versions of several dossiers, by id. */
export async function proceduresOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ProcedureVersion>> {
  const wanted = new Set(ids)
  const found = new Map(
    [...wanted].flatMap((id) => (procedures.has(id) ? [[id, procedures.get(id) as ProcedureVersion]] : [])),
  )
  const missing = [...wanted].filter((id) => !found.has(id))
  if (missing.length > 0) {
    for (const version of await procedureVersionsByIds(db, missing)) {
      found.set(version.id, version)
      remember(procedures, version.id, version)
    }
  }
  return found
}

/** What lists show of a procedure. */
export type ProcedureName = { code: string; name: string }

const MOST_NAMES = 20_000
const names = new Map<string, ProcedureName>()

/** Codes and names of pinned versions, by id: a list meets more of them than can be kept whole. */
export async function procedureNamesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ProcedureName>> {
  if (names.size > MOST_NAMES) names.clear()
  const missing = [...new Set(ids)].filter((id) => !names.has(id))
  if (missing.length > 0) {
    for (const { id, code, name } of await procedureVersionsByIds(db, missing)) names.set(id, { code, name })
  }
  return names
}

export async function procedureOf(db: Db, id: string): Promise<ProcedureVersion> {
  const found = (await proceduresOf(db, [id])).get(id)
  if (!found) throw new Error(`no procedure version ${id}`)
  return found
}

const FRESH_MS = 30_000
const MOST = 500

type Memory = Map<string, { until: number; value: unknown }>
const memories = new WeakMap<Settings, Memory>()

/**
 * What changes a few times a year (a desk's agency, a calendar, the version in force) is read once in half a minute per
 * process, so that filing a dossier is a handful of statements. Never for what a due date printed on paper rests on.
 */
export async function lately<T>(
  { settings, now }: { settings: Settings; now: Date },
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  let memory = memories.get(settings)
  if (!memory || memory.size > MOST) memories.set(settings, (memory = new Map()))
  const kept = memory.get(key)
  const at = now.getTime()
  if (kept && kept.until > at && kept.until <= at + FRESH_MS) return kept.value as T
  const value = await read()
  memory.set(key, { until: at + FRESH_MS, value })
  return value
}
