import { Type } from 'typebox'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { FIVE_STEPS, processVersions, type PublishedProcess } from '../../catalogue/index.ts'
import { effectOf, whyNotMoveProcess, type MoveEffect } from './process-move.ts'
import { countRunningUnder, runningUnder, type PinnedDossier } from './store.ts'

/** Dossiers shown, and moved, at once. */
export const MOVED_AT_ONCE = 50

export type PlannedMove = {
  dossierCode: string
  procedureCode: string
  handling: PinnedDossier['handling']
  /** Stays as it is. */
  dueOn: LegalDate | null
  fromVersion: number
  effect: MoveEffect
  /** Why this one cannot be moved. */
  refused: Reason | null
}

export type ProcessMovePreview = {
  processCode: string
  /** The version in force today: what the dossiers would be moved to. */
  target: { id: string; version: number; name: string; validFrom: LegalDate }
  total: number
  dossiers: PlannedMove[]
  /** Pass as `after` for the next page. */
  next: string | null
}

/** Each running dossier that a new version of a process concerns, with what would change for it. Changes nothing. */
export const previewProcessMove = query({
  name: 'dossiers.preview-process-move',
  roles: ['administrator'],
  input: Type.Object({
    processCode: Type.String({ minLength: 1, maxLength: 60 }),
    after: Type.Optional(Type.String({ format: 'uuid' })),
  }),
  async run({ db, clock }, _actor, { processCode, after }): Promise<ProcessMovePreview> {
    const { target, others, procedureCode } = await versionsFor(db, processCode, vietnamDate(clock.now()))
    const ids = [...others.keys()]
    const [total, found] = await Promise.all([
      countRunningUnder(db, ids, procedureCode),
      runningUnder(db, ids, procedureCode, after, MOVED_AT_ONCE + 1),
    ])
    const shown = found.slice(0, MOVED_AT_ONCE)
    const { id, validFrom, definition } = target
    return {
      processCode,
      target: { id, version: definition.version, name: definition.name, validFrom },
      total,
      dossiers: shown.flatMap((dossier) => {
        const from = others.get(dossier.processId)
        return from ? [plan(dossier, from, target)] : []
      }),
      next: found.length > MOVED_AT_ONCE ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})

function plan(dossier: PinnedDossier, from: PublishedProcess, to: PublishedProcess): PlannedMove {
  return {
    dossierCode: dossier.code,
    procedureCode: dossier.procedureCode,
    handling: dossier.handling,
    dueOn: dossier.dueOn,
    fromVersion: from.definition.version,
    effect: effectOf(dossier, from.definition, to.definition),
    refused: whyNotMoveProcess(dossier, from.definition, to.definition) ?? null,
  }
}

/** The version in force, and those its dossiers may come from: its own others, and for one procedure the common ones. */
async function versionsFor(db: Db, code: string, on: LegalDate) {
  const own = await processVersions(db, code)
  const target = own.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
  if (!target) throw new Refusal('dossiers.process-not-in-force', { code })
  const { procedureCode } = target.definition
  const common = procedureCode === null ? [] : await processVersions(db, FIVE_STEPS)
  const others = [...own, ...common].filter(({ id }) => id !== target.id)
  return { target, others: new Map(others.map((one) => [one.id, one])), procedureCode }
}
