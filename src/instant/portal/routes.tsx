import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { getDossier, type DossierView } from '../../dossiers/index.ts'
import { resultOf } from '../../results/index.ts'
import { BackLink, Button, ButtonLink, ErrorSummary, HiddenToken, Notice, TextArea } from '../../ui/index.ts'
import { askForPerson } from '../ask-for-person.ts'
import { whyNotAskForPerson } from '../run.ts'
import { runOf } from '../store.ts'
import { portalTexts as texts } from './texts.ts'

export { instantTrackingSection } from './tracking-section.tsx'

type ByCode = { Params: { code: string } }
type Asked = { reason: string; missing?: string; problem?: string }

const FEWEST = 5

/** Having a person look: one page says what it means, one answer does it. */
export async function instantPortalRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/xem-lai', async (request, reply) => {
    const view = await ask(request, getDossier, { dossierCode: request.params.code })
    const { db } = web.app
    const { id, code } = view.dossier
    if (whyNotAskForPerson(await runOf(db, id), await resultOf(db, id))) return redirect(reply, `/ho-so/${code}`)
    return show(request, reply, view, { reason: '' })
  })

  web.post<ByCode>('/ho-so/:code/xem-lai', async (request, reply) => {
    const view = await ask(request, getDossier, { dossierCode: request.params.code })
    const { code } = view.dossier
    const reason = field(formBody(request), 'ly-do')
    if (reason.trim().length < FEWEST) return show(request, reply, view, { reason, missing: texts.missing })
    const outcome = await attempt(() => act(request, askForPerson, { dossierCode: code, reason }))
    if (outcome.ok) return redirect(reply, `/ho-so/${code}`)
    return show(request, reply, view, { reason, problem: refusalText(request, outcome.refusal) })
  })
}

function show(request: WebRequest, reply: WebReply, view: DossierView, asked: Asked): Promise<WebReply> {
  const isWrong = asked.missing !== undefined || asked.problem !== undefined
  return sitePage(request, reply, {
    site: 'portal',
    title: texts.title,
    body: <AskPage view={view} asked={asked} token={formToken(request, reply)} />,
    current: '/ho-so',
    status: isWrong ? 422 : 200,
  })
}

function AskPage({ view, asked, token }: { view: DossierView; asked: Asked; token: string }) {
  const back = `/ho-so/${view.dossier.code}`
  const errors = [
    ...(asked.problem === undefined ? [] : [{ message: asked.problem }]),
    ...(asked.missing === undefined ? [] : [{ field: 'ly-do', message: asked.missing }]),
  ]
  return (
    <>
      <BackLink href={back}>{texts.back}</BackLink>
      <div class="mot">
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        <p class="nhe khong-cach">
          <span class="ma">{view.dossier.code}</span>
        </p>
        <h1>{texts.title}</h1>
        <Notice>{texts.means}</Notice>
        <form method="post">
          <HiddenToken token={token} />
          <TextArea
            name="ly-do"
            label={texts.reason}
            hint={texts.reasonHint}
            rows={3}
            maxLength={1_000}
            value={asked.reason}
            {...(asked.missing === undefined ? {} : { error: asked.missing })}
          />
          <p>
            <Button large wide>
              {texts.confirm}
            </Button>
          </p>
          <ButtonLink kind="quiet" wide href={back}>
            {texts.keep}
          </ButtonLink>
        </form>
      </div>
    </>
  )
}
