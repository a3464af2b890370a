import { formatDateTime } from '../../../platform/dates.ts'
import { speaking } from '../../../platform/speaking.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
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
import { fileBytes, sendPdf } from '../../../documents/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  HiddenToken,
  Notice,
  PageTitle,
  SummaryList,
} from '../../../ui/index.ts'
import { contentSha256, isLaidOutFor, paperOf, whyNotConfirm } from '../../application/application.ts'
import { renderApplication } from '../../application/application-paper.ts'
import { confirmApplication } from '../../application/confirm-application.ts'
import { getDraftApplication } from '../../application/get-draft-application.ts'
import { applicationTexts } from '../../application/paper.texts.ts'
import { citizenOf } from '../citizen.ts'
import { openFiling, type Filing } from './open-filing.ts'
import { draftAddress } from './parts.ts'
import { signTexts as t } from './sign.texts.ts'
import { submissionOf } from './submission.ts'
import { CURRENT, withFiling, type ByResume } from './with-filing.tsx'

export const confirmAddress = (filing: Pick<Filing, 'draft'>): string => `${draftAddress(filing)}/xac-nhan`

/** The application as a paper, and standing by it after signing in once more. */
export async function confirmRoutes(web: Web): Promise<void> {
  web.get<ByResume>('/bai-khai/:resume/don.pdf', async (request, reply) =>
    withFiling(request, reply, request.params.resume, (filing) => showPaper(request, reply, filing)),
  )

  web.get<ByResume>('/bai-khai/:resume/xac-nhan', async (request, reply) =>
    withFiling(request, reply, request.params.resume, (filing) => show(request, reply, filing)),
  )

  web.post<ByResume>('/bai-khai/:resume/xac-nhan', async (request, reply) => {
    const filing = await openFiling(request, request.params.resume)
    const input = { ...submissionOf(filing), draftCode: filing.draft.resumeCode }
    const outcome = await attempt(() => act(request, confirmApplication, { filing: input }))
    if (outcome.ok) return redirect(reply, `${draftAddress(filing)}/kiem-tra`)
    return show(request, reply, filing, refusalText(request, outcome.refusal))
  })
}

/** With the signatures there are; before that as it would be laid out now. */
async function showPaper(request: WebRequest, reply: WebReply, filing: Filing): Promise<WebReply> {
  const { app } = request.server
  const input = submissionOf(filing)
  const { application, people } = await ask(request, getDraftApplication, { resumeCode: filing.draft.resumeCode })
  const isLaidOut = isLaidOutFor(application, contentSha256(input, people))
  const name = fill(applicationTexts.fileName, { code: filing.draft.resumeCode })
  if (application && isLaidOut) return sendPdf(reply, name, await fileBytes(app, paperOf(application).fileId))
  const filed = {
    procedure: filing.procedure,
    input,
    agencyName: filing.place.ok ? filing.place.result.competent.name : '',
    filerName: citizenOf(request).fullName,
    people,
    madeAt: app.clock.now(),
  }
  // A paper for an authority: Vietnamese, whatever the page around its link speaks.
  const { pdf } = await speaking('vi', () => renderApplication(app.db, filed))
  return sendPdf(reply, name, pdf)
}

async function show(request: WebRequest, reply: WebReply, filing: Filing, problem?: string): Promise<WebReply> {
  const { application, provedAt } = await ask(request, getDraftApplication, { resumeCode: filing.draft.resumeCode })
  if (!application) return redirect(reply, `${draftAddress(filing)}/kiem-tra`)
  const canConfirm = whyNotConfirm(application, provedAt, request.server.app.clock.now()) === undefined
  const base = draftAddress(filing)
  const body = (
    <>
      <BackLink href={`${base}/kiem-tra`}>{t.back}</BackLink>
      <PageTitle>{t.confirmTitle}</PageTitle>
      {problem !== undefined && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      <p>{t.confirmLead}</p>
      <SummaryList
        rows={[
          { label: t.paper, value: <a href={`${base}/don.pdf`}>{filing.procedure.name}</a> },
          { label: t.hash, value: <span class="ma">{application.sha256}</span> },
        ]}
      />
      {canConfirm && provedAt ? (
        <form method="post" action={confirmAddress(filing)}>
          <HiddenToken token={formToken(request, reply)} />
          <p>{fill(t.proved, { time: formatDateTime(provedAt) })}</p>
          <Actions>
            <Button icon="check" large>
              {t.confirm}
            </Button>
          </Actions>
        </form>
      ) : (
        <Actions>
          <ButtonLink href={`/dang-nhap/chuyen?ve=${encodeURIComponent(confirmAddress(filing))}`} icon="id-card" large>
            {t.prove}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
  const status = problem === undefined ? 200 : 409
  return sitePage(request, reply, { site: 'portal', title: t.confirmTitle, body, current: CURRENT, status })
}
