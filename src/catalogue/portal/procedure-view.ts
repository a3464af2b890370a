import type { App } from '../../platform/app.ts'
import { addDays, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import {
  agencyOfCommune,
  centreServing,
  communes,
  unitBySlug,
  unitsInForce,
  type Unit,
} from '../../organisation/index.ts'
import type { QualityFinding } from '../cleaning/finding.ts'
import { whyNotOnline, type ProcedureVersion } from '../procedure.ts'
import { mainSteps, type ProcessStep } from '../processes/process.ts'
import { processInForce } from '../processes/store.ts'
import { procedureInForce, qualityOf, versionBefore, versionDays, type VersionDays } from '../store.ts'
import { whatChanged, type VersionChange } from '../what-changed.ts'

/** A body that decides and the desk that receives for it. */
export type Handler = { agency: Unit; desk: Unit | undefined }

/** Where a procedure is done: at commune level only once the commune is known. */
export type Where = {
  commune: { chosen: Unit | undefined; handler: Handler | undefined; all: Unit[] } | undefined
  province: Handler | undefined
}

/** Everything a procedure's page tells. */
export type ProcedureView = {
  procedure: ProcedureVersion
  versions: VersionDays[]
  where: Where
  /** What a person must still decide; names of the deciding bodies by slug. */
  doubts: QualityFinding[]
  deciders: ReadonlyMap<string, string>
  way: ProcessStep[]
  notOnline: Reason | undefined
  /** Against the version before, while the change is new. */
  changes: VersionChange[]
}

/** `communeCode`: where the visitor lives or wants it done. */
export async function procedureView(app: App, code: string, communeCode?: string): Promise<ProcedureView | undefined> {
  const { db } = app
  const on = vietnamDate(app.clock.now())
  const procedure = await procedureInForce(db, code, on)
  if (!procedure) return undefined
  const [versions, findings, process, departments, where] = await Promise.all([
    versionDays(db, code),
    qualityOf(db, code, on),
    processInForce(db, code, on),
    unitsInForce(db, on, { kind: 'department' }),
    whereOf(db, procedure, communeCode, on),
  ])
  return {
    procedure,
    versions,
    where,
    doubts: findings.filter(({ severity }) => severity !== 'note'),
    deciders: new Map(departments.map(({ slug, name }) => [slug, name])),
    way: process ? mainSteps(process.definition) : [],
    notOnline: whyNotOnline(procedure),
    changes: await recentChanges(db, procedure, on),
  }
}

/** A change is told this long (days). */
const NEW_FOR = 180

async function recentChanges(db: Db, procedure: ProcedureVersion, on: LegalDate): Promise<VersionChange[]> {
  if (procedure.validFrom < addDays(on, -NEW_FOR)) return []
  const before = await versionBefore(db, procedure)
  return before ? whatChanged(before, procedure) : []
}

async function whereOf(
  db: Db,
  { levels, department }: ProcedureVersion,
  communeCode: string | undefined,
  on: LegalDate,
): Promise<Where> {
  const [all, provincial] = await Promise.all([
    levels.includes('commune') ? communes(db, on) : undefined,
    levels.includes('province') ? unitBySlug(db, department, on) : undefined,
  ])
  const chosen = all?.find((commune) => commune.communeCode === communeCode)
  const committee = chosen?.communeCode ? await agencyOfCommune(db, chosen.communeCode, on) : undefined
  const [communal, province] = await Promise.all([
    committee && handler(db, committee, on),
    provincial && handler(db, provincial, on),
  ])
  return { commune: all && { chosen, handler: communal, all }, province }
}

async function handler(db: Db, agency: Unit, on: LegalDate): Promise<Handler> {
  return { agency, desk: await centreServing(db, agency.id, on) }
}
