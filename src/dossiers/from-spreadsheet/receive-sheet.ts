import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { sha256Hex } from '../../platform/journal/line.ts'
import { readFurtherTable, readTable } from '../../platform/spreadsheet/read-table.ts'
import { citizenOnly } from '../application/open-application.ts'
import { bundleKeptUntil, countRows, MOST_LINES, MOST_ROWS, type Bundle, type TypedRow } from './bundle.ts'
import { checkRows } from './check-rows.ts'
import { typedRows } from './match-headings.ts'
import { withMoreEntries } from './more-entries.ts'
import { sheetForm } from './sheet-form.ts'
import { bundleOfSheet, insertBundle, saveRows } from './store.ts'
import { sheetTexts as words } from './texts.ts'

const ProcedureCode = Type.String({ minLength: 1, maxLength: 30 })
const FileName = Type.String({ minLength: 1, maxLength: 200 })

const startBundle = action({
  name: 'dossiers.start-bundle',
  roles: ['citizen'],
  input: Type.Object({
    procedureCode: ProcedureCode,
    fileName: FileName,
    sheetSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    rows: Type.Unsafe<{ line: number; typed: TypedRow }[]>({}),
  }),
  async run(
    { db, now, settings, journal },
    actor,
    { procedureCode, fileName, sheetSha256, rows },
  ): Promise<{ bundleId: string }> {
    const citizen = citizenOnly(actor)
    const sheet = await sheetForm(db, citizen, procedureCode, now)
    const bundle: Bundle = {
      id: newId(),
      ownerAccountId: citizen.accountId,
      procedureCode,
      procedureVersionId: sheet.procedure.id,
      fileName,
      sheetSha256,
      createdAt: now,
      updatedAt: now,
      filingSince: null,
      keepUntil: bundleKeptUntil(now),
    }
    const isNew = await insertBundle(db, bundle)
    const { id } = isNew ? bundle : ((await bundleOfSheet(db, citizen.accountId, procedureCode, sheetSha256)) ?? bundle)
    const facts = { procedure: procedureCode, sheet: sheetSha256, rows: rows.length, again: !isNew }
    journal({ subject: `bundle:${id}`, what: 'dossiers.bundle-sent', facts })
    if (!isNew) return { bundleId: id }
    const typed = rows.map((row) => ({
      ...row,
      state: 'faulty' as const,
      input: null,
      contentSha256: null,
      dossierCode: null,
      refusal: null,
    }))
    const checked = await checkRows(db, typed, {
      sheet,
      ownerAccountId: citizen.accountId,
      files: new Map(),
      mostFiles: settings.uploadLimits.filesPerDossier,
      anew: true,
    })
    await saveRows(db, id, checked)
    journal({ subject: `bundle:${id}`, what: 'dossiers.bundle-checked', facts: countRows(checked) })
    return { bundleId: id }
  },
})

/**
 * Takes a filled-in sheet: each of its rows is checked and kept, nothing is filed. The same sheet sent again leads to the bundle it is.
 * Căn cứ: Nghị định 118/2025/NĐ-CP (nộp trực tuyến; mỗi hồ sơ một mã).
 */
export const receiveSheet = errand({
  name: 'dossiers.receive-sheet',
  roles: ['citizen'],
  input: Type.Object({ procedureCode: ProcedureCode, fileName: FileName, bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(app, actor, { procedureCode, fileName, bytes }, meta): Promise<{ bundleId: string }> {
    const { columns, entrySheets } = await sheetForm(app.db, citizenOnly(actor), procedureCode, app.clock.now())
    // One row more than may be filled in: the headings.
    const table = readTable(bytes, { sheet: words.sheet, mostRows: MOST_ROWS + 1 })
    const more = entrySheets.map((sheet) => ({
      sheet,
      table: readFurtherTable(bytes, { sheet: sheet.name, mostRows: MOST_LINES + 1 }),
    }))
    const rows = withMoreEntries(typedRows(table, columns, procedureCode), more)
    return runAction(app, startBundle, actor, { procedureCode, fileName, sheetSha256: sha256Hex(bytes), rows }, meta)
  },
})
