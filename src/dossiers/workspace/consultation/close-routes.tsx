import { Refusal } from '../../../platform/refusal.ts'
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
} from '../../../platform/web/web.ts'
import type { Web, WebReply, WebRequest } from '../../../platform/web/web.ts'
import { fileDownload } from '../../../documents/index.ts'
import { Button, ButtonLink, ErrorSummary, HiddenToken, Notice, TextArea } from '../../../ui/index.ts'
import { closeConsultation } from '../../consultation/close-consultation.ts'
import { consultationViews, getOpinionFile, type ConsultationView } from '../../consultation/get-consultation.ts'
import { remindOpinion } from '../../consultation/remind-opinion.ts'
import { DossierHeader, dossierTitle } from '../dossier-header.tsx'
import { openWork, type Work } from '../open-work.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { BodyTable } from './body-table.tsx'
import { RoundSummary } from './part.tsx'
import { closeTexts as texts } from './texts.ts'

type ByNo = { Params: { code: string; no: string } }
type Shown = { conclusion?: string; problem?: string; isMissing?: boolean; status?: number }

/** One consultation in full; reminding, and ending it with a conclusion. */
export async function closeRoutes(web: Web): Promise<void> {
  web.get<ByNo>('/lam/:code/lay-y-kien/:no', async (request, reply) => {
    const { work, consultation } = await open(request)
    return show(request, reply, work, consultation)
  })

  web.post<ByNo>('/lam/:code/lay-y-kien/:no/nhac', async (request, reply) => {
    const { code, no } = request.params
    const bodyId = field(formBody(request), 'co-quan')
    const outcome = await attempt(() => act(request, remindOpinion, { dossierCode: code, no: Number(no), bodyId }))
    if (outcome.ok) return redirect(reply, workPath(code, '?the=y-kien&lyk=nhac'))
    return showRefusal(request, reply, outcome.refusal, '')
  })

  web.post<ByNo>('/lam/:code/lay-y-kien/:no/ket-thuc', async (request, reply) => {
    const { code, no } = request.params
    const conclusion = field(formBody(request), 'ket-luan')
    if (conclusion === '') {
      const { work, consultation } = await open(request)
      return show(request, reply, work, consultation, { isMissing: true, status: 422 })
    }
    const closing = { dossierCode: code, no: Number(no), conclusion }
    const outcome = await attempt(() => act(request, closeConsultation, closing))
    if (outcome.ok) return redirect(reply, workPath(code, '?the=y-kien&lyk=xong'))
    return showRefusal(request, reply, outcome.refusal, conclusion)
  })

  web.get<{ Params: { code: string; fileId: string } }>('/lam/:code/lay-y-kien/tep/:fileId', async (request, reply) => {
    const { code, fileId } = request.params
    const file = await ask(request, getOpinionFile, { dossierCode: code, fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

async function open(request: WebRequest): Promise<{ work: Work; consultation: ConsultationView }> {
  const { code, no } = request.params as ByNo['Params']
  const work = await openWork(request, code)
  const found = await consultationViews(request.server.app.db, work.view.dossier, work.actor, work.now)
  const consultation = found.find((one) => String(one.no) === no)
  if (!consultation) throw new Refusal('platform.not-found')
  return { work, consultation }
}

async function showRefusal(
  request: WebRequest,
  reply: WebReply,
  refusal: Refusal,
  conclusion: string,
): Promise<WebReply> {
  const { work, consultation } = await open(request)
  const status = request.server.app.refusals[refusal.code]?.status ?? 409
  return show(request, reply, work, consultation, { conclusion, problem: refusalText(request, refusal), status })
}

function show(
  request: WebRequest,
  reply: WebReply,
  work: Work,
  consultation: ConsultationView,
  { conclusion = '', problem, isMissing = false, status = 200 }: Shown = {},
): Promise<WebReply> {
  const { code } = work.view.dossier
  const { no, whyNotClose } = consultation
  const token = formToken(request, reply)
  const title = fill(texts.title, { no })
  const back = workPath(code, '?the=y-kien')
  const error = isMissing ? { error: texts.missing } : {}
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${title}, ${dossierTitle(work)}`,
    current: '/viec',
    narrow: true,
    status,
    body: (
      <>
        <DossierHeader work={work} backHref={back} />
        <div class="cuon-trang">
          <div class="rong-cot">
            {problem !== undefined && (
              <Notice tone="soon" role="alert">
                {problem}
              </Notice>
            )}
            {isMissing && <ErrorSummary errors={[{ field: 'ket-luan', message: texts.missing }]} />}
            <h2 class="tua">{title}</h2>
            <RoundSummary consultation={consultation} />
            <BodyTable code={code} consultation={consultation} token={token} />
            {whyNotClose === null && (
              <form method="post" action={workPath(code, `/lay-y-kien/${no}/ket-thuc`)} class="ket-luan-yk">
                <HiddenToken token={token} />
                <p class="nhe">{texts.lead}</p>
                <TextArea
                  name="ket-luan"
                  label={texts.conclusion}
                  hint={texts.conclusionHint}
                  rows={5}
                  maxLength={8_000}
                  value={conclusion}
                  {...error}
                />
                <p class="hang">
                  <ButtonLink kind="quiet" href={back}>
                    {texts.back}
                  </ButtonLink>
                  <Button icon="check">{texts.submit}</Button>
                </p>
              </form>
            )}
            {whyNotClose !== null && consultation.isOpen && <Waits request={request} consultation={consultation} />}
          </div>
        </div>
      </>
    ),
  })
}

/** Why it cannot be ended yet, for those who lead it. */
function Waits({ request, consultation: { whyNotClose } }: { request: WebRequest; consultation: ConsultationView }) {
  if (whyNotClose?.code !== 'dossiers.consultation-incomplete') return null
  return <Notice tone="hold">{refusalText(request, new Refusal(whyNotClose.code, whyNotClose.facts))}</Notice>
}
