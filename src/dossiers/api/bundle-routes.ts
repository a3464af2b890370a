import { refusalWords } from '../../platform/refusal.ts'
import { sendWorkbook } from '../../platform/web/send-workbook.ts'
import { act, apiAction, apiQuery, ask, undertake, type Web } from '../../platform/web/web.ts'
import { Refusal } from '../../platform/refusal.ts'
import { citizenOnly } from '../application/open-application.ts'
import { addBundleFiles, mendBundleRow } from '../from-spreadsheet/change-bundle.ts'
import { fileBundle } from '../from-spreadsheet/file-bundle.ts'
import { faultLines, getBundle, myBundles, type BundleView } from '../from-spreadsheet/get-bundle.ts'
import { faultSheet, outcomeSheet } from '../from-spreadsheet/outcome-sheets.ts'
import { receiveSheet } from '../from-spreadsheet/receive-sheet.ts'
import { sheetForm } from '../from-spreadsheet/sheet-form.ts'
import { templateOf } from '../from-spreadsheet/template.ts'
import { FILES_BOX, receiveParts, SHEET_BOX } from '../portal/from-spreadsheet/receive-parts.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const security = [{ token: [] }]
const BUNDLES = '/bundles'
const base = '/api/v1'
type ByBundle = { Params: { bundleId: string } }
type ByProcedure = { Params: { procedureCode: string } }

/** Many dossiers from one sheet: the template, the check, mending, filing, the outcome. */
export function bundleApiRoutes(web: Web): void {
  const { app } = web
  web.get<ByProcedure>(
    `${base}/procedures/:procedureCode/sheet-template`,
    { schema: { operationId: 'getSheetTemplate', summary: 'The sheet to fill in, one row a dossier', tags, security } },
    async (request, reply) => {
      const { procedureCode } = request.params
      const sheet = await sheetForm(app.db, citizenOnly(request.actor), procedureCode, app.clock.now())
      return sendWorkbook(reply, `mau-nop-nhieu-${procedureCode}`, templateOf(sheet))
    },
  )
  sendSheet(web)
  apiQuery(web, myBundles, { ...GET, operationId: 'myBundles', path: BUNDLES, summary: 'Own sheets sent before' })
  apiQuery(web, getBundle, {
    ...GET,
    operationId: 'getBundle',
    path: `${BUNDLES}/:bundleId`,
    summary: 'Every row of a sheet: filed, ready, or what is wrong at which cell',
    answer: (view) => rowsFor(view as BundleView, app.refusals),
  })
  apiAction(web, addBundleFiles, {
    ...POST,
    operationId: 'addBundleFiles',
    path: `${BUNDLES}/:bundleId/files`,
    summary: 'Put uploaded files beside the rows that name them',
  })
  apiAction(web, mendBundleRow, {
    method: 'PUT',
    tags,
    operationId: 'mendBundleRow',
    path: `${BUNDLES}/:bundleId/rows/:line`,
    summary: 'Change the cells of one row',
  })
  apiAction(web, fileBundle, {
    ...POST,
    operationId: 'fileBundle',
    path: `${BUNDLES}/:bundleId/filing`,
    status: 202,
    summary: 'Have every good row filed, after a pledge; each row succeeds or is refused alone',
  })
  for (const [name, operationId, summary, make] of [
    ['faults', 'getFaultSheet', 'The rows not filed, what to mend beside them', faultSheet],
    ['outcome', 'getOutcomeSheet', 'What became of each row', outcomeSheet],
  ] as const) {
    web.get<ByBundle>(
      `${base}${BUNDLES}/:bundleId/${name}.xlsx`,
      { schema: { operationId, summary, tags, security } },
      async (request, reply) => {
        const view = await ask(request, getBundle, request.params)
        return sendWorkbook(reply, `${name}-${view.sheet.procedure.code}`, make(view, app.refusals))
      },
    )
  }
}

/** A filled-in sheet with the files its rows name; what was not taken is said, the rest is. */
function sendSheet(web: Web): void {
  const binary = { type: 'string', format: 'binary' }
  web.route<ByProcedure>({
    method: 'POST',
    url: `${base}/procedures/:procedureCode${BUNDLES}`,
    config: { multipart: true },
    schema: {
      operationId: 'sendSheet',
      summary: 'Send a filled-in sheet to be checked; nothing is filed yet',
      tags,
      security,
      consumes: ['multipart/form-data'],
      body: {
        type: 'object',
        properties: { [SHEET_BOX]: binary, [FILES_BOX]: { type: 'array', items: binary } },
        required: [SHEET_BOX],
      },
    },
    validatorCompiler: () => () => true,
    handler: async (request, reply) => {
      citizenOnly(request.actor)
      const { sheet, fileIds, refusals } = await receiveParts(request)
      if (!sheet) throw refusals[0] ?? new Refusal('dossiers.sheet-missing')
      const { procedureCode } = request.params
      const asked = { procedureCode, fileName: sheet.name, bytes: sheet.bytes }
      const { bundleId } = await undertake(request, receiveSheet, asked)
      if (fileIds.length > 0) await act(request, addBundleFiles, { bundleId, fileIds })
      const notTaken = refusals.map(({ code, facts }) => ({
        code,
        message: refusalWords(web.app.refusals, { code, facts }),
      }))
      return reply.code(201).send({ bundleId, notTaken })
    },
  })
}

function rowsFor(view: BundleView, refusals: Parameters<typeof refusalWords>[0]) {
  const { bundle, sheet, rows, counts, files } = view
  return {
    bundleId: bundle.id,
    procedureCode: sheet.procedure.code,
    columns: sheet.columns.map(({ key, heading, isRequired }) => ({ key, heading, isRequired })),
    isFiling: bundle.filingSince !== null,
    counts,
    files,
    rows: rows.map((row) => ({
      line: row.line,
      state: row.state,
      dossierCode: row.dossierCode,
      faults: row.faults.map(({ key, message }) => ({ key, message })),
      told: faultLines(row, sheet, refusals),
    })),
  }
}
