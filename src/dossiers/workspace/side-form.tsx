import type { VNode } from 'preact'
import { attempt, formBody, formToken, redirect, refusalText, sitePage } from '../../platform/web/web.ts'
import type { FormBody, Web, WebReply, WebRequest } from '../../platform/web/web.ts'
import { ErrorSummary, Notice, type IconName } from '../../ui/index.ts'
import { DossierHeader, dossierTitle } from './dossier-header.tsx'
import type { Work } from './open-work.ts'
import { TurnFrame } from './turn-frame.tsx'
import type { Errors } from './work-form.tsx'

/** Words typed into a form, by the names of its fields. */
export type Typed = Record<string, string | readonly string[]>

/** A form about what runs beside a dossier: blank on GET, sent on POST, shown again with everything typed when refused. */
export type SideForm<Subject> = {
  /** Address below the dossier's, such as `/lay-y-kien/:no/thoi-cho/:bodyId`. */
  path: string
  /** Opens what it is about; refuses with `platform.not-found` for whom it is none of their business. */
  open(request: WebRequest): Promise<{ work: Work; subject: Subject }>
  /** Why it cannot be done now: then its page leads back. */
  isOver(subject: Subject): boolean
  texts(subject: Subject): { title: string; lead: string; submit: string; after?: string }
  icon: IconName
  read(form: FormBody): Typed
  check(typed: Typed, subject: Subject): Errors
  fields(props: { work: Work; subject: Subject; typed: Typed; errors: Errors }): VNode
  send(request: WebRequest, opened: { work: Work; subject: Subject }, typed: Typed): Promise<unknown>
  /** Where it leads when it is done, and back to. */
  back(work: Work, subject: Subject): string
  done(work: Work, subject: Subject): string
}

type Shown = { typed: Typed; errors?: Errors; problem?: string; status?: number }

export function openSideForm<Subject>(web: Web, form: SideForm<Subject>): void {
  const path = `/lam/:code${form.path}`
  web.get(path, async (request, reply) => {
    const { work, subject } = await form.open(request)
    if (form.isOver(subject)) return redirect(reply, form.back(work, subject))
    return show(request, reply, form, { work, subject }, { typed: {} })
  })
  web.post(path, async (request, reply) => {
    const opened = await form.open(request)
    const typed = form.read(formBody(request))
    const errors = form.check(typed, opened.subject)
    if (errors.length > 0) return show(request, reply, form, opened, { typed, errors, status: 422 })
    const outcome = await attempt(() => form.send(request, opened, typed))
    if (outcome.ok) return redirect(reply, form.done(opened.work, opened.subject))
    const { refusal } = outcome
    const status = web.app.refusals[refusal.code]?.status ?? 409
    return show(request, reply, form, opened, { typed, problem: refusalText(request, refusal), status })
  })
}

function show<Subject>(
  request: WebRequest,
  reply: WebReply,
  form: SideForm<Subject>,
  { work, subject }: { work: Work; subject: Subject },
  { typed, errors = [], problem, status = 200 }: Shown,
): Promise<WebReply> {
  const texts = form.texts(subject)
  const top =
    problem === undefined ? (
      errors.length > 0 && <ErrorSummary errors={errors} />
    ) : (
      <Notice tone="soon" role="alert">
        {problem}
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
        <DossierHeader work={work} backHref={form.back(work, subject)} />
        <TurnFrame
          form={{ work, token: formToken(request, reply), top: top || null, seen: <></> }}
          texts={texts}
          icon={form.icon}
        >
          {form.fields({ work, subject, typed, errors })}
        </TurnFrame>
      </>
    ),
  })
}

/** One typed field as words. */
export function typedText(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** Files ticked, where the form has any. */
export function typedFiles(typed: Typed): readonly string[] {
  return typeof typed.tep === 'string' ? [typed.tep] : (typed.tep ?? [])
}
