import { vietnamDate } from '../../../platform/dates.ts'
import type { App } from '../../../platform/app.ts'
import { qrSvg } from '../../../platform/qr.ts'
import { ask, attempt, sitePage, type Web, type WebRequest } from '../../../platform/web/web.ts'
import { calendarFor, computeDue, rulesFor } from '../../../deadlines/index.ts'
import { fileDownload } from '../../../documents/index.ts'
import { unitsByIds } from '../../../organisation/index.ts'
import { myInvitations } from '../../co-applicants/get-invitation.ts'
import { getDossier, type DossierView } from '../../reading/get-dossier.ts'
import { getDossierFile } from '../../reading/get-dossier-file.ts'
import { proceduresOf } from '../../known.ts'
import { myDossiers, type OwnDossier } from '../../reading/my-dossiers.ts'
import { myDrafts } from '../../drafts/get-draft.ts'
import { supplementRequestsOf } from '../../supplement/store.ts'
import { citizenOf } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { trackingTexts as words } from '../texts.ts'
import type { TrackingSection } from '../tracking-section.ts'
import { DonePage } from './done.page.tsx'
import { DossierPage } from './dossier.page.tsx'
import { MyDossiersPage, type ListedDossier } from './my-dossiers.page.tsx'
import { standingOf } from './standing.ts'

type ByCode = { Params: { code: string } }

/** The reader's own dossiers: list, one, its receipt, its files. */
export async function trackingRoutes(web: Web, sections: readonly TrackingSection[]): Promise<void> {
  const { app } = web

  web.get<{ Querystring: { sau?: unknown } }>('/ho-so', async (request, reply) => {
    citizenOf(request)
    const { sau } = request.query
    const isFirst = typeof sau !== 'string'
    const { items, next } = await ask(request, myDossiers, isFirst ? {} : { after: sau })
    const drafts = isFirst ? await ask(request, myDrafts, {}) : []
    const procedures = await proceduresOf(
      app.db,
      drafts.map(({ procedureVersionId }) => procedureVersionId),
    )
    const body = (
      <MyDossiersPage
        dossiers={await listed(app, items)}
        drafts={drafts.map((draft) => ({
          ...draft,
          procedureName: procedures.get(draft.procedureVersionId)?.name ?? draft.procedureCode,
        }))}
        invitations={isFirst ? await ask(request, myInvitations, {}) : []}
        next={next}
      />
    )
    return sitePage(request, reply, { site: 'portal', title: words.mine, body, current: CURRENT })
  })

  web.get<ByCode>('/ho-so/:code', async (request, reply) => {
    const view = await own(request, request.params.code)
    const parts = await Promise.all(sections.map(({ render }) => render(request, view.dossier)))
    const standing = await standingOf(app, view.dossier)
    const today = vietnamDate(app.clock.now())
    const body = <DossierPage view={view} standing={standing} today={today} sections={parts} />
    return sitePage(request, reply, {
      site: 'portal',
      title: `${view.dossier.code}: ${view.procedure.name}`,
      body,
      current: CURRENT,
    })
  })

  web.get<ByCode>('/ho-so/:code/da-nop', async (request, reply) => {
    const view = await own(request, request.params.code)
    const qr = await qrSvg(`${app.settings.publicAddress}/tra-cuu?ma=${encodeURIComponent(view.dossier.code)}`)
    const body = <DonePage view={view} qr={qr} countsAs={await countsAs(app, view)} />
    return sitePage(request, reply, {
      site: 'portal',
      title: `${words.doneTitle} ${view.dossier.code}`,
      body,
      current: CURRENT,
    })
  })

  web.get<{ Params: { code: string; fileId: string } }>('/ho-so/:code/tep/:fileId', async (request, reply) => {
    citizenOf(request)
    const { code, fileId } = request.params
    return fileDownload(reply, app, await ask(request, getDossierFile, { dossierCode: code, fileId }))
  })
}

function own(request: WebRequest, dossierCode: string): Promise<DossierView> {
  citizenOf(request)
  return ask(request, getDossier, { dossierCode })
}

async function listed(app: App, items: readonly OwnDossier[]): Promise<ListedDossier[]> {
  const held = (item: OwnDossier) =>
    item.handling === 'submitted' || item.handling === 'finished' ? item.receivedByUnitId : item.competentUnitId
  const names = new Map((await unitsByIds(app.db, [...new Set(items.map(held))])).map(({ id, name }) => [id, name]))
  return Promise.all(
    items.map(async (item) => ({
      ...item,
      unitName: names.get(held(item)),
      standing: await standingOf(app, item),
      replyBy:
        item.handling === 'awaiting-supplement'
          ? (await supplementRequestsOf(app.db, item.id)).at(-1)?.replyBy
          : undefined,
    })),
  )
}

/** The day a dossier handed in too late or on a day off counts as handed in, by the rules in force. */
async function countsAs({ db }: App, { dossier }: DossierView): Promise<{ on: string; hour: string } | undefined> {
  const { submittedAt, term, competentUnitId, receivedAt } = dossier
  if (receivedAt !== null) return undefined
  const on = vietnamDate(submittedAt)
  const known = await attempt(async () => {
    const [calendar, rules] = await Promise.all([calendarFor(db, competentUnitId, on), rulesFor(db, on)])
    return { hour: rules.cutOffHour, ...computeDue({ receivedAt: submittedAt, term, calendar, rules }) }
  })
  return known.ok && known.result.receivedOn !== on
    ? { on: known.result.receivedOn, hour: known.result.hour }
    : undefined
}
