import { holds } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
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
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { getProcess, listProcesses, type ProcessView } from '../processes/get-process.ts'
import { publishProcess } from '../processes/publish-process.ts'
import { exportProcess, importProcess } from '../processes/transfer-process.ts'
import { walkProcess } from '../processes/walk.ts'
import { PROCESSES_PATH, ProcessListPage } from './process-list.page.tsx'
import { ProcessPage } from './process.page.tsx'
import { digitisedRoutes } from './digitised/routes.tsx'
import { termRoutes } from './term-routes.tsx'
import { draftRoutes, showDraft } from './draft-routes.tsx'
import { readUploadedText } from './read-uploaded-text.ts'
import { processPageTexts, trialTexts } from './texts.ts'
import { TrialPage } from './trial.page.tsx'

type ByCode = { Params: { code: string } }
type ByVersion = ByCode & { Querystring: { ban?: string; di?: string; ngay?: string; cap?: string } }

const LONGEST_TRIAL = 200
const USUAL_DAYS = 10
const MOST_DAYS = 500

/** Pages "Quy trình" of administrators: read, edit, try, publish; those who supervise may read. */
export async function catalogueWorkspaceRoutes(web: Web): Promise<void> {
  await termRoutes(web)
  await digitisedRoutes(web)
  web.get(PROCESSES_PATH, async (request, reply) => showList(request, reply))

  web.post(`${PROCESSES_PATH}/tep`, { config: { multipart: true } }, async (request, reply) => {
    const xml = await readUploadedText(request, 'tep')
    const { processes } = await ask(request, listProcesses, {})
    // Whoever imports takes the place of the draft that is there, as the list they came from shows it.
    const code = /<motcua:definition\b[^>]*\bcode="([a-z0-9-]+)"/.exec(xml)?.[1]
    const over = processes.find((process) => process.code === code)?.draft?.revision ?? 0
    const outcome = await attempt(() => act(request, importProcess, { xml, over }))
    if (outcome.ok) return redirect(reply, `${PROCESSES_PATH}/${outcome.result.code}/nhap`)
    return showList(request, reply, outcome.refusal)
  })

  web.get<ByVersion>(`${PROCESSES_PATH}/:code`, async (request, reply) => {
    const view = await ask(request, getProcess, { code: request.params.code })
    const wanted = Number(request.query.ban)
    const shown =
      view.versions.find(({ definition }) => definition.version === wanted) ??
      view.versions.find(({ id }) => id === view.inForceId) ??
      view.versions[0]
    if (!shown) return redirect(reply, `${PROCESSES_PATH}/${view.code}/nhap`)
    const token = formToken(request, reply)
    return page(
      request,
      reply,
      shown.definition.name,
      <ProcessPage view={view} shown={shown} token={token} mayEdit={mayEdit(request)} />,
    )
  })

  web.get<ByVersion>(`${PROCESSES_PATH}/:code/thu`, async (request, reply) => {
    const { code } = request.params
    const { ban = 'nhap', di = '', ngay, cap } = request.query
    const process = processShown(await ask(request, getProcess, { code }), ban)
    const path = di
      .split('.')
      .filter((part) => /^\d{1,4}$/.test(part))
      .map(Number)
      .slice(0, LONGEST_TRIAL)
    const days = Number(ngay)
    const trial = {
      code,
      version: ban,
      path,
      days: Number.isInteger(days) && days > 0 && days <= MOST_DAYS ? days : USUAL_DAYS,
      level: cap === 'commune' ? ('commune' as const) : ('province' as const),
    }
    const walk = walkProcess(process, path)
    const body = <TrialPage process={process} trial={trial} walk={walk} />
    return page(request, reply, trialTexts.title(process.name), body)
  })

  web.get<ByVersion>(`${PROCESSES_PATH}/:code/bpmn`, async (request, reply) => {
    const { code } = request.params
    const { ban } = request.query
    const which = ban === 'nhap' ? { draft: true } : Number(ban) > 0 ? { version: Number(ban) } : {}
    const { xml, version } = await ask(request, exportProcess, { code, ...which })
    const name = `${code}-${version ?? 'nhap'}.bpmn`
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/xml; charset=utf-8')
      .send(xml)
  })

  web.post<ByCode>(`${PROCESSES_PATH}/:code/ban-hanh`, async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const input = { code, revision: Number(field(form, 'lan')), validFrom: field(form, 'tu-ngay') }
    const outcome = await attempt(() => act(request, publishProcess, input))
    if (outcome.ok) return redirect(reply, `${PROCESSES_PATH}/${code}?ban=${outcome.result.version}`)
    return showDraft(request, reply, code, { refusal: outcome.refusal })
  })

  await draftRoutes(web)
}

/** A version by its number, or the draft. */
function processShown(view: ProcessView, wanted: string) {
  const found =
    wanted === 'nhap'
      ? view.draft?.definition
      : view.versions.find(({ definition }) => String(definition.version) === wanted)?.definition
  if (!found) throw new Refusal('catalogue.unknown-process', { code: view.code })
  return found
}

function mayEdit({ actor }: WebRequest): boolean {
  return holds(actor, 'administrator')
}

async function showList(request: WebRequest, reply: WebReply, refusal?: Refusal): Promise<WebReply> {
  const { processes } = await ask(request, listProcesses, {})
  const findings = (refusal?.facts.findings ?? []) as { words: string }[]
  const problems =
    findings.length > 0 ? findings.map(({ words }) => words) : refusal ? [refusalText(request, refusal)] : []
  return sitePage(request, reply, {
    site: 'workspace',
    title: processPageTexts.title,
    current: PROCESSES_PATH,
    status: refusal ? 422 : 200,
    body: (
      <ProcessListPage
        processes={processes}
        token={formToken(request, reply)}
        mayEdit={mayEdit(request)}
        problems={problems}
      />
    ),
  })
}

function page(
  request: WebRequest,
  reply: WebReply,
  title: string,
  body: Parameters<typeof sitePage>[2]['body'],
): Promise<WebReply> {
  return sitePage(request, reply, { site: 'workspace', title, current: PROCESSES_PATH, body })
}
