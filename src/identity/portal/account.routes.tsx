import {
  Actions,
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  HiddenToken,
  PageTitle,
  SummaryList,
  type ErrorItem,
} from '../../ui/index.ts'
import { formatDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { organisationsTexts } from '../organisations/texts.ts'
import { endSession, listSessions } from '../end-session.ts'
import { maskPersonalId, type Citizen } from '../citizen.ts'
import { sessionOf } from '../identify-request.ts'
import { changeContact } from '../remember-citizen.ts'
import { citizenById } from '../store/citizens.ts'
import { accountTexts as t } from '../texts.ts'
import { SessionsPage } from './sessions.page.tsx'

/** One's own account: where it is signed in, and for citizens how to be reached. */
export async function accountRoutes(web: Web): Promise<void> {
  web.get('/phien', async (request, reply) => {
    const { actor } = request
    if (actor.kind === 'anonymous' || actor.kind === 'system') throw new Refusal('platform.not-signed-in')
    const sessions = await ask(request, listSessions, { accountId: actor.accountId })
    const isOfficer = actor.kind === 'officer'
    return sitePage(request, reply, {
      site: isOfficer ? 'workspace' : 'portal',
      title: t.sessionsTitle,
      body: (
        <SessionsPage
          token={formToken(request, reply)}
          sessions={sessions}
          currentId={sessionOf(request)?.id ?? null}
          action="/phien"
          isOfficer={isOfficer}
          lead={isOfficer ? t.sessionsLead : t.sessionsLeadCitizen}
        />
      ),
    })
  })

  web.post('/phien', async (request, reply) => {
    const { actor } = request
    const own = sessionOf(request)
    if (actor.kind === 'anonymous' || actor.kind === 'system' || !own) throw new Refusal('platform.not-signed-in')
    const sessionId = field(formBody(request), 'phien')
    await act(request, endSession, {
      accountId: actor.accountId,
      ...(sessionId ? { sessionId } : { exceptId: own.id }),
    })
    return redirect(reply, '/phien')
  })

  web.get('/tai-khoan', async (request, reply) => contactPage(request, reply, await citizenOf(web, request)))

  web.post('/tai-khoan', async (request, reply) => {
    const form = formBody(request)
    const typed = {
      phone: field(form, 'so-dien-thoai').replace(/[\s.]/g, '') || null,
      email: field(form, 'thu') || null,
    }
    const done = await attempt(() => act(request, changeContact, typed))
    if (done.ok) return redirect(reply, '/tai-khoan')
    if (done.refusal.code !== 'platform.invalid-input') throw done.refusal
    const paths = (done.refusal.facts.errors as { path: string }[]).map(({ path }) => path)
    const errors: ErrorItem[] = []
    if (paths.includes('/phone')) errors.push({ field: 'so-dien-thoai', message: t.phoneWrong })
    if (paths.includes('/email')) errors.push({ field: 'thu', message: t.emailWrong })
    return contactPage(request, reply, { ...(await citizenOf(web, request)), ...typed }, errors)
  })
}

async function citizenOf(web: Web, { actor }: WebRequest): Promise<Citizen> {
  if (actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  const citizen = actor.kind === 'citizen' ? await citizenById(web.app.db, actor.citizenId) : undefined
  if (!citizen) throw new Refusal('platform.forbidden')
  return citizen
}

function contactPage(
  request: WebRequest,
  reply: WebReply,
  citizen: Citizen,
  errors: ErrorItem[] = [],
): Promise<WebReply> {
  const { fullName, personalId, bornOn, address, phone, email } = citizen
  const at = (name: string) => {
    const error = errors.find((item) => item.field === name)?.message
    return error === undefined ? {} : { error }
  }
  const body = (
    <>
      <Breadcrumbs items={[{ label: t.home, href: '/' }, { label: t.title }]} />
      <div class="mot">
        <ErrorSummary errors={errors} />
        <PageTitle>{t.title}</PageTitle>
        <SummaryList
          boxed
          rows={[
            { label: t.fullName, value: fullName, source: t.fromProvider },
            { label: t.personalId, value: maskPersonalId(personalId), figures: true },
            ...(bornOn ? [{ label: t.bornOn, value: formatDate(bornOn), figures: true }] : []),
            ...(address ? [{ label: t.residence, value: address }] : []),
          ]}
        />
        <h2>{t.contactTitle}</h2>
        <form method="post" action="/tai-khoan">
          <HiddenToken token={formToken(request, reply)} />
          <Field
            name="so-dien-thoai"
            label={t.phone}
            hint={t.contactHint}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            width="medium"
            figures
            optional
            value={phone ?? ''}
            {...at('so-dien-thoai')}
          />
          <Field
            name="thu"
            label={t.email}
            hint={t.contactHint}
            type="email"
            inputMode="email"
            autoComplete="email"
            width="medium"
            optional
            value={email ?? ''}
            {...at('thu')}
          />
          <Actions>
            <Button>{t.save}</Button>
            <ButtonLink kind="quiet" href="/to-chuc">
              {organisationsTexts.title}
            </ButtonLink>
            <ButtonLink kind="quiet" href="/phien">
              {t.mySessions}
            </ButtonLink>
          </Actions>
        </form>
      </div>
    </>
  )
  return sitePage(request, reply, { site: 'portal', title: t.title, status: errors.length > 0 ? 422 : 200, body })
}
