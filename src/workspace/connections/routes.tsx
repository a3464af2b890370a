import { listConnections } from '../../platform/operations/connections.ts'
import { SIMULATOR_STATES, setSimulator } from '../../platform/operations/simulators.ts'
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
} from '../../platform/web/web.ts'
import type { Web, WebReply, WebRequest } from '../../platform/web/web.ts'
import { ConnectionsPage } from './page.tsx'
import { connectionsTexts } from './texts.ts'

const PATH = '/quan-tri/ket-noi'

/** Page "Kết nối" of administrators. */
export async function connectionsRoutes(web: Web): Promise<void> {
  web.get(PATH, async (request, reply) => show(request, reply))

  web.post(`${PATH}/thu-lai`, async (request, reply) => {
    await ask(request, listConnections, { now: true })
    return redirect(reply, PATH)
  })

  web.post<{ Params: { name: string } }>(`${PATH}/gia-lap/:name`, async (request, reply) => {
    const asked = field(formBody(request), 'state')
    const state = SIMULATOR_STATES.find((known) => known === asked)
    if (!state) throw new Refusal('platform.invalid-input')
    const outcome = await attempt(() => act(request, setSimulator, { name: request.params.name, state }))
    if (!outcome.ok) return show(request, reply, { status: 404, problem: refusalText(request, outcome.refusal) })
    await ask(request, listConnections, { now: true })
    return redirect(reply, PATH)
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  trouble?: { status: number; problem: string },
): Promise<WebReply> {
  const connections = await ask(request, listConnections, {})
  return sitePage(request, reply, {
    site: 'workspace',
    title: connectionsTexts.title,
    current: PATH,
    status: trouble?.status ?? 200,
    body: (
      <ConnectionsPage
        connections={connections}
        refusals={request.server.app.refusals}
        token={formToken(request, reply)}
        problem={trouble?.problem}
      />
    ),
  })
}
