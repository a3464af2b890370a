import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { refusalWords } from '../../platform/refusal.ts'
import { citizenOnly } from '../application/open-application.ts'
import { countRows, type Bundle, type Counts } from './bundle.ts'
import { BundleIdInput } from './change-bundle.ts'
import { checkRows, filesByName, type CheckedRow } from './check-rows.ts'
import { shortPaperName } from '../../catalogue/index.ts'
import { columnsOfRow, type Column } from './columns.ts'
import { ownBundle } from './open-bundle.ts'
import { sheetForm, type SheetForm } from './sheet-form.ts'
import { bundlesOf, rowsOf, type ListedBundle } from './store.ts'
import { sheetTexts as words } from './texts.ts'

export type BundleView = {
  bundle: Bundle
  sheet: SheetForm
  rows: CheckedRow[]
  counts: Counts
  /** Names of files sent along, and whether a row calls them. */
  files: { name: string; isUsed: boolean }[]
}

/** A bundle with every row and what is wrong with it, in the language of the moment. */
export const getBundle = query({
  name: 'dossiers.get-bundle',
  roles: ['citizen'],
  input: Type.Object({ bundleId: BundleIdInput }),
  async run(app, actor, { bundleId }): Promise<BundleView> {
    const { citizen, bundle } = await ownBundle(app.db, actor, bundleId)
    const sheet = await sheetForm(app.db, citizen, bundle.procedureCode, app.clock.now())
    const files = await filesByName(app.db, bundle.id)
    const stored = await rowsOf(app.db, bundle.id)
    const checked = await checkRows(app.db, stored, {
      sheet,
      ownerAccountId: citizen.accountId,
      files,
      mostFiles: app.settings.uploadLimits.filesPerDossier,
      anew: false,
    })
    // What filing refused is told as it was refused, until the row is changed.
    const rows = checked.map((row, index) => {
      const before = stored[index]
      return before?.state === 'refused' && row.state === 'ready'
        ? { ...row, state: before.state, refusal: before.refusal }
        : row
    })
    const used = new Set(rows.flatMap(({ input }) => input?.components.flatMap(({ fileIds }) => fileIds) ?? []))
    const named = [...files.values()].map(({ id, name }) => ({ name, isUsed: used.has(id) }))
    return { bundle, sheet, rows, counts: countRows(rows), files: named }
  },
})

/** The reader's bundles, the last changed first. */
export const myBundles = query({
  name: 'dossiers.my-bundles',
  roles: ['citizen'],
  input: Type.Object({}),
  run: ({ db }, actor): Promise<ListedBundle[]> => bundlesOf(db, citizenOnly(actor).accountId),
})

/** Every fault of a row in one sentence each, at its cell: "Dòng 7, cột Ngày sinh: …". */
export function faultLines(
  { line, faults, refusal, typed }: CheckedRow,
  sheet: Pick<SheetForm, 'columns' | 'entrySheets'>,
  refusals: Parameters<typeof refusalWords>[0],
): string[] {
  const columns = columnsOfRow(sheet, typed)
  const at = (key: string | null, message: string) => {
    const column = columns.find((one) => one.key === key)
    return column ? words.atCell(line, shortHeading(column), message) : words.atRow(line, message)
  }
  return [
    ...faults.map(({ key, message }) => at(key, message)),
    ...(refusal ? [words.atRow(line, refusalWords(refusals, refusal))] : []),
  ]
}

/** Names of papers are long; headings of templates cut them where they may, which is no way to say them. */
function shortHeading(column: Column): string {
  if (column.kind !== 'paper' || !column.heading.includes(': ')) return column.heading
  return `${column.heading.slice(0, column.heading.indexOf(': '))}: ${shortPaperName(column.paper.name)}`
}
