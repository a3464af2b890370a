import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/db.ts'
import { defineJob } from '../../platform/jobs.ts'
import { subjectsAfter, subjectsOfNextSeal } from '../../platform/journal/read.ts'
import { dossiersOfPapers } from '../../digitisation/index.ts'
import { vaultEntriesByIds } from '../../documents/index.ts'
import { evidenceOf } from './evidence.ts'
import { factsOf, listedPapersOf } from './facts.ts'
import { holdMonths, sumAllMonths, sumMonths } from './months-store.ts'
import { deleteFacts, reckonedUntil, saveFacts, savePapers, saveReckonedUntil } from './store.ts'

const AT_ONCE = 500
const RECKONER = { kind: 'system', name: 'supervision.digitised' } as const
const Ids = Type.Array(Type.String({ format: 'uuid' }), { maxItems: AT_ONCE })

/** Reads the facts of these dossiers off journal and ledgers again; what was stored before plays no part. */
export const reckonDigitised = action({
  name: 'supervision.reckon-digitised',
  roles: ['system'],
  input: Type.Object({ dossierIds: Ids }),
  unjournalled: 'what is read off other records is no event of its own',
  async run({ db }, _, { dossierIds }): Promise<{ changed: number }> {
    await holdMonths(db)
    const evidence = await evidenceOf(db, dossierIds)
    const counted = new Set(evidence.map(({ dossier }) => dossier.id))
    const gone = await deleteFacts(
      db,
      dossierIds.filter((id) => !counted.has(id)),
    )
    const saved = await saveFacts(db, evidence.map(factsOf))
    const papers = await savePapers(db, dossierIds, evidence.flatMap(listedPapersOf))
    const changed = [...gone, ...saved]
    await sumMonths(
      db,
      changed.flatMap(({ months }) => months),
    )
    return { changed: new Set([...changed.map(({ dossierId }) => dossierId), ...papers]).size }
  },
})

/** Adds every month up anew from its dossiers; says how many stood otherwise. */
export const sumDigitisedMonths = action({
  name: 'supervision.sum-digitised-months',
  roles: ['system'],
  input: Type.Object({}),
  unjournalled: 'what is read off other records is no event of its own',
  async run({ db }): Promise<{ changed: number }> {
    await holdMonths(db)
    return { changed: await sumAllMonths(db) }
  },
})

const markReckoned = action({
  name: 'supervision.mark-reckoned',
  roles: ['system'],
  input: Type.Object({ sealNo: Type.Integer() }),
  unjournalled: 'a place to go on from',
  run: ({ db }, _, { sealNo }) => saveReckonedUntil(db, sealNo),
})

async function reckon(app: App, dossierIds: readonly string[]): Promise<number> {
  let changed = 0
  for (let at = 0; at < dossierIds.length; at += AT_ONCE) {
    const some = dossierIds.slice(at, at + AT_ONCE)
    changed += (await runAction(app, reckonDigitised, RECKONER, { dossierIds: some })).changed
  }
  return changed
}

const idsOf = (subjects: readonly string[], kind: string) =>
  subjects.flatMap((subject) => (subject.startsWith(kind) ? [subject.slice(kind.length)] : []))

/** Which dossiers lines about these subjects may have changed: their own, those of a scanned paper, those whose result entered a vault. */
async function dossiersTouched(db: Db, subjects: readonly string[]): Promise<string[]> {
  const entries = await vaultEntriesByIds(db, idsOf(subjects, 'vault:'))
  const sources = entries.map(({ source }) => source)
  const scanned = await dossiersOfPapers(db, idsOf(subjects, 'paper:'))
  return [...new Set([...idsOf([...subjects, ...sources], 'dossier:'), ...scanned])]
}

/** Follows the journal seal by seal: each line is under exactly one, so none is missed and none waits for another. */
export async function followJournal(app: App): Promise<void> {
  for (let after = await reckonedUntil(app.db); ;) {
    const next = await subjectsOfNextSeal(app.db, after)
    if (!next) return
    await reckon(app, await dossiersTouched(app.db, next.subjects))
    await runAction(app, markReckoned, RECKONER, { sealNo: next.sealNo })
    after = next.sealNo
  }
}

export const followJournalJob = defineJob<object>(
  'supervision.follow-journal',
  { retryLimit: 2, schedule: '1-59/5 * * * *' },
  followJournal,
)

/** Every dossier the journal knows, read anew, and every month added up; says how many stood otherwise before. */
export async function reckonAll(app: App): Promise<{ dossiers: number; changed: number; months: number }> {
  let [dossiers, changed] = [0, 0]
  for (let after = ''; ;) {
    const subjects = await subjectsAfter(app.db, 'dossier:', after, AT_ONCE)
    const last = subjects.at(-1)
    if (last === undefined) {
      const { changed: months } = await runAction(app, sumDigitisedMonths, RECKONER, {})
      return { dossiers, changed, months }
    }
    changed += await reckon(app, idsOf(subjects, 'dossier:'))
    dossiers += subjects.length
    after = last
  }
}
