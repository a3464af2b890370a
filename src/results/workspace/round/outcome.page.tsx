import { formatDateTime } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { formToken, sitePage, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { workPath, type BulkResult } from '../../../dossiers/index.ts'
import { confirmationPath } from '../../../signing/index.ts'
import { BackLink, OutcomeList } from '../../../ui/index.ts'
import type { RoundPaper } from '../../round/list-round.ts'
import { CHOSEN } from '../bulk-outcome.tsx'
import { PinForm } from '../pin-form.tsx'
import type { Place } from '../places.ts'
import { texts as common } from '../texts.ts'
import { roundTexts as texts } from './texts.ts'

type Signed = { result: BulkResult; before: readonly RoundPaper[]; asked: readonly string[] }

/** After one authorisation: what became of each paper, why not of the others, and the failed ones once more. */
export function roundOutcomePage(
  request: WebRequest,
  reply: WebReply,
  place: Place,
  { result: { done, outcomes }, before, asked }: Signed,
): Promise<WebReply> {
  const nameOf = (code: string) => before.find(({ item }) => item.code === code)?.item.applicantName ?? ''
  const waits = outcomes.flatMap((one) => one.waits ?? [])
  const failed = outcomes.filter(({ done: isDone, waits: waiting, raises }) => !isDone && !waiting && !raises)
  // What is somewhere else by now is not signed again from here.
  const codes = new Set(failed.flatMap(({ dossierCode }) => (nameOf(dossierCode) === '' ? [] : [dossierCode])))
  const again = asked.filter((value) => codes.has(value.split(' ')[0] ?? ''))
  const [first] = waits
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.outcome,
    current: place.path,
    body: (
      <div class="cuon-trang">
        <BackLink href={place.path}>{texts.backToRound}</BackLink>
        <OutcomeList
          rows={outcomes.map(({ dossierCode, done: ok, refusal, waits: waiting }) => ({
            name: nameOf(dossierCode),
            code: dossierCode,
            href: workPath(dossierCode),
            ok: ok || waiting !== undefined,
            words: refusal?.title ?? (waiting ? texts.waitsWords : texts.doneWords[place.path]),
          }))}
          caption={texts.outcome}
          summary={
            first
              ? fill(texts.outcomeWaiting, { n: waits.length, until: formatDateTime(first.expiresAt) })
              : fill(texts.outcomeSome, { done, refused: failed.length })
          }
          titles={{
            name: common.applicantName,
            code: common.code,
            outcome: texts.outcome,
            done: texts.done,
            refused: texts.refused,
          }}
        />
        {first && (
          <p>
            <a href={confirmationPath(first.confirmationId)}>{texts.toConfirmation}</a>
          </p>
        )}
        {again.length > 0 && (
          <div class="mot-cot ky-lai">
            <PinForm
              action={place.path}
              token={formToken(request, reply)}
              label={place.words.pin}
              hint={place.words.hint}
              submit={fill(texts.retry, { n: again.length })}
              icon={place.icon}
              more={again.map((value) => (
                <input type="hidden" name={CHOSEN} value={value} key={value} />
              ))}
            />
          </div>
        )}
      </div>
    ),
  })
}
