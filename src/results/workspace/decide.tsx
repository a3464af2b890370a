import { formatDateTime } from '../../platform/dates.ts'
import { Refusal, refusalSentence as fill, type Reason } from '../../platform/refusal.ts'
import {
  act,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  undertake,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { Button, Details, HiddenToken, Notice, TextArea } from '../../ui/index.ts'
import type { ProcessStep } from '../../catalogue/index.ts'
import { nameOf, processOf, stepToSign, whyNot, workPath } from '../../dossiers/index.ts'
import { KeyQuestion, confirmationPath, isWaiting, ownKeyOf } from '../../signing/index.ts'
import { approveResult } from '../approve-result.ts'
import { fileAt, type Result } from '../result.ts'
import { signApproval } from '../sign-approval.ts'
import { returnDraft } from '../return-draft.ts'
import { CorrectionNotice } from './correct.tsx'
import { PaperDesk, ResultHeader, paperPath, refusalNotice, statusOf } from './frame.tsx'
import { may, openResult, openResultAlone, type OpenResult } from './open-result.ts'
import { PaperFacts } from './paper-facts.tsx'
import { texts } from './texts.ts'

type ByCode = { Params: { code: string } }
const VERSION = 'phien-ban'

/** The head of division reads the draft, approves it or gives it back. */
export async function decideRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/lam/:code/duyet', async (request, reply) => {
    const opened = await openResultAlone(request, reply, request.params.code)
    if (!opened) return reply
    if (!(await may(request, opened, 'approveResult')))
      return redirect(reply, workPath(opened.code, '?chua=approveResult'))
    return show(request, reply, undefined)
  })
  web.post<ByCode>('/lam/:code/duyet', async (request, reply) => {
    const dossierCode = request.params.code
    const version = Number(field(formBody(request), VERSION))
    const approval = { dossierCode, version }
    const pin = field(formBody(request), 'pin')
    const isToSign = (await approvalToSign(request, dossierCode)) !== undefined
    const outcome = await attempt<unknown>(() =>
      isToSign
        ? undertake(request, signApproval, { ...approval, ...(pin === '' ? {} : { pin }) })
        : act(request, approveResult, approval),
    )
    if (outcome.ok && isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    return outcome.ok ? redirect(reply, workPath(dossierCode, '?xong=approveResult')) : show(request, reply, outcome)
  })
  web.post<ByCode>('/lam/:code/tra-du-thao', async (request, reply) => {
    const dossierCode = request.params.code
    const reason = field(formBody(request), 'ly-do')
    const outcome = await attempt(() => act(request, returnDraft, { dossierCode, reason }))
    return outcome.ok
      ? redirect(reply, workPath(dossierCode, '?xong=returnDraft'))
      : show(request, reply, outcome, reason)
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  outcome: Outcome<unknown> | undefined,
  reason = '',
): Promise<WebReply> {
  const { code: given } = request.params as { code: string }
  const { dossier, view, code } = await openResult(request, given)
  const title = `${texts.approveTitle}: ${nameOf(dossier.dossier.applicant)}`
  const token = formToken(request, reply)
  const toSign = await approvalToSign(request, code)
  const missing = await whyNotYet(request, { dossier, view })
  const ownKey = toSign ? await ownKeyOf(request.server.app, request.actor) : null
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    current: '/viec',
    narrow: true,
    status: statusOf(request, outcome),
    body: (
      <>
        <ResultHeader
          title={title}
          code={code}
          note={view.result.title}
          backHref={workPath(code)}
          backWords={texts.back}
        />
        <PaperDesk
          href={paperPath(code)}
          title={view.result.title}
          sideLabel={texts.approveTitle}
          side={
            <>
              {refusalNotice(request, outcome)}
              <h2>{view.result.title}</h2>
              {view.correction && <CorrectionNotice correction={view.correction} old={view.earlier.at(-1)} />}
              <PaperFacts view={view} dossier={dossier} />
              {missing && <Notice tone="soon">{refusalText(request, new Refusal(missing.code, missing.facts))}</Notice>}
              {view.result.state === 'draft' && !missing && (
                <form method="post" action={workPath(code, '/duyet')}>
                  <HiddenToken token={token} />
                  <input type="hidden" name={VERSION} value={view.result.version} />
                  <p class="nhe nho">{texts.approveNote}</p>
                  {ownKey !== null && <KeyQuestion own={ownKey} />}
                  <Button icon="check" block shortcut="Ctrl+Enter">
                    {texts.approve}
                  </Button>
                </form>
              )}
              <ReturnForm code={code} token={token} reason={reason} open={reason !== ''} />
            </>
          }
        />
      </>
    ),
  })
}

/** What the draft itself still lacks, initials above all; whatever else the move leaves is there once it is made. */
async function whyNotYet(
  { server, actor }: WebRequest,
  { dossier: { dossier }, view }: Pick<OpenResult, 'dossier' | 'view'>,
): Promise<Reason | undefined> {
  const initials = fileAt(view.result, view.files, 'initialled') ? [{ kind: 'initials', isSigned: true }] : []
  const leaves = [{ kind: 'approval', isSigned: true }, ...initials]
  const process = await processOf(server.app.db, dossier.processId)
  const reason = whyNot('approveResult', dossier, actor, process, leaves)
  return reason?.code === 'dossiers.initials-missing' ? reason : undefined
}

/** The step that asks who approves to sign the record of it. */
async function approvalToSign(request: WebRequest, code: string): Promise<ProcessStep | undefined> {
  const { dossier } = (await openResult(request, code)).dossier
  return stepToSign('approval', dossier, await processOf(request.server.app.db, dossier.processId))
}

type ReturnFormProps = {
  code: string
  token: string
  reason?: string
  open?: boolean
  /** Where it goes when it is not the draft that goes back to its writer. */
  action?: string
  title?: string
  hint?: string
}

/** Giving the draft back, with what is to be changed. */
export function ReturnForm({
  code,
  token,
  reason = '',
  open = false,
  action = workPath(code, '/tra-du-thao'),
  title = texts.returnTitle,
  hint,
}: ReturnFormProps) {
  return (
    <Details summary={title} open={open}>
      <form method="post" action={action}>
        <HiddenToken token={token} />
        <TextArea
          name="ly-do"
          label={texts.returnReason}
          rows={4}
          maxLength={2_000}
          value={reason}
          {...(hint === undefined ? {} : { hint })}
        />
        <Button kind="secondary" icon="message-square-reply">
          {texts.returnSubmit}
        </Button>
      </form>
    </Details>
  )
}

/** Who gave it back and what they want changed. */
export function ReturnedNotice({
  result: { returnedByName, returnedAt, returnReason },
}: {
  result: Pick<Result, 'returnedByName' | 'returnedAt' | 'returnReason'>
}) {
  if (!returnedAt) return null
  return (
    <Notice tone="soon" title={fill(texts.returnedBy, { name: returnedByName ?? '', at: formatDateTime(returnedAt) })}>
      {returnReason}
    </Notice>
  )
}
