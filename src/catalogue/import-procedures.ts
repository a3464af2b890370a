import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { addDays, vietnamDate, type LegalDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { CLEANING_RULES, cleanProcedure, type CleanedProcedure } from './cleaning/clean-procedure.ts'
import { markSameNames } from './cleaning/same-names.ts'
import { changedParts, type Difference, type ImportReport } from './import-difference.ts'
import {
  contentsById,
  lastVersions,
  endVersions,
  insertVersions,
  lastRun,
  saveCodeList,
  saveRun,
  type KnownVersion,
  type NewVersion,
} from './import-store.ts'
import { loadProcesses } from './processes/load-processes.ts'
import { readCatalogueSource, sourceFingerprint, type CatalogueSource } from './read-source.ts'
import { fingerprintOf, withStatedTerms, type StatedTerm } from './stated-term.ts'
import { statedTerms } from './stated-term-store.ts'
import { storedContent } from './store.ts'

const loadCatalogueAction = action({
  name: 'catalogue.load',
  roles: ['system'],
  input: Type.Object({ folder: Type.Optional(Type.String()) }),
  async run(ctx, _actor, { folder }) {
    const source = await readCatalogueSource(folder)
    const report = await importProcedures(ctx.db, source, await sourceFingerprint(folder), ctx.now)
    await loadProcesses(ctx.db, source.processes)
    const { difference: _, ...counts } = report
    ctx.journal({ subject: 'catalogue:procedures', what: 'catalogue.loaded', facts: counts })
    return report
  },
})

/**
 * Loads the catalogue from the data files: nothing when files and rules are those of the last load, otherwise only what
 * changed, as new versions. `folder`: another data folder of the same shape.
 */
export async function loadCatalogue(app: App, folder?: string): Promise<ImportReport | undefined> {
  if (!(await isCatalogueBehind(app, folder))) return undefined
  return runAction(app, loadCatalogueAction, { kind: 'system', name: 'load' }, { ...(folder && { folder }) })
}

/** Whether data files or cleaning rules are others than those of the last load. */
export async function isCatalogueBehind({ db }: Pick<App, 'db'>, folder?: string): Promise<boolean> {
  const last = await lastRun(db)
  return last?.rulesVersion !== CLEANING_RULES || last.sourceSha256 !== (await sourceFingerprint(folder))
}

/** Brings the tables to what the source says on this day and records the difference. */
export async function importProcedures(
  db: Db,
  source: CatalogueSource,
  sourceSha256: string,
  now: Date,
): Promise<ImportReport> {
  const today = vietnamDate(now)
  await saveCodeList(db, 'sector', source.sectors)
  await saveCodeList(db, 'result_type', source.results)
  await saveCodeList(db, 'legal_document', source.legalDocuments)
  const legal = new Map(source.legalDocuments.map(({ code, name }) => [code, name]))
  const cleaned = markSameNames(source.procedures.map((procedure) => cleanProcedure(procedure, { legal })))
  const known = new Map((await lastVersions(db)).map((version) => [version.code, version]))
  const stated = await statedTerms(db)
  const versions = cleaned.flatMap((procedure) => {
    const { code } = procedure.content
    return newVersion(procedure, stated.get(code) ?? [], known.get(code), today)
  })
  const codes = new Set(cleaned.map(({ content }) => content.code))
  const ended = [...known.values()].filter(({ code, isOpen }) => isOpen && !codes.has(code))
  const replaced = versions.flatMap(({ content }) => known.get(content.code) ?? []).filter(({ isOpen }) => isOpen)
  const difference = await differenceOf(db, versions, replaced, ended)
  await endVersions(
    db,
    [...replaced, ...ended].map(({ id }) => id),
    addDays(today, -1),
  )
  await insertVersions(db, versions)
  const report: ImportReport = {
    sourceSha256,
    rulesVersion: CLEANING_RULES,
    read: cleaned.length,
    added: versions.length - replaced.length,
    changed: replaced.length,
    ended: ended.length,
    unchanged: cleaned.length - versions.length,
    findings: cleaned.reduce((sum, { findings }) => sum + findings.length, 0),
    difference,
  }
  await saveRun(db, newId(), now, report)
  return report
}

/** A first version holds from the day its announcement was decided; a later one from the day it is loaded. */
function newVersion(
  published: CleanedProcedure,
  stated: readonly StatedTerm[],
  known: KnownVersion | undefined,
  today: LegalDate,
): NewVersion[] {
  const { content, findings } = withStatedTerms(published, stated)
  const ofPublication = createHash('sha256')
    .update(`[${JSON.stringify(storedContent(published.content))},${JSON.stringify(published.findings)}]`)
    .digest('hex')
  const fingerprint = fingerprintOf(ofPublication, content)
  if (known?.isOpen && known.fingerprint === fingerprint) return []
  const decidedOn = /^\d{4}-\d\d-\d\d$/.test(content.decision.date) ? content.decision.date : today
  const validFrom = known || decidedOn > today ? today : decidedOn
  const contentJson = JSON.stringify(storedContent(content))
  return [{ id: newId(), version: (known?.version ?? 0) + 1, validFrom, fingerprint, content, contentJson, findings }]
}

async function differenceOf(
  db: Db,
  versions: readonly NewVersion[],
  replaced: readonly KnownVersion[],
  ended: readonly KnownVersion[],
): Promise<Difference[]> {
  const before = new Map(
    (
      await contentsById(
        db,
        replaced.map(({ id }) => id),
      )
    ).map(({ id, content }) => [id, content]),
  )
  const idByCode = new Map(replaced.map(({ code, id }) => [code, id]))
  const made = versions.map(({ content }): Difference => {
    const old = before.get(idByCode.get(content.code) ?? '')
    if (!old) return { code: content.code, kind: 'added' }
    const parts = changedParts(old, { ...storedContent(content) })
    return { code: content.code, kind: 'changed', parts: parts.length > 0 ? parts : ['findings'] }
  })
  return [...made, ...ended.map(({ code }): Difference => ({ code, kind: 'ended' }))]
}
