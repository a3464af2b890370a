import { Refusal } from '../../platform/refusal.ts'
import { refusalText, sitePage, type Web, type WebRequest } from '../../platform/web/web.ts'
import { citizenById } from '../../identity/index.ts'
import { procedureCodeIn } from '../procedure.ts'
import { versionDays } from '../store.ts'
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
    const view = await procedureView(web.app, code, await communeOf(request, request.query.xa))
    if (view) {
      const refusal = view.notOnline && refusalText(request, new Refusal(view.notOnline.code, view.notOnline.facts))
      const body = <ProcedurePage view={view} refusal={refusal} />
      return sitePage(request, reply, { site: 'portal', title: plainName(view.procedure.name), body, current: '/thu-tuc' })
    }
    const [last] = await versionDays(web.app.db, code)
    if (!last || last.validTo === null) throw new Refusal('catalogue.unknown-procedure', { code: code.slice(0, 60) })
    const body = <EndedPage last={{ ...last, validTo: last.validTo }} />
    return sitePage(request, reply, { site: 'portal', title: plainName(last.name), body, status: GONE, current: '/thu-tuc' })
  })
}

/** The commune in the address, else the one where the visitor lives. */
async function communeOf({ actor, server: { app } }: WebRequest, asked: unknown): Promise<string | undefined> {
  if (typeof asked === 'string' && asked !== '') return asked
  if (actor.kind !== 'citizen') return undefined
  return (await citizenById(app.db, actor.citizenId))?.communeCode ?? undefined
}
