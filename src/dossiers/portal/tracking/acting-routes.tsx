import { vietnamDate } from '../../../platform/dates.ts'
import {
  act,
  ask,
  attempt,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { BackLink, Button, ButtonLink, ErrorSummary, HiddenToken, Notice, PageTitle } from '../../../ui/index.ts'
import { whyNotEnd } from '../../acting/acting.ts'
import { endActing } from '../../acting/end-acting.ts'
import { actingPageTexts as words } from '../../acting/texts.ts'
import { getDossier, type DossierView } from '../../reading/get-dossier.ts'
import { citizenOf } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { ActingRows } from './acting-part.tsx'

type ByCode = { Params: { code: string } }

/** Who acts for the applicant of a dossier, and ending it, by either of them. */
export async function actingRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/nguoi-nop-thay', async (request, reply) => {
    const view = await opened(request, request.params.code)
    if (!view.acting) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return show(request, reply, view)
  })

  web.post<ByCode>('/ho-so/:code/nguoi-nop-thay', async (request, reply) => {
    const view = await opened(request, request.params.code)
    const { code } = view.dossier
    const outcome = await attempt(() => act(request, endActing, { dossierCode: code }))
    if (outcome.ok) return redirect(reply, isFiler(request, view) ? CURRENT : `/ho-so/${code}/nguoi-nop-thay`)
    return show(request, reply, view, refusalText(request, outcome.refusal))
  })
}

function opened(request: WebRequest, dossierCode: string): Promise<DossierView> {
  citizenOf(request)
  return ask(request, getDossier, { dossierCode })
}

function isFiler(request: WebRequest, { dossier }: DossierView): boolean {
  const { citizenId } = citizenOf(request)
  return dossier.submitterCitizenId === citizenId && dossier.applicantCitizenId !== citizenId
}

function show(request: WebRequest, reply: WebReply, view: DossierView, problem?: string): Promise<WebReply> {
  const today = vietnamDate(request.server.app.clock.now())
  const { acting, dossier } = view
  const isOwn = isFiler(request, view)
  const back = `/ho-so/${dossier.code}`
  const body = (
    <>
      <BackLink href={back} />
      <div class="mot">
        {problem !== undefined && <ErrorSummary errors={[{ message: problem }]} />}
        <PageTitle over={dossier.code}>{words.filedBy(dossier.submitter.fullName)}</PageTitle>
        {acting && <ActingRows acting={acting} today={today} />}
        {whyNotEnd(acting ?? undefined, today) === undefined && (
          <form method="post" class="lanh">
            <HiddenToken token={formToken(request, reply)} />
            <Notice tone="soon">{isOwn ? words.meansOwn : words.means}</Notice>
            <p>
              <Button kind="danger" large wide>
                {isOwn ? words.endOwn : words.end}
              </Button>
            </p>
            <ButtonLink kind="quiet" wide href={back}>
              {words.keep}
            </ButtonLink>
          </form>
        )}
      </div>
    </>
  )
  const status = problem === undefined ? 200 : 409
  return sitePage(request, reply, { site: 'portal', title: words.title, body, current: CURRENT, status })
}
