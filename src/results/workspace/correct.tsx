import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import {
  act,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  type FormBody,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { nameOf, workPath } from '../../dossiers/index.ts'
import { Button, Field, HiddenToken, Notice, TextArea } from '../../ui/index.ts'
import type { Correction } from '../correction/correction.ts'
import { replaceResult } from '../correction/replace-result.ts'
import { correctionWords as words } from '../correction/texts.ts'
import type { IssuedDocument } from '../issued.ts'
import { PaperDesk, ResultHeader, paperPath, refusalNotice, statusOf } from './frame.tsx'
import { may, openResult } from './open-result.ts'
import { PaperFacts } from './paper-facts.tsx'
import { texts } from './texts.ts'

type ByCode = { Params: { code: string } }

/** The head of division has an issued result put right, with the paper before them. */
export async function correctRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/lam/:code/sua-ket-qua', async (request, reply) => {
    const opened = await openResult(request, request.params.code)
    if (!(await may(request, opened, 'replaceResult')))
      return redirect(reply, workPath(opened.code, '?chua=replaceResult'))
    return show(request, reply, {}, undefined)
  })
  web.post<ByCode>('/lam/:code/sua-ket-qua', async (request, reply) => {
    const dossierCode = request.params.code
    const form = formBody(request)
    const given = { reason: field(form, 'ly-do'), legalBasis: field(form, 'can-cu') }
    const outcome = await attempt(() => act(request, replaceResult, { dossierCode, ...given }))
    return outcome.ok
      ? redirect(reply, workPath(dossierCode, '?xong=replaceResult'))
      : show(request, reply, form, outcome)
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  form: FormBody,
  outcome: Outcome<unknown> | undefined,
): Promise<WebReply> {
  const { code: given } = request.params as { code: string }
  const { dossier, view, code } = await openResult(request, given)
  const title = `${words.title}: ${nameOf(dossier.dossier.applicant)}`
  const wasRefused = outcome && !outcome.ok && outcome.refusal.code === 'platform.invalid-input'
  const missing = (name: string, error: string) => (wasRefused && field(form, name).length < 5 ? { error } : {})
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
          sideLabel={words.title}
          side={
            <>
              {!wasRefused && refusalNotice(request, outcome)}
              <h2>{words.title}</h2>
              <p class="nhe">{words.lead}</p>
              <PaperFacts view={view} dossier={dossier} />
              <form method="post">
                <HiddenToken token={formToken(request, reply)} />
                <TextArea
                  name="ly-do"
                  label={words.reason}
                  hint={words.reasonHint}
                  rows={4}
                  maxLength={2_000}
                  value={field(form, 'ly-do')}
                  {...missing('ly-do', words.reasonMissing)}
                />
                <Field
                  name="can-cu"
                  label={words.legalBasisLabel}
                  hint={words.legalBasisHint}
                  maxLength={500}
                  value={'can-cu' in form ? field(form, 'can-cu') : words.legalBasis}
                  {...missing('can-cu', words.legalBasisMissing)}
                />
                <Notice>{words.noTerm}</Notice>
                <Button icon="file-pen-line" block>
                  {words.submit}
                </Button>
              </form>
            </>
          }
        />
      </>
    ),
  })
}

/** What is being put right and by whose word: on the pages of those who draft, approve, sign and seal the new paper. */
export function CorrectionNotice({
  correction,
  old,
  done = false,
}: {
  correction: Correction
  old: IssuedDocument | undefined
  done?: boolean
}) {
  const { byName, at, reason, legalBasis } = correction
  const number = old ? fill(words.replacesDocument, { number: old.numberText, day: formatDate(old.issuedOn) }) : ''
  return (
    <Notice tone="hold" title={fill(done ? words.replaced : words.replacing, { number })}>
      {fill(words.openedBy, { name: byName, at: formatDateTime(at), reason, legalBasis })} {words.noTerm}
    </Notice>
  )
}
