import { getDossier, processOf, workPath } from '../../dossiers/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  formBody,
  formToken,
  redirect,
  sitePage,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  HiddenToken,
  Notice,
  Select,
  TextArea,
  type ErrorItem,
} from '../../ui/index.ts'
import { signatureOf } from '../default-content.ts'
import { draftResult } from '../draft-result.ts'
import { getResultDraft, previewDraft, type OpenResultDraft } from '../get-draft.ts'
import { demandsInitials } from '../initials/initials.ts'
import { initialsPath } from './initials.tsx'
import { CorrectionNotice } from './correct.tsx'
import { ReturnedNotice } from './decide.tsx'
import { draftChanges, draftFields as names, draftText, readDraftForm, type DraftText } from './draft-form.ts'
import { PaperView, ResultHeader, refusalNotice, statusOf } from './frame.tsx'
import { texts } from './texts.ts'

type ByCode = { Params: { code: string } }
const PREVIEW = 'ban-xem-truoc'

/** The specialist writes the result beside the paper it becomes. */
export async function draftRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/lam/:code/du-thao', async (request, reply) => {
    const opened = await ask(request, getResultDraft, { dossierCode: request.params.code })
    return show(request, reply, opened, draftText(opened.draft), [], undefined)
  })
  web.get<ByCode>('/lam/:code/du-thao/xem-truoc.pdf', async (request, reply) =>
    sendPreview(reply, (await ask(request, previewDraft, { dossierCode: request.params.code })).pdf),
  )
  web.post<ByCode>('/lam/:code/du-thao/xem-truoc', async (request, reply) => {
    const read = draftChanges(readDraftForm(formBody(request)))
    const changes = 'changes' in read ? read.changes : {}
    return sendPreview(reply, (await ask(request, previewDraft, { dossierCode: request.params.code, ...changes })).pdf)
  })
  web.post<ByCode>('/lam/:code/du-thao', async (request, reply) => {
    const dossierCode = request.params.code
    const text = readDraftForm(formBody(request))
    const read = draftChanges(text)
    if ('error' in read) {
      return show(request, reply, await ask(request, getResultDraft, { dossierCode }), text, [read.error], undefined)
    }
    const outcome = await attempt(() => act(request, draftResult, { dossierCode, ...read.changes }))
    if (outcome.ok) {
      const { dossier } = await ask(request, getDossier, { dossierCode })
      const process = await processOf(web.app.db, dossier.processId)
      const isToInitial = demandsInitials(process)
      return redirect(reply, isToInitial ? initialsPath(dossierCode) : workPath(dossierCode, '?xong=draftResult'))
    }
    const opened = await ask(request, getResultDraft, { dossierCode })
    return show(request, reply, opened, text, fieldErrors(outcome.refusal), outcome)
  })
}

function sendPreview(reply: WebReply, pdf: Buffer): WebReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="xem-truoc.pdf"')
    .header(
      'content-security-policy',
      "default-src 'none'; frame-ancestors 'self'; object-src 'self'; style-src 'unsafe-inline'",
    )
    .header('cache-control', 'private, no-store')
    .send(pdf)
}

/** Which box a refused input belongs to, by the beginning of its path. */
function fieldErrors({ code, facts }: Refusal): ErrorItem[] {
  if (code !== 'platform.invalid-input') return []
  const errors = (facts.errors ?? []) as { path: string; message: string }[]
  return errors.map(({ path, message }) => {
    const key = path.split('/')[1] ?? ''
    return key in names ? { field: names[key as keyof typeof names], message } : { message }
  })
}

function show(
  request: WebRequest,
  reply: WebReply,
  opened: OpenResultDraft,
  text: DraftText,
  errors: readonly ErrorItem[],
  outcome: Outcome<unknown> | undefined,
): Promise<WebReply> {
  const { code } = opened.dossier
  const title = `${texts.draftTitle}: ${opened.draft.content.addressee}`
  const status = errors.length > 0 ? 422 : statusOf(request, outcome)
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    current: '/viec',
    narrow: true,
    status,
    body: (
      <>
        <ResultHeader
          title={title}
          code={code}
          note={opened.draft.procedure.name}
          backHref={workPath(code)}
          backWords={texts.back}
        />
        <form class="khung-viec" method="post">
          <HiddenToken token={formToken(request, reply)} />
          <div class="ban-giay soan-thao">
            <div class="canh">
              {errors.length > 0 ? <ErrorSummary errors={errors} /> : refusalNotice(request, outcome)}
              <Returned opened={opened} />
              <DraftFields opened={opened} text={text} errors={errors} />
            </div>
            <PaperView href={workPath(code, '/du-thao/xem-truoc.pdf')} title={texts.previewTitle} name={PREVIEW} />
          </div>
          <footer class="lenh">
            <ButtonLink kind="quiet" href={workPath(code)}>
              {texts.cancel}
            </ButtonLink>
            <span class="phai" />
            <button
              class="nut phu"
              type="submit"
              formaction={workPath(code, '/du-thao/xem-truoc')}
              formtarget={PREVIEW}
            >
              {texts.preview}
            </button>
            <Button icon="send-horizontal" shortcut="Ctrl+Enter">
              {texts.submit}
            </Button>
          </footer>
        </form>
      </>
    ),
  })
}

function Returned({ opened: { before, draft, correction } }: { opened: OpenResultDraft }) {
  return (
    <>
      {before?.state === 'returned' && <ReturnedNotice result={before} />}
      {correction && <CorrectionNotice correction={correction} old={correction.issued} />}
      {draft.kind === 'rejection' && <Notice tone="info">{texts.kindRejection}</Notice>}
    </>
  )
}

function DraftFields({
  opened: { draft },
  text,
  errors,
}: {
  opened: OpenResultDraft
  text: DraftText
  errors: readonly ErrorItem[]
}) {
  const isRejection = draft.kind === 'rejection'
  const at = (key: keyof typeof names) => {
    const error = errors.find(({ field }) => field === names[key])?.message
    return { name: names[key], value: text[key], ...(error === undefined ? {} : { error }) }
  }
  return (
    <>
      <Field {...at('title')} label={texts.title} hint={texts.titleHint} maxLength={300} required />
      {!isRejection && <Field {...at('subject')} label={texts.subject} hint={texts.subjectHint} maxLength={500} />}
      <Field {...at('addressee')} label={texts.addressee} maxLength={500} required />
      <TextArea
        {...at('body')}
        label={isRejection ? texts.reasons : texts.body}
        hint={isRejection ? texts.reasonsHint : texts.bodyHint}
        rows={6}
      />
      <TextArea {...at('facts')} label={texts.facts} hint={texts.factsHint} rows={7} />
      <TextArea {...at('legalBases')} label={texts.legalBases} hint={texts.legalBasesHint} rows={4} />
      <Select
        {...at('signatory')}
        label={texts.signatory}
        options={draft.signatories.map((one) => ({
          value: one.accountId,
          label: [one.fullName, ...(one.standsFor ? signatureOf(one).authority : []), one.position].join(', '),
        }))}
      />
      <TextArea {...at('recipients')} label={texts.recipients} hint={texts.recipientsHint} rows={3} />
      <TextArea {...at('attention')} label={texts.attention} hint={texts.attentionHint} rows={2} />
    </>
  )
}
