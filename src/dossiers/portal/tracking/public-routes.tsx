import { ask, attempt, sitePage, type Web } from '../../../platform/web/web.ts'
import { parseCode } from '../../filing/dossier-code.ts'
import { trackDossier } from '../../reading/track-dossier.ts'
import { signInAddress } from '../citizen.ts'
import { publicTexts as words } from '../texts.ts'
import { notFoundSentence, PublicTrackPage } from './public.page.tsx'

const TRIES_A_MINUTE = 60

/** Following a dossier by its code without signing in; the QR code of slip and receipt lands here. */
export async function publicTrackRoutes(web: Web): Promise<void> {
  // Codes are counted up, so trying them out in a row is slowed down.
  const config = {
    rateLimit: { max: Math.min(TRIES_A_MINUTE, web.app.settings.rateLimitPerMinute), timeWindow: '1 minute' },
  }
  web.get<{ Querystring: { ma?: unknown } }>('/tra-cuu', { config }, async (request, reply) => {
    const typed = typeof request.query.ma === 'string' ? request.query.ma.trim().slice(0, 60) : ''
    const show = (status: number, found: Omit<Parameters<typeof PublicTrackPage>[0], 'typed' | 'signInHref'>) => {
      const signInHref = request.actor.kind === 'citizen' ? undefined : signInAddress(request.url)
      const body = <PublicTrackPage typed={typed} signInHref={signInHref} {...found} />
      return sitePage(request, reply, { site: 'portal', title: words.title, body, current: '/ho-so', status })
    }
    if (typed === '') return show(200, { track: undefined, error: undefined })
    if (!parseCode(typed)) return show(422, { track: undefined, error: words.badCode })
    const outcome = await attempt(() => ask(request, trackDossier, { dossierCode: typed }))
    if (outcome.ok) return show(200, { track: outcome.result, error: undefined })
    if (outcome.refusal.code !== 'platform.not-found') throw outcome.refusal
    return show(404, { track: undefined, error: notFoundSentence(typed) })
  })
}
