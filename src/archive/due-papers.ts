import { Type } from 'typebox'
import type { Actor, Role } from '../platform/actor.ts'
import { vietnamDate, type LegalDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/query.ts'
import { entriesNotArchived, openDisputesAmong, typeName, usesOf, type VaultEntry } from '../documents/index.ts'
import { runningAmong } from '../dossiers/index.ts'
import { unitsByIds, unitsInCharge } from '../organisation/index.ts'
import type { HoldReason, Holds } from './package.ts'
import { dueOn, retentionOf, RULES, type RetentionRule } from './retention.ts'
import { openHolds, packedAmong } from './store.ts'

/** Who keeps a unit's records: the clerk (văn thư, lưu trữ cơ quan). */
export const RECORD_KEEPERS = ['clerk'] as const satisfies readonly Role[]
const AT_ONCE = 200

const DOSSIER = 'dossier:'
/** The dossier a subject is, when it is one. */
export const dossiersIn = (subject: string) => (subject.startsWith(DOSSIER) ? [subject.slice(DOSSIER.length)] : [])

/** Why papers stay: their owner says they are wrong, a dossier that is not over needs them, or somebody ordered it. */
export async function holdsOn(db: Db, entries: readonly Pick<VaultEntry, 'id' | 'source'>[]): Promise<Holds> {
  const ids = entries.map(({ id }) => id)
  const [ordered, disputed, uses] = await Promise.all([openHolds(db, ids), openDisputesAmong(db, ids), usesOf(db, ids)])
  const needed = new Map(
    entries.map(({ id, source }) => {
      const served = uses.filter(({ entryId }) => entryId === id).map(({ usedFor }) => usedFor)
      return [id, [source, ...served].flatMap(dossiersIn)] as const
    }),
  )
  const running = await runningAmong(db, [...new Set([...needed.values()].flat())])
  const isOrdered = new Set(ordered.map(({ entryId }) => entryId))
  return new Map(
    ids.flatMap((id): [string, HoldReason][] => {
      if (disputed.has(id)) return [[id, 'disputed']]
      if ((needed.get(id) ?? []).some((dossierId) => running.has(dossierId))) return [[id, 'dossier-running']]
      return isOrdered.has(id) ? [[id, 'on-order']] : []
    }),
  )
}

export type DuePaper = {
  entry: VaultEntry
  typeName: string
  dueOn: LegalDate
  rule: RetentionRule
  hold: HoldReason | undefined
}

/** The papers of these units that are to be handed over by a day, those that have waited longest first. */
export async function duePapers(db: Db, unitIds: readonly string[], today: LegalDate): Promise<DuePaper[]> {
  const shortest = Math.min(...RULES.map(({ operatingMonths }) => operatingMonths))
  const waiting = await entriesNotArchived(db, unitIds, { months: shortest, on: today, limit: AT_ONCE * 2 })
  const packed = await packedAmong(
    db,
    waiting.map(({ id }) => id),
  )
  const due = waiting.flatMap((entry) => {
    const rule = packed.has(entry.id) ? undefined : retentionOf(entry.typeCode, today)
    const day = rule && dueOn(vietnamDate(entry.enteredAt), rule)
    return rule && day && day <= today ? [{ entry, rule, dueOn: day }] : []
  })
  const holds = await holdsOn(
    db,
    due.map(({ entry }) => entry),
  )
  return due.slice(0, AT_ONCE).map((one) => ({
    ...one,
    typeName: typeName(one.entry.typeCode) ?? one.entry.title,
    hold: holds.get(one.entry.id),
  }))
}

export type DueList = { units: { id: string; name: string; papers: DuePaper[] }[]; today: LegalDate }

/** What the units of a records clerk are to hand over to the archive now. */
export const listDuePapers = query({
  name: 'archive.list-due-papers',
  roles: [...RECORD_KEEPERS],
  input: Type.Object({}),
  async run({ db, clock }, actor: Actor): Promise<DueList> {
    const today = vietnamDate(clock.now())
    const unitIds = await unitsInCharge(db, actor, RECORD_KEEPERS)
    const papers = Map.groupBy(await duePapers(db, unitIds, today), ({ entry }) => entry.keeperUnitId)
    const units = await unitsByIds(db, [...papers.keys()])
    return { today, units: units.map(({ id, name }) => ({ id, name, papers: papers.get(id) ?? [] })) }
  },
})
