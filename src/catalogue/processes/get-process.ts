import { Type } from 'typebox'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkProcess } from './check-process.ts'
import { differenceOf, type ProcessChange } from './difference.ts'
import { ProcessCode } from './draft-process.ts'
import type { ProcessFault } from './faults.ts'
import { processDrafts, processVersions, type ProcessDraft, type PublishedProcess } from './store.ts'

/** A process as lists show it. */
export type ProcessSummary = {
  code: string
  name: string
  procedureCode: string | null
  /** Null: nothing of it is in force today. */
  inForce: { version: number; validFrom: LegalDate; validTo: LegalDate | null } | null
  /** Published, in force from a later day. */
  upcoming: { version: number; validFrom: LegalDate } | null
  versions: number
  draft: { revision: number; byName: string; savedAt: Date } | null
}

const READERS = ['administrator', 'supervisor'] as const

/** Every process with its versions and drafts, the province's default among them. */
export const listProcesses = query({
  name: 'catalogue.list-processes',
  roles: READERS,
  input: Type.Object({}),
  async run({ db, clock }): Promise<{ processes: ProcessSummary[] }> {
    const on = vietnamDate(clock.now())
    const [versions, drafts] = await Promise.all([processVersions(db), processDrafts(db)])
    const codes = new Set([...versions, ...drafts].map(({ definition }) => definition.code))
    return {
      processes: [...codes].map((code) =>
        summaryOf(
          versions.filter(({ definition }) => definition.code === code),
          drafts.find(({ definition }) => definition.code === code),
          on,
        ),
      ),
    }
  },
})

function summaryOf(
  versions: readonly PublishedProcess[],
  draft: ProcessDraft | undefined,
  on: LegalDate,
): ProcessSummary {
  const current = inForceOn(versions, on)
  const upcoming = versions.findLast(({ validFrom }) => validFrom > on)
  const shown = current ?? versions[0] ?? draft
  if (!shown) throw new Error('a process has a version or a draft')
  const { code, name, procedureCode } = shown.definition
  return {
    code,
    name,
    procedureCode,
    inForce: current
      ? { version: current.definition.version, validFrom: current.validFrom, validTo: current.validTo }
      : null,
    upcoming: upcoming ? { version: upcoming.definition.version, validFrom: upcoming.validFrom } : null,
    versions: versions.length,
    draft: draft ? { revision: draft.revision, byName: draft.byName, savedAt: draft.savedAt } : null,
  }
}

/** The version in force on a day, of versions with the newest first. */
export function inForceOn(versions: readonly PublishedProcess[], on: LegalDate): PublishedProcess | undefined {
  return versions.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
}

export type ProcessView = {
  code: string
  /** The newest first. */
  versions: PublishedProcess[]
  /** Id of the version in force today. */
  inForceId: string | null
  draft: (ProcessDraft & { faults: ProcessFault[]; /** Against the newest version. */ changes: ProcessChange[] }) | null
}

/** One process: its versions, and its draft with what is wrong with it and what it changes. */
export const getProcess = query({
  name: 'catalogue.get-process',
  roles: READERS,
  input: Type.Object({ code: ProcessCode }),
  async run({ db, clock }, _actor, { code }): Promise<ProcessView> {
    const on = vietnamDate(clock.now())
    const [versions, [draft]] = await Promise.all([processVersions(db, code), processDrafts(db, code)])
    if (versions.length === 0 && !draft) throw new Refusal('catalogue.unknown-process', { code })
    const newest = versions[0]?.definition
    return {
      code,
      versions,
      inForceId: inForceOn(versions, on)?.id ?? null,
      draft: draft
        ? {
            ...draft,
            faults: await checkProcess(db, draft.definition, on),
            changes: newest ? differenceOf(newest, draft.definition) : [],
          }
        : null,
    }
  },
})
