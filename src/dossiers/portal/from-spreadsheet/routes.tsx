import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { sendWorkbook } from '../../../platform/web/send-workbook.ts'
import { procedureInForce, type ProcedureVersion } from '../../../catalogue/index.ts'
import { addBundleFiles, mendBundleRow } from '../../from-spreadsheet/change-bundle.ts'
import { columnsOfRow } from '../../from-spreadsheet/columns.ts'
import { fileBundle } from '../../from-spreadsheet/file-bundle.ts'
import { faultLines, getBundle, myBundles, type BundleView } from '../../from-spreadsheet/get-bundle.ts'
import { faultSheet, outcomeSheet } from '../../from-spreadsheet/outcome-sheets.ts'
import { receiveSheet } from '../../from-spreadsheet/receive-sheet.ts'
import { sheetForm } from '../../from-spreadsheet/sheet-form.ts'
import { templateOf } from '../../from-spreadsheet/template.ts'
import { citizenOf, signInAddress } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { BundlePage, PLEDGE_BOX } from './bundle.page.tsx'
import { receiveParts } from './receive-parts.ts'
import { boxOf, RowPage } from './row.page.tsx'
import { StartManyPage } from './start-many.page.tsx'
import { manyTexts as words } from './texts.ts'

type ByCode = { Params: { code: string } }
type ByBundle = { Params: { id: string } }
type ByLine = { Params: { id: string; line: string } }

const REFRESH_SECONDS = 5

/** Many dossiers from one sheet: template, check, mending, filing, outcome. */
export async function manyRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/thu-tuc/:code/nop-nhieu', async (request, reply) => {
    if (request.actor.kind !== 'citizen') return redirect(reply, signInAddress(request.url))
    return showStart(request, reply, await procedureOf(request, request.params.code))
  })

  web.get<ByCode>('/thu-tuc/:code/nop-nhieu/mau.xlsx', async (request, reply) => {
    const { app } = web
    const sheet = await sheetForm(app.db, citizenOf(request), request.params.code, app.clock.now())
    return sendWorkbook(reply, `mau-nop-nhieu-${sheet.procedure.code}`, templateOf(sheet))
  })

  web.post<ByCode>('/thu-tuc/:code/nop-nhieu', { config: { multipart: true } }, async (request, reply) => {
    citizenOf(request)
    const { code } = request.params
    const sent = await receiveParts(request)
    const outcome = await attempt(async () => {
      if (!sent.sheet) throw sent.refusals[0] ?? new Refusal('dossiers.sheet-missing')
      const { bundleId } = await undertake(request, receiveSheet, {
        procedureCode: code,
        fileName: sent.sheet.name,
        bytes: sent.sheet.bytes,
      })
      return { bundleId, refusals: [...sent.refusals, ...(await addFiles(request, bundleId, sent.fileIds))] }
    })
    if (!outcome.ok)
      return showStart(request, reply, await procedureOf(request, code), {
        refusal: outcome.refusal,
        kept: sent.fileIds,
      })
    const { bundleId, refusals } = outcome.result
    return refusals.length === 0 ? redirect(reply, `/nop-nhieu/${bundleId}`) : show(request, reply, bundleId, refusals)
  })

  web.get<ByBundle>('/nop-nhieu/:id', async (request, reply) => show(request, reply, request.params.id))

  web.post<ByBundle>('/nop-nhieu/:id/tep', { config: { multipart: true } }, async (request, reply) => {
    const { id } = request.params
    await ask(request, getBundle, { bundleId: id })
    const sent = await receiveParts(request)
    const refusals = [...sent.refusals, ...(await addFiles(request, id, sent.fileIds))]
    return refusals.length === 0 ? redirect(reply, `/nop-nhieu/${id}`) : show(request, reply, id, refusals)
  })

  web.post<ByBundle>('/nop-nhieu/:id/nop', async (request, reply) => {
    const { id } = request.params
    const pledged = field(formBody(request), PLEDGE_BOX) === 'co'
    const outcome = await attempt(() => act(request, fileBundle, { bundleId: id, pledged }))
    return outcome.ok ? redirect(reply, `/nop-nhieu/${id}`) : show(request, reply, id, [outcome.refusal])
  })

  web.get<ByLine>('/nop-nhieu/:id/dong/:line', async (request, reply) => showRow(request, reply, request.params))

  web.post<ByLine>('/nop-nhieu/:id/dong/:line', async (request, reply) => {
    const { id, line } = request.params
    const view = await ask(request, getBundle, { bundleId: id })
    const sent = formBody(request)
    const columns = columnsOfRow(view.sheet, view.rows.find((row) => String(row.line) === line)?.typed ?? {})
    const typed = Object.fromEntries(columns.map(({ key }) => [key, field(sent, boxOf(columns, key))]))
    const outcome = await attempt(() => act(request, mendBundleRow, { bundleId: id, line: Number(line), typed }))
    if (!outcome.ok) return showRow(request, reply, request.params, outcome.refusal)
    const after = (await ask(request, getBundle, { bundleId: id })).rows.find((row) => String(row.line) === line)
    return after?.state === 'ready' ? redirect(reply, `/nop-nhieu/${id}`) : showRow(request, reply, request.params)
  })

  web.get<ByBundle>('/nop-nhieu/:id/can-sua.xlsx', async (request, reply) => {
    const view = await ask(request, getBundle, { bundleId: request.params.id })
    return sendWorkbook(reply, `can-sua-${view.sheet.procedure.code}`, faultSheet(view, web.app.refusals))
  })

  web.get<ByBundle>('/nop-nhieu/:id/ket-qua.xlsx', async (request, reply) => {
    const view = await ask(request, getBundle, { bundleId: request.params.id })
    return sendWorkbook(reply, `ket-qua-${view.sheet.procedure.code}`, outcomeSheet(view, web.app.refusals))
  })
}

