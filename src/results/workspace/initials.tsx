import {
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
import { nameOf, processOf, workPath } from '../../dossiers/index.ts'
import { confirmationPath, isWaiting, ownKeyOf } from '../../signing/index.ts'
import { ButtonLink, Notice, Radios } from '../../ui/index.ts'
import { demandsInitials, INITIALS_PLACES, whyNotInitial, type InitialsPlace } from '../initials/initials.ts'
import { signInitials } from '../initials/sign-initials.ts'
import { initialsTexts as t, placeWords } from '../initials/texts.ts'
import { appOfKey } from './app-of-key.ts'
import { OF_THE_PIN, PaperDesk, ResultHeader, paperPath, refusalNotice, statusOf } from './frame.tsx'
import { openResultAlone } from './open-result.ts'
import { PaperFacts } from './paper-facts.tsx'
import { PinForm } from './pin-form.tsx'
import { texts } from './texts.ts'

type ByCode = { Params: { code: string } }
const PLACE = 'cho-dat'
export const initialsPath = (code: string) => workPath(code, '/ky-nhay')

/** ký nháy: the specialist signs the very draft they handed up. */
export async function initialsRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/lam/:code/ky-nhay', async (request, reply) => show(request, reply, 'end', undefined))
  web.post<ByCode>('/lam/:code/ky-nhay', async (request, reply) => {
    const dossierCode = request.params.code
    const form = formBody(request)
    const place = INITIALS_PLACES.find((one) => one === field(form, PLACE)) ?? 'end'
    const pin = field(form, 'pin')
    const asked = { dossierCode, place, ...(pin === '' ? {} : { pin }) }
    const outcome = await attempt(() => undertake(request, signInitials, asked))
    if (!outcome.ok) return show(request, reply, place, outcome)
    if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    return redirect(reply, workPath(dossierCode, '?xong=signInitials'))
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  place: InitialsPlace,
  outcome: Outcome<unknown> | undefined,
): Promise<WebReply> {
  const opened = await openResultAlone(request, reply, (request.params as { code: string }).code)
  if (!opened) return reply
  const { dossier, view, code } = opened
  const { app } = request.server
  const accountId = request.actor.kind === 'officer' ? request.actor.accountId : ''
  const whyNot = whyNotInitial(view.result, view.files, accountId)
  if (whyNot && !outcome) return redirect(reply, workPath(code))
  const own = await ownKeyOf(app, request.actor)
  const isDemanded = demandsInitials(await processOf(app.db, dossier.dossier.processId))
  const pinError =
    outcome && !outcome.ok && OF_THE_PIN.has(outcome.refusal.code) ? refusalText(request, outcome.refusal) : undefined
  const title = `${t.title}: ${nameOf(dossier.dossier.applicant)}`
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
          sideLabel={t.title}
          side={
            <>
              {pinError === undefined && refusalNotice(request, outcome)}
              <h2>{view.result.title}</h2>
              <p>{t.lead}</p>
              {isDemanded && <Notice tone="info">{t.demanded}</Notice>}
              <PaperFacts view={view} dossier={dossier} />
              {whyNot === undefined && own === 'none' && <Notice tone="soon">{t.noKey}</Notice>}
              {whyNot === undefined && own !== 'none' && (
                <PinForm
                  action={initialsPath(code)}
                  token={formToken(request, reply)}
                  label={t.pin}
                  hint={t.pinHint}
                  submit={t.submit}
                  icon="pen-line"
                  confirmIn={await appOfKey(request, 'signatory', view.result.unitId)}
                  more={
                    <Radios
                      name={PLACE}
                      label={t.place}
                      value={place}
                      options={INITIALS_PLACES.map((value) => ({ value, label: placeWords[value] }))}
                    />
                  }
                  {...(pinError === undefined ? {} : { error: pinError })}
                />
              )}
              <ButtonLink kind="quiet" href={workPath(code)} block>
                {t.later}
              </ButtonLink>
            </>
          }
        />
      </>
    ),
  })
}
