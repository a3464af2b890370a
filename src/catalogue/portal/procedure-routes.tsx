import { renderToString } from 'preact-render-to-string'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { refusalText, sitePage, type Web, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { citizenById } from '../../identity/index.ts'
import { procedureCodeIn } from '../procedure.ts'
import { versionDays, versionIdInForce } from '../store.ts'
import { keptPage, type MadePage } from './page-cache.ts'
import { EndedPage, ProcedurePage } from './procedure.page.tsx'
import { procedureView } from './procedure-view.ts'
import { plainName } from './words.ts'

type ByCode = { Params: { code: string }; Querystring: { xa?: unknown } }

const GONE = 410

export async function procedureRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/thu-tuc/:code', async (request, reply) => {
    const { code } = request.params
    // Old papers and links carry the long code `1.004194.000.00.00.H49`.
    const short = procedureCodeIn(code)
    if (short !== undefined && short !== code) {
      const search = request.url.split('?')[1]
      return reply.redirect(`/thu-tuc/${short}${search === undefined ? '' : `?${search}`}`, 301)
    }
    const { app } = web
    const on = vietnamDate(app.clock.now())
    const versionId = await versionIdInForce(app.db, code, on)
    if (versionId === undefined) return endedPage(request, reply, code)
    const commune = await communeOf(request, request.query.xa)
    const page = await keptPage(app, `${request.language} ${versionId} ${on} ${commune ?? ''}`, () =>
      makePage(request, code, commune),
    )
    if (!page) return endedPage(request, reply, code)
    const body = <div dangerouslySetInnerHTML={{ __html: page.html }} />
    return sitePage(request, reply, { site: 'portal', title: page.title, body, current: '/thu-tuc' })
  })
}

async function makePage(request: WebRequest, code: string, commune: string | undefined): Promise<MadePage | undefined> {
  const view = await procedureView(request.server.app, code, commune)
  if (!view) return undefined
  const { notOnline, procedure } = view
  const refusal = notOnline && refusalText(request, new Refusal(notOnline.code, notOnline.facts))
  return {
    title: plainName(procedure.name),
    html: renderToString(<ProcedurePage view={view} refusal={refusal} />),
  }
}

/** A procedure that was in force once is told so; an unknown one is not found. */
async function endedPage(request: WebRequest, reply: WebReply, code: string): Promise<WebReply> {
  const [last] = await versionDays(request.server.app.db, code)
  if (!last || last.validTo === null) throw new Refusal('catalogue.unknown-procedure', { code: code.slice(0, 60) })
  return sitePage(request, reply, {
    site: 'portal',
    title: plainName(last.name),
    body: <EndedPage last={{ ...last, validTo: last.validTo }} />,
    status: GONE,
    current: '/thu-tuc',
  })
}

/** The commune in the address, else the one where the visitor lives. */
async function communeOf({ actor, server: { app } }: WebRequest, asked: unknown): Promise<string | undefined> {
  if (typeof asked === 'string' && /^\d{5}$/.test(asked)) return asked
  if (actor.kind !== 'citizen') return undefined
  return (await citizenById(app.db, actor.citizenId))?.communeCode ?? undefined
}