async function procedureOf({ server: { app } }: WebRequest, code: string): Promise<ProcedureVersion> {
  const procedure = await procedureInForce(app.db, code, vietnamDate(app.clock.now()))
  if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code })
  return procedure
}

async function addFiles(request: WebRequest, bundleId: string, fileIds: readonly string[]): Promise<Refusal[]> {
  if (fileIds.length === 0) return []
  const outcome = await attempt(() => act(request, addBundleFiles, { bundleId, fileIds: [...fileIds] }))
  return outcome.ok ? [] : [outcome.refusal]
}

async function showStart(
  request: WebRequest,
  reply: WebReply,
  procedure: ProcedureVersion,
  { refusal, kept = [] }: { refusal?: Refusal; kept?: readonly string[] } = {},
): Promise<WebReply> {
  const bundles = (await ask(request, myBundles, {})).filter(({ procedureCode }) => procedureCode === procedure.code)
  const errors = refusal ? [refusalText(request, refusal)] : []
  const body = (
    <StartManyPage
      procedure={procedure}
      bundles={bundles}
      errors={errors}
      kept={kept}
      token={formToken(request, reply)}
    />
  )
  const status = refusal ? (request.server.app.refusals[refusal.code]?.status ?? 422) : 200
  return sitePage(request, reply, { site: 'portal', title: words.title, body, current: CURRENT, status })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  bundleId: string,
  refusals: readonly Refusal[] = [],
): Promise<WebReply> {
  citizenOf(request)
  const view = await ask(request, getBundle, { bundleId })
  const body = (
    <BundlePage
      view={view}
      errors={refusals.map((refusal) => refusalText(request, refusal))}
      linesOf={(row) => faultLines(row, view.sheet, request.server.app.refusals)}
      token={formToken(request, reply)}
    />
  )
  return sitePage(request, reply, {
    site: 'portal',
    title: words.bundleTitle(view.bundle.fileName),
    body,
    current: CURRENT,
    status: refusals.length === 0 ? 200 : 422,
    ...(view.bundle.filingSince ? { refreshSeconds: REFRESH_SECONDS } : {}),
  })
}

async function showRow(
  request: WebRequest,
  reply: WebReply,
  { id, line }: ByLine['Params'],
  refusal?: Refusal,
): Promise<WebReply> {
  citizenOf(request)
  const view: BundleView = await ask(request, getBundle, { bundleId: id })
  const row = view.rows.find((one) => String(one.line) === line)
  if (!row || row.state === 'filed') return redirect(reply, `/nop-nhieu/${id}`)
  const said = refusal ?? (row.refusal ? new Refusal(row.refusal.code, row.refusal.facts) : undefined)
  const problems = said ? [refusalText(request, said)] : []
  const body = <RowPage view={view} row={row} problems={problems} token={formToken(request, reply)} />
  const isWrong = request.method === 'POST'
  return sitePage(request, reply, {
    site: 'portal',
    title: words.rowTitle(row.line),
    body,
    current: CURRENT,
    status: isWrong ? 422 : 200,
  })
}
