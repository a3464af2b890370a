import { vietnamDate } from '../../platform/dates.ts'
import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { getDossier } from '../../dossiers/index.ts'
import { desksOf } from '../counter-place.ts'
import { DonePage } from './done.page.tsx'
import { doneTexts as texts } from './texts.ts'

/** Received: the code to read out, the date, the slip to print, and on to the next person. */
export async function doneRoutes(web: Web): Promise<void> {
  web.get<{ Params: { code: string } }>('/quay/da-nhan/:code', async (request, reply) => {
    await desksOf(web.app.db, request.actor, vietnamDate(web.app.clock.now()))
    const view = await ask(request, getDossier, { dossierCode: request.params.code.slice(0, 60) })
    return sitePage(request, reply, {
      site: 'workspace',
      title: texts.title,
      current: '/quay',
      body: <DonePage view={view} />,
    })
  })
}
