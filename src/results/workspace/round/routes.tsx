import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  redirect,
  undertake,
  type Outcome,
  type Web,
  type WebRequest,
} from '../../../platform/web/web.ts'
import type { BulkResult } from '../../../dossiers/index.ts'
import { confirmationPath, missingWords } from '../../../signing/index.ts'
import { listRound } from '../../round/list-round.ts'
import { openPaper } from '../../round/open-paper.ts'
import { MOST_IN_ROUND } from '../../round/sign-round.ts'
import { chosenIn } from '../bulk-outcome.tsx'
import type { Place } from '../places.ts'
import { texts as common } from '../texts.ts'
import { roundOutcomePage } from './outcome.page.tsx'
import { OPEN } from './paper-list.tsx'
import { roundPage } from './round.page.tsx'
import { roundTexts as texts } from './texts.ts'

type Done = { Querystring: { xong?: string; so?: string; tra?: string; lo?: string; nang?: string; thieu?: string } }

/** The list of what waits for one key, and signing many of it at once. */
export async function roundRoutes(web: Web, place: Place): Promise<void> {
  const read = (request: WebRequest) => ask(request, listRound, { as: place.as })
  web.get<Done>(place.path, async (request, reply) => {
    return roundPage(request, reply, place, { ...(await read(request)), notices: noticesOf(place, request.query) })
  })
  web.post(`${place.path}/xem`, async (request, reply) => {
    const form = formBody(request)
    const current = field(form, OPEN)
    const outcome = await attempt(() => act(request, openPaper, { dossierCode: current }))
    const known = { chosen: chosenIn(form), current }
    return roundPage(request, reply, place, { ...(await read(request)), ...known, outcome })
  })
  web.post(place.path, async (request, reply) => {
    const form = formBody(request)
    const chosen = chosenIn(form)
    const before = await read(request)
    if (chosen.length === 0 || chosen.length > MOST_IN_ROUND) {
      const text = chosen.length === 0 ? texts.nothingChosen : fill(texts.tooMany, { most: MOST_IN_ROUND })
      return roundPage(request, reply, place, { ...before, chosen, status: 422, notices: [{ tone: 'late', text }] })
    }
    const pin = field(form, 'pin')
    const authorisation = pin === '' ? {} : { pin }
    const asked = { papers: chosen.map(paperOf), ...authorisation }
    const outcome: Outcome<BulkResult> = await attempt(() => undertake(request, place.round, asked))
    if (!outcome.ok) return roundPage(request, reply, place, { ...before, chosen, outcome })
    const { result } = outcome
    if (result.done === result.outcomes.length) return redirect(reply, `${place.path}?lo=${result.done}`)
    const [first] = result.outcomes
    if (first?.waits && result.outcomes.every(({ waits }) => waits))
      return redirect(reply, confirmationPath(first.waits.confirmationId))
    return roundOutcomePage(request, reply, place, { result, before: before.papers, asked: chosen })
  })
}

function paperOf(value: string): { dossierCode: string; version: number } {
  const [dossierCode = '', version] = value.split(' ')
  return { dossierCode, version: Number(version) || 1 }
}

type Told = { tone: 'ok' | 'hold'; text: string }

/** What the last press did. */
function noticesOf(place: Place, { xong, so, tra, lo, nang, thieu = '' }: Done['Querystring']): Told[] {
  const told: Told[] = []
  if (xong) told.push({ tone: 'ok', text: place.done(xong, so ?? '') })
  if (nang) {
    const text = fill(common.signedAndWaits, { code: nang, missing: missingWords(thieu) })
    told.push({ tone: 'hold', text })
  }
  if (lo) told.push({ tone: 'ok', text: fill(place.as === 'signatory' ? texts.signedAll : texts.sealedAll, { n: lo }) })
  if (tra) told.push({ tone: 'hold', text: fill(common.returnedToSignatory, { code: tra }) })
  return told
}
