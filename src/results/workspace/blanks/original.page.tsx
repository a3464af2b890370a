import { holds } from '../../../platform/actor.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { nameOf } from '../../../dossiers/index.ts'
import { receiveForm } from '../../../documents/index.ts'
import { confirmationPath, isRaising, isWaiting } from '../../../signing/index.ts'
import { Notice } from '../../../ui/index.ts'
import { Refusal, refusalSentence as fill } from '../../../platform/refusal.ts'
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
  undertake,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { attachScan } from '../../blanks/attach-scan.ts'
import { certifyCopy } from '../../blanks/certify-copy.ts'
import { getOriginal } from '../../blanks/get-original.ts'
import { signOriginal } from '../../blanks/sign-original.ts'
import { useBlank } from '../../blanks/use-blank.ts'
import { PaperDesk, ResultHeader, paperPath, refusalNotice, statusOf } from '../frame.tsx'
import { may, openResult, type OpenResult } from '../open-result.ts'
import { PaperFacts } from '../paper-facts.tsx'
import { texts as resultTexts } from '../texts.ts'
import { NextStep, OriginalFacts, type OriginalSteps } from './original-parts.tsx'
import { BLANKS, originalPath } from './paths.ts'
import { blankTexts as texts } from './texts.ts'

type ByCode = { Params: { code: string }; Querystring: { xong?: string; so?: string } }

/** One result on a blank: which, signed by whom, its scan, and the agency's certification. */
export async function originalRoutes(web: Web): Promise<void> {
  const path = `${BLANKS}/ho-so/:code`
  web.get<ByCode>(path, (request, reply) => show(request, reply, undefined))

  const done = async (request: WebRequest, reply: WebReply, work: (code: string) => Promise<unknown>) => {
    const { code } = request.params as ByCode['Params']
    const outcome = await attempt(() => work(code))
    return outcome.ok ? redirect(reply, originalPath(code)) : show(request, reply, outcome)
  }
  web.post<ByCode>(`${path}/phoi`, (request, reply) =>
    done(request, reply, (dossierCode) =>
      act(request, useBlank, { dossierCode, serial: field(formBody(request), 'so') }),
    ),
  )
  web.post<ByCode>(`${path}/ky-tay`, (request, reply) =>
    done(request, reply, (dossierCode) =>
      act(request, signOriginal, { dossierCode, signedOn: field(formBody(request), 'ngay') }),
    ),
  )
  web.post<ByCode>(`${path}/scan`, { config: { multipart: true } }, (request, reply) =>
    done(request, reply, async (dossierCode) => {
      const { files, refusals } = await receiveForm(request, reply, { origin: 'scan' })
      const [refused, scan] = [refusals[0], files[0]]
      if (refused) throw refused.refusal
      if (!scan) throw new Refusal('results.scan-missing')
      return act(request, attachScan, { dossierCode, fileId: scan.file.id })
    }),
  )
  web.post<ByCode>(`${path}/sao-y`, async (request, reply) => {
    const { code: dossierCode } = request.params
    const pin = field(formBody(request), 'pin')
    const outcome = await attempt(() => undertake(request, certifyCopy, { dossierCode, pin }))
    if (!outcome.ok) return show(request, reply, outcome)
    if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    if (isRaising(outcome.result)) {
      const waits = new URLSearchParams({ nang: dossierCode, thieu: outcome.result.missing })
      return redirect(reply, `/van-thu?${waits.toString()}`)
    }
    return redirect(reply, originalPath(dossierCode, `?xong=1&so=${encodeURIComponent(outcome.result.number)}`))
  })
}

async function show(request: WebRequest, reply: WebReply, outcome: Outcome<unknown> | undefined): Promise<WebReply> {
  const { code: given } = request.params as ByCode['Params']
  const { xong, so } = request.query as ByCode['Querystring']
  const opened = await openResult(request, given)
  const { code, dossier, view } = opened
  const original = await ask(request, getOriginal, { dossierCode: code })
  const refusal = outcome && !outcome.ok ? outcome.refusal : undefined
  const pinError = refusal?.code === 'signing.wrong-pin' ? refusalText(request, refusal) : undefined
  const isIncomplete = refusal?.code === 'platform.invalid-input'
  const title = `${texts.originalTitle}: ${nameOf(dossier.dossier.applicant)}`
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    narrow: true,
    status: statusOf(request, outcome),
    body: (
      <>
        <ResultHeader
          title={title}
          code={code}
          note={view.result.title}
          backHref={`/lam/${encodeURIComponent(code)}`}
          backWords={resultTexts.backToList}
        />
        <PaperDesk
          href={paperPath(code)}
          title={view.result.title}
          sideLabel={texts.originalTitle}
          side={
            <>
              {xong !== undefined && (
                <Notice tone="ok" role="status">
                  {fill(texts.certified, { code, number: so ?? '' })}
                </Notice>
              )}
              {isIncomplete ? (
                <Notice tone="late" role="alert">
                  {texts.incomplete}
                </Notice>
              ) : (
                pinError === undefined && refusalNotice(request, outcome)
              )}
              <h2>{view.result.title}</h2>
              <p class="nhe nho">{texts.originalLead}</p>
              <OriginalFacts view={original} />
              <NextStep
                opened={opened}
                view={original}
                token={formToken(request, reply)}
                may={await stepsOf(request, opened)}
                today={vietnamDate(request.server.app.clock.now())}
                sent={sentSerial(request)}
                pinError={pinError}
              />
              <PaperFacts view={view} dossier={dossier} />
            </>
          }
        />
      </>
    ),
  })
}

/** What this officer may do with it now. */
async function stepsOf(request: WebRequest, opened: OpenResult): Promise<OriginalSteps> {
  const { actor } = request
  return {
    use: holds(actor, 'specialist') || holds(actor, 'clerk'),
    sign: await may(request, opened, 'signResult'),
    scan: holds(actor, 'clerk') || holds(actor, 'intake-officer'),
    certify: await may(request, opened, 'sealResult'),
    giveBack: await may(request, opened, 'returnDraft'),
    returnSigned: await may(request, opened, 'returnStep'),
  }
}

const sentSerial = (request: WebRequest): string => (request.isMultipart() ? '' : field(formBody(request), 'so'))
