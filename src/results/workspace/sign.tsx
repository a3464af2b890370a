import { refusalSentence as fill } from '../../platform/refusal.ts'
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
import { nameOf, workPath } from '../../dossiers/index.ts'
import { confirmationPath, isRaising, isWaiting } from '../../signing/index.ts'
import { Notice } from '../../ui/index.ts'
import { returnSigned } from '../return-signed.ts'
import { appOfKey } from './app-of-key.ts'
import { isOnBlank } from '../result.ts'
import { originalPath } from './blanks/paths.ts'
import { CorrectionNotice } from './correct.tsx'
import { ReturnForm, ReturnedNotice } from './decide.tsx'
import { OF_THE_PIN, PaperDesk, ResultHeader, paperPath, refusalNotice, statusOf } from './frame.tsx'
import { may, openResult, openResultAlone, type OpenResult } from './open-result.ts'
import { PaperFacts } from './paper-facts.tsx'
import { PinForm } from './pin-form.tsx'
import { PLACES, type Place } from './places.ts'
import { roundRoutes } from './round/routes.tsx'
import { hasSignatoryLeft, signatoryOf } from './signatory-left.ts'
import { texts } from './texts.ts'
import { tokenWay } from './token-way.tsx'

type ByCode = { Params: { code: string } }

export async function signRoutes(web: Web): Promise<void> {
  for (const place of PLACES) {
    await roundRoutes(web, place)
    web.get<ByCode>(`${place.path}/:code`, async (request, reply) => {
      const opened = await openResultAlone(request, reply, request.params.code)
      if (!opened) return reply
      if (!(await may(request, opened, place.action)))
        return redirect(reply, doneHere(request, place, opened) ?? workPath(opened.code, `?chua=${place.action}`))
      if (isOnBlank(opened.view.result)) return redirect(reply, originalPath(opened.code))
      return show(request, reply, place, undefined)
    })
    web.post<ByCode>(`${place.path}/:code`, async (request, reply) => {
      const dossierCode = request.params.code
      const pin = field(formBody(request), 'pin')
      const outcome: Outcome<object> = await attempt(() =>
        undertake(request, place.errand, { dossierCode, ...(pin === '' ? {} : { pin }) }),
      )
      if (!outcome.ok) return show(request, reply, place, outcome)
      if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
      if (isRaising(outcome.result)) {
        const thieu = outcome.result.missing
        return redirect(reply, `${place.path}?${new URLSearchParams({ nang: dossierCode, thieu }).toString()}`)
      }
      const number = 'number' in outcome.result ? `&so=${encodeURIComponent(String(outcome.result.number))}` : ''
      return redirect(reply, `${place.path}?xong=${encodeURIComponent(dossierCode)}${number}`)
    })
  }
  const [, clerks] = PLACES
  web.post<ByCode>(`${clerks.path}/:code/tra-nguoi-ky`, async (request, reply) => {
    const dossierCode = request.params.code
    const reason = field(formBody(request), 'ly-do')
    const outcome = await attempt(() => act(request, returnSigned, { dossierCode, reason }))
    return outcome.ok
      ? redirect(reply, `${clerks.path}?tra=${encodeURIComponent(dossierCode)}`)
      : show(request, reply, clerks, outcome)
  })
}

/** Who comes back after the line was cut while they signed or sealed is told that it is done. */
function doneHere({ actor }: WebRequest, { as, path }: Place, { code, view }: OpenResult): string | undefined {
  const { result, issued } = view
  const done = new URLSearchParams({ xong: code, ...(issued ? { so: issued.numberText } : {}) })
  const isTheirs = actor.kind === 'officer' && actor.accountId === result.signatoryAccountId
  const isDone = as === 'signatory' ? isTheirs && result.state === 'signed' : result.state === 'sealed'
  return isDone ? `${path}?${done.toString()}` : undefined
}

async function show(
  request: WebRequest,
  reply: WebReply,
  place: Place,
  outcome: Outcome<object> | undefined,
): Promise<WebReply> {
  const { code: given } = request.params as { code: string }
  const opened = await openResult(request, given)
  const { dossier, view, code } = opened
  const { words } = place
  const givesBack = (request.query as { 'tra-lai'?: string })['tra-lai'] !== undefined
  const title = `${words.one}: ${nameOf(dossier.dossier.applicant)}`
  const token = formToken(request, reply)
  const pinError =
    outcome && !outcome.ok && OF_THE_PIN.has(outcome.refusal.code) ? refusalText(request, outcome.refusal) : undefined
  const canDo = await may(request, opened, place.action)
  const confirmIn = await appOfKey(request, place.as, view.result.unitId)
  const byToken = await tokenWay(request, reply, place.path, { code, result: view.result, token })
  const canReturn = await may(request, opened, 'returnDraft')
  const left = place.as === 'signatory' && (await hasSignatoryLeft(request, opened)) ? signatoryOf(opened) : undefined
  const canReturnSigned = view.result.state === 'signed' && (await may(request, opened, 'returnStep'))
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    current: place.path,
    narrow: true,
    status: statusOf(request, outcome),
    body: (
      <>
        <ResultHeader
          title={title}
          code={code}
          note={view.result.title}
          backHref={place.path}
          backWords={texts.backToList}
        />
        <PaperDesk
          href={paperPath(code)}
          title={view.result.title}
          sideLabel={words.one}
          side={
            <>
              {pinError === undefined && refusalNotice(request, outcome)}
              <h2>{view.result.title}</h2>
              {view.result.returnReason !== null && <ReturnedNotice result={view.result} />}
              {view.correction && <CorrectionNotice correction={view.correction} old={view.earlier.at(-1)} />}
              <PaperFacts view={view} dossier={dossier} />
              {left !== undefined && (
                <Notice tone="soon" title={texts.changeSignatoryTitle}>
                  {fill(texts.changeSignatoryLead, { name: left })}
                </Notice>
              )}
              {canDo && left === undefined && !byToken.isOnly && (
                <PinForm
                  action={`${place.path}/${encodeURIComponent(code)}`}
                  token={token}
                  label={words.pin}
                  hint={words.hint}
                  submit={words.submit}
                  icon={place.icon}
                  confirmIn={confirmIn}
                  {...(pinError === undefined ? {} : { error: pinError })}
                />
              )}
              {canDo && left === undefined && byToken.form}
              {canReturn && (
                <div id="tra-lai">
                  <ReturnForm
                    code={code}
                    token={token}
                    open={givesBack || left !== undefined}
                    {...(left === undefined ? {} : { reason: fill(texts.changeSignatoryReason, { name: left }) })}
                  />
                </div>
              )}
              {canReturnSigned && (
                <ReturnForm
                  code={code}
                  token={token}
                  open={givesBack}
                  action={`${place.path}/${encodeURIComponent(code)}/tra-nguoi-ky`}
                  title={texts.returnToSignatory}
                  hint={texts.returnToSignatoryHint}
                />
              )}
            </>
          }
        />
      </>
    ),
  })
}
