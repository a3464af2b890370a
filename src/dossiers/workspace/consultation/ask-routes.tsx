import { vietnamDate } from '../../../platform/dates.ts'
import type { App } from '../../../platform/app.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { act, attempt, field, formBody, formToken, redirect, refusalText, sitePage } from '../../../platform/web/web.ts'
import type { Web, WebReply, WebRequest } from '../../../platform/web/web.ts'
import { unitsInForce, type Unit } from '../../../organisation/index.ts'
import { ErrorSummary, Notice } from '../../../ui/index.ts'
import { whyNotBegin } from '../../consultation/consultation.ts'
import { requestOpinions } from '../../consultation/request-opinions.ts'
import { DossierHeader, dossierTitle } from '../dossier-header.tsx'
import { openWork, type Work } from '../open-work.ts'
import { workPath } from '../../work-path.ts'
import type { Errors } from '../work-form.tsx'
import { AskPage, type UnitGroup } from './ask.page.tsx'
import { blankAsk, checkAsk, daysOf, readAsk, withTerms, type AskValues } from './ask-values.ts'
import { askTexts as texts } from './texts.ts'

type ByCode = { Params: { code: string } }
type Shown = { values: AskValues; errors?: Errors; refusal?: string; status?: number }

/** The form that asks other bodies for their opinion about a dossier. */
export async function askRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/lam/:code/lay-y-kien', async (request, reply) => {
    const work = await openWork(request, request.params.code)
    if (!isLead(work)) throw new Refusal('platform.not-found')
    if (whyNotBegin(work.view.dossier, work.actor))
      return redirect(reply, workPath(work.view.dossier.code, '?the=y-kien'))
    return show(request, reply, work, { values: await shownTerms(web.app, work, blankAsk()) })
  })

  web.post<ByCode>('/lam/:code/lay-y-kien', async (request, reply) => {
    const work = await openWork(request, request.params.code)
    if (!isLead(work)) throw new Refusal('platform.not-found')
    const sent = formBody(request)
    const values = await shownTerms(web.app, work, readAsk(sent))
    if (field(sent, 'them') !== '') return show(request, reply, work, { values })
    const errors = checkAsk(values)
    if (errors.length > 0) return show(request, reply, work, { values, errors, status: 422 })
    const outcome = await attempt(() => act(request, requestOpinions, inputOf(work, values)))
    if (outcome.ok) return redirect(reply, workPath(work.view.dossier.code, '?the=y-kien&lyk=hoi'))
    const { refusal } = outcome
    const status = web.app.refusals[refusal.code]?.status ?? 409
    return show(request, reply, work, { values, refusal: refusalText(request, refusal), status })
  })
}

function isLead({ view: { dossier } }: Work): boolean {
  return dossier.roles.includes('specialist') || dossier.roles.includes('head-of-division')
}

function shownTerms({ db }: App, { view, now }: Work, values: AskValues): Promise<AskValues> {
  return withTerms(db, values, view.dossier, now, vietnamDate(now))
}

function inputOf({ view }: Work, { question, bodies, fileIds, completeness, legalBasis }: AskValues) {
  return {
    dossierCode: view.dossier.code,
    question,
    completeness: completeness ?? ('all' as const),
    ...(legalBasis === '' ? {} : { legalBasis }),
    fileIds,
    bodies: bodies
      .filter(({ unitCode }) => unitCode !== '')
      .map((body) => ({
        unitCode: body.unitCode,
        termDays: daysOf(body) ?? 0,
        ...(body.own === '' ? {} : { question: body.own }),
        ...(body.why === '' ? {} : { whyAfterDue: body.why }),
      })),
  }
}

async function show(
  request: WebRequest,
  reply: WebReply,
  work: Work,
  { values, errors = [], refusal, status = 200 }: Shown,
): Promise<WebReply> {
  const { code } = work.view.dossier
  const summary = errors.length > 0 ? <ErrorSummary errors={errors} /> : null
  const top =
    refusal === undefined ? (
      summary
    ) : (
      <Notice tone="soon" role="alert">
        {refusal}
      </Notice>
    )
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${texts.title}, ${dossierTitle(work)}`,
    current: '/viec',
    narrow: true,
    status,
    body: (
      <>
        <DossierHeader work={work} backHref={workPath(code, '?the=y-kien')} />
        <AskPage
          work={work}
          values={values}
          errors={errors}
          units={await unitGroups(request.server.app, work)}
          token={formToken(request, reply)}
          top={top}
        />
      </>
    ),
  })
}

/** Bodies that may be asked: departments, the committees of communes, the other divisions of the own agency. */
async function unitGroups({ db }: App, { view: { dossier }, now }: Work): Promise<UnitGroup[]> {
  const today = vietnamDate(now)
  const own = new Set([dossier.competentUnitId, dossier.handlingUnitId])
  const options = (units: Unit[]) =>
    units.filter(({ id }) => !own.has(id)).map(({ code, name }) => ({ value: code, label: name }))
  const [departments, committees, divisions] = await Promise.all([
    unitsInForce(db, today, { kind: 'department' }),
    unitsInForce(db, today, { kind: 'peoples-committee' }),
    unitsInForce(db, today, { kind: 'division', parentId: dossier.competentUnitId }),
  ])
  return [
    { group: texts.departments, options: options(departments) },
    { group: texts.committees, options: options(committees) },
    { group: texts.divisions, options: options(divisions) },
  ].filter(({ options: found }) => found.length > 0)
}
