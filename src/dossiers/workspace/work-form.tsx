import type { VNode } from 'preact'
import { vietnamTime } from '../../platform/dates.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { attempt, field, formBody, formToken, redirect, refusalText, sitePage } from '../../platform/web/web.ts'
import type { FormBody, Web, WebReply, WebRequest } from '../../platform/web/web.ts'
import { confirmationPath, isWaiting } from '../../signing/index.ts'
import { ErrorSummary, Notice, type ErrorItem } from '../../ui/index.ts'
import { whyNot, type DossierAction } from '../process.ts'
import { DossierHeader, dossierTitle } from './dossier-header.tsx'
import { isTheirAction, openWork, type Work } from './open-work.ts'
import { workPath } from '../work-path.ts'
import { doneWords } from '../texts.ts'
import { fill, formTexts } from './texts.ts'

export type Errors = readonly (ErrorItem & { field?: string })[]
export type FormProps<Values> = {
  request: WebRequest
  work: Work
  values: Values
  errors: Errors
  token: string
  /** Stands above the form: what went wrong, or nothing. */
  top: VNode | null
  /** Names the version of the dossier the officer saw; belongs into every form. */
  seen: VNode
}

/** One form about one dossier: blank on GET, sent on POST, shown again with everything typed when refused. */
export type WorkForm<Values> = {
  /** Last part of the address. */
  path: string
  action: DossierAction
  title: string
  blank(work: Work): Values
  read(form: FormBody, work: Work): Values
  check(values: Values, work: Work): Errors
  /** What stands in the way beside the table of moves; the page of other turns says it. */
  whyNot?(work: Work): Reason | null
  /** Which field a refused input belongs to, by the beginning of its path; the rest stands at the top. */
  fields?: Record<string, string>
  /** Set when the officer only asks to see what it would look like. */
  isPreview?(form: FormBody): boolean
  send(request: WebRequest, work: Work, values: Values): Promise<unknown>
  body(props: FormProps<Values>): VNode | Promise<VNode>
}

const SEEN = 'phien-ban'

/** Opens a form at `/lam/:code/<path>`; for whom the action is none of their business the page is not there. */
export function openWorkForm<Values>(web: Web, form: WorkForm<Values>): void {
  const path = `/lam/:code/${form.path}`
  web.get<{ Params: { code: string } }>(path, async (request, reply) => {
    const work = await openTheirs(request, request.params.code, form.action)
    const { dossier } = work.view
    if (whyNot(form.action, dossier, request.actor, work.process)) {
      return redirect(reply, workPath(dossier.code, `?chua=${form.action}`))
    }
    if (form.whyNot?.(work)) return redirect(reply, workPath(dossier.code, '/viec-khac'))
    return showForm(request, reply, form, { work, values: form.blank(work), errors: [] })
  })
  web.post<{ Params: { code: string } }>(path, async (request, reply) => {
    const work = await openTheirs(request, request.params.code, form.action)
    const sent = formBody(request)
    const values = form.read(sent, work)
    if (form.isPreview?.(sent)) return showForm(request, reply, form, { work, values, errors: [] })
    const errors = form.check(values, work)
    if (errors.length > 0) return showForm(request, reply, form, { work, values, errors, status: 422 })
    const outcome = await attempt(async (): Promise<unknown> => {
      if (Number(field(sent, SEEN)) !== work.view.dossier.version) throw new Refusal('platform.conflict')
      return form.send(request, work, values)
    })
    if (outcome.ok && isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    if (outcome.ok) return redirect(reply, workPath(work.view.dossier.code, `?xong=${form.action}`))
    return showRefusal(request, reply, form, work, values, outcome.refusal)
  })
}

async function openTheirs(request: WebRequest, code: string, action: DossierAction): Promise<Work> {
  const work = await openWork(request, code)
  if (!isTheirAction(work, action)) throw new Refusal('platform.not-found')
  return work
}

type Shown<Values> = { work: Work; values: Values; errors: Errors; status?: number; notice?: VNode }

async function showForm<Values>(
  request: WebRequest,
  reply: WebReply,
  form: WorkForm<Values>,
  { work, values, errors, status = 200, notice }: Shown<Values>,
): Promise<WebReply> {
  const { code, version } = work.view.dossier
  const top = notice ?? (errors.length > 0 ? <ErrorSummary errors={errors} /> : null)
  const seen = <input type="hidden" name={SEEN} value={version} />
  const body = await form.body({ request, work, values, errors, token: formToken(request, reply), top, seen })
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${form.title}, ${dossierTitle(work)}`,
    current: '/viec',
    narrow: true,
    status,
    body: (
      <>
        <DossierHeader work={work} backHref={workPath(code)} />
        {body}
      </>
    ),
  })
}

const OVERTAKEN = new Set([
  'platform.conflict',
  'dossiers.overtaken',
  'dossiers.wrong-state',
  'dossiers.not-assigned-to-you',
])

async function showRefusal<Values>(
  request: WebRequest,
  reply: WebReply,
  form: WorkForm<Values>,
  before: Work,
  values: Values,
  refusal: Refusal,
): Promise<WebReply> {
  const status = request.server.app.refusals[refusal.code]?.status ?? 409
  if (refusal.code === 'platform.invalid-input') {
    return showForm(request, reply, form, { work: before, values, errors: fieldErrors(form, refusal), status })
  }
  const work = await openWork(request, before.view.dossier.code)
  const words = OVERTAKEN.has(refusal.code) ? overtakenWords(work) : undefined
  const notice = (
    <Notice tone="soon" role="alert">
      {words ?? refusalText(request, refusal)} <a href={workPath(work.view.dossier.code)}>{formTexts.openAgain}</a>
    </Notice>
  )
  return showForm(request, reply, form, { work, values, errors: [], status, notice })
}

/** `Vũ Ngọc Ánh đã tiếp nhận hồ sơ lúc 09:40.` when somebody else was faster. */
function overtakenWords({ view, actor }: Work): string | undefined {
  const last = view.steps.at(-1)
  if (!last || (actor.kind === 'officer' && last.byAccountId === actor.accountId)) return undefined
  return fill(formTexts.conflict, { name: last.byName, done: doneWords[last.action], time: vietnamTime(last.at) })
}

function fieldErrors<Values>({ fields = {} }: WorkForm<Values>, refusal: Refusal): Errors {
  const errors = (refusal.facts.errors ?? []) as { path: string; message: string }[]
  return errors.map(({ path, message }) => {
    const known = Object.entries(fields).find(([start]) => path.startsWith(start))
    return known ? { field: known[1], message } : { message }
  })
}

export function errorOf(errors: Errors, name: string): ErrorItem['message'] | undefined {
  return errors.find(({ field: own }) => own === name)?.message
}

/** The error of a question, as its components take it. */
export function withError(errors: Errors, name: string): { error?: ErrorItem['message'] } {
  const error = errorOf(errors, name)
  return error === undefined ? {} : { error }
}
