import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { App } from '../../platform/app.ts'
import { sitePage, type Web, type WebRequest } from '../../platform/web/web.ts'
import { citizenById } from '../../identity/index.ts'
import { agencyOfCommune, centreServing, findUnits, unitsInForce, type Unit } from '../../organisation/index.ts'
import { HelpPage } from './help.page.tsx'
import { helpTexts as words } from './texts.ts'

const LONGEST = 80

export async function helpRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { q?: unknown } }>('/ho-tro', async (request, reply) => {
    const { app } = web
    const on = vietnamDate(app.clock.now())
    const typed = typeof request.query.q === 'string' ? request.query.q.trim().slice(0, LONGEST).normalize('NFC') : ''
    const all = await unitsInForce(app.db, on, { kind: 'centre' })
    const found = typed === '' ? [] : await centresNamed(app, typed, on, all)
    const communes = (found.length > 0 ? found : all).filter(({ communeCode }) => communeCode !== null)
    const body = (
      <HelpPage
        typed={typed}
        own={await ownCentre(request, on)}
        province={all.find(({ communeCode }) => communeCode === null)}
        centres={communes}
        isFiltered={found.length > 0}
      />
    )
    return sitePage(request, reply, { site: 'portal', title: words.title, body, current: '/ho-tro' })
  })
}

/** Centres of the communes with such a name, today's or the one before 2025. */
async function centresNamed({ db }: App, typed: string, on: LegalDate, all: readonly Unit[]): Promise<Unit[]> {
  const matches = await findUnits(db, typed, on, 'commune')
  const codes = new Set(matches.map(({ unit }) => unit.communeCode))
  return all.filter(({ communeCode }) => communeCode !== null && codes.has(communeCode))
}

async function ownCentre({ actor, server: { app } }: WebRequest, on: LegalDate): Promise<Unit | undefined> {
  if (actor.kind !== 'citizen') return undefined
  const communeCode = (await citizenById(app.db, actor.citizenId))?.communeCode
  const agency = communeCode ? await agencyOfCommune(app.db, communeCode, on) : undefined
  return agency && centreServing(app.db, agency.id, on)
}
