import { vietnamDate } from '../../../platform/dates.ts'
import { newId } from '../../../platform/id.ts'
import { refuse, Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  type Web,
  type WebRequest,
} from '../../../platform/web/web.ts'
import {
  guideAnswersIn,
  leftOutByGuide,
  procedureInForce,
  whyNotOnline,
  type ProcedureVersion,
} from '../../../catalogue/index.ts'
import { Vietnamese } from '../../../ui/index.ts'
import type { Draft } from '../../drafts/draft.ts'
import { myDrafts } from '../../drafts/get-draft.ts'
import { startDraft } from '../../drafts/start-draft.ts'
import { WHOM_PAGE } from '../../../forms/index.ts'
import { organisationsOf } from '../../../identity/index.ts'
import { whomChoices, whomText } from '../../acting/whom.ts'
import { whomTexts } from '../../acting/whom.texts.ts'
import { filingForm } from '../../filing/filing-form.ts'
import { citizenOf, signInAddress } from '../citizen.ts'
import { filingTexts as words } from '../texts.ts'
import { togetherTask } from '../co-applicants/together-task.ts'
import type { FilingStep } from '../filing-step.ts'
import { confirmRoutes } from './confirm-routes.tsx'
import { formPartRoutes } from './form-part-routes.tsx'
import { paperRoutes } from './paper-routes.tsx'
import type { PartsChange } from './parts-changed.tsx'
import { printRoutes } from './print-routes.ts'
import { StartPage, type WhomChoice } from './start.page.tsx'
import { submitRoutes } from './submit-routes.tsx'
import { TaskListPage } from './task-list.page.tsx'
import { CURRENT, withFiling, type ByResume } from './with-filing.tsx'

/** The address carries the answers given in the procedure's guide, if any. */
type ByCode = { Params: { code: string }; Querystring: Record<string, unknown> }

/** From "file online" on a procedure's page to the check of everything filled in. */
export async function filingRoutes(web: Web, steps: readonly FilingStep[]): Promise<void> {
  web.get<ByCode>('/thu-tuc/:code/nop', async (request, reply) => {
    const procedure = await filable(request, request.params.code)
    const isCitizen = request.actor.kind === 'citizen'
    const body = (
      <StartPage
        procedure={procedure}
        leftOut={new Set(leftOutByGuide(procedure, guideAnswersIn(request.query)).map(({ component }) => component))}
        drafts={isCitizen ? await begun(request, procedure.code) : []}
        signInHref={isCitizen ? undefined : signInAddress(request.url)}
        whom={isCitizen ? await whomFor(request, procedure) : []}
        turn={newId()}
        token={formToken(request, reply)}
      />
    )
    return sitePage(request, reply, {
      site: 'portal',
      title: words.startTitle(procedure.name),
      body,
      current: '/thu-tuc',
    })
  })

  web.post<ByCode>('/thu-tuc/:code/nop', async (request, reply) => {
    if (request.actor.kind !== 'citizen') return redirect(reply, signInAddress(request.url))
    const procedure = await filable(request, request.params.code)
    const turn = field(formBody(request), 'luot').slice(0, 60) || newId()
    const chosen = field(formBody(request), 'nop-cho')
    const choices = await whomFor(request, procedure)
    const whom = (choices.find((one) => whomText(one.whom) === chosen) ?? choices[0])?.whom
    const { resumeCode } = await act(
      request,
      startDraft,
      { procedureCode: procedure.code, guideAnswers: guideAnswersIn(request.query), ...(whom && { whom }) },
      { idempotencyKey: `bai-khai ${turn}` },
    )
    const isOwn = whom === undefined || whom.for === 'self'
    return redirect(reply, isOwn ? `/bai-khai/${resumeCode}` : `/bai-khai/${resumeCode}/${WHOM_PAGE}`)
  })

  web.get<{ Querystring: { ma?: unknown } }>('/bai-khai', async (request, reply) => {
    const { ma } = request.query
    return redirect(
      reply,
      typeof ma === 'string' && ma.trim() !== '' ? `/bai-khai/${encodeURIComponent(ma.trim().slice(0, 12))}` : CURRENT,
    )
  })

  web.get<ByResume & { Querystring: PartsChange }>('/bai-khai/:resume', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const { db, clock } = web.app
      const inForce = await procedureInForce(db, filing.procedure.code, vietnamDate(clock.now()))
      const more = (await Promise.all([togetherTask, ...steps].map((step) => step(request, filing.draft)))).filter(
        (task) => task !== undefined,
      )
      const body = (
        <TaskListPage
          filing={filing}
          isOutdated={inForce?.id !== filing.procedure.id}
          change={request.query}
          more={more}
        />
      )
      return sitePage(request, reply, {
        site: 'portal',
        title: `${words.listTitle}: ${filing.procedure.name}`,
        body,
        current: CURRENT,
      })
    }),
  )

  await formPartRoutes(web)
  await paperRoutes(web)
  await submitRoutes(web)
  await printRoutes(web)
  await confirmRoutes(web)
}

async function filable({ server: { app } }: WebRequest, code: string): Promise<ProcedureVersion> {
  const procedure = await procedureInForce(app.db, code, vietnamDate(app.clock.now()))
  if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code })
  refuse(whyNotOnline(procedure))
  return procedure
}

/** For whom this procedure may be filed, in words; nothing to ask where it is for oneself alone. */
async function whomFor(request: WebRequest, procedure: ProcedureVersion): Promise<WhomChoice[]> {
  const { db, clock } = request.server.app
  const today = vietnamDate(clock.now())
  const { definition } = await filingForm(db, procedure, today)
  const memberships = await organisationsOf(db, citizenOf(request).citizenId, today)
  const names = new Map(memberships.map(({ businessCode, name }) => [businessCode, name]))
  return whomChoices(definition, memberships).map((whom) => ({
    whom,
    label: whom.for === 'member' ? <Vietnamese>{names.get(whom.businessCode) ?? ''}</Vietnamese> : whomTexts[whom.for],
  }))
}

async function begun(request: WebRequest, procedureCode: string): Promise<Draft[]> {
  return (await ask(request, myDrafts, {})).filter((draft) => draft.procedureCode === procedureCode)
}
