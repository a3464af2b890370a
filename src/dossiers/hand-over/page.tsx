import {
  Actions,
  Button,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  HiddenToken,
  OutcomeList,
  Select,
  Tag,
  TextArea,
  type ErrorItem,
} from '../../ui/index.ts'
import { addDays, formatDate, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { refusalSentence as fill, type Reason } from '../../platform/refusal.ts'
import type { BulkResult } from '../bulk/bulk.ts'
import { handlingWords } from '../texts.ts'
import { workPath } from '../work-path.ts'
import type { HandOver, HandOverDossier, HandOvers } from './list-hand-overs.ts'
import { handOverTexts as t } from './texts.ts'

export const HAND_OVER = '/ban-giao'

export type HandOverForm = { from: string; codes: string[]; to: string[]; note: string }
type Props = HandOvers & {
  today: LegalDate
  now: Date
  token: string
  chosen: string | undefined
  words(reason: Reason): string
  /** The form that was sent and could not be done. */
  sent?: { form: HandOverForm; errors: ErrorItem[] }
  result?: BulkResult
}

/** One form for each person whose dossiers have to go to others. */
export function HandOverPage(props: Props) {
  const { handOvers, holders, chosen, result, sent } = props
  return (
    <div class="cuon-trang">
      <div class="mot-cot">
        {result && <Outcome result={result} />}
        <ErrorSummary errors={sent?.errors ?? []} />
        <p>{t.lead}</p>
        {handOvers.length === 0 && (
          <EmptyState icon="circle-check-big" title={t.nothing}>
            {t.nothingHint}
          </EmptyState>
        )}
        {handOvers.map((one) => (
          <Person handOver={one} page={props} key={one.person.accountId} />
        ))}
        {holders.length > 0 && (
          <section>
            <h2 class="cach">{t.other}</h2>
            <p class="nhe">{t.otherLead}</p>
            <form method="get" action={HAND_OVER}>
              <Select
                name="nguoi"
                label={t.person}
                width="medium"
                {...(chosen === undefined ? {} : { value: chosen })}
                options={holders.map(({ accountId, fullName, count }) => ({
                  value: accountId,
                  label: fill(t.personCount, { name: fullName, count }),
                }))}
              />
              <Actions>
                <Button kind="secondary">{t.show}</Button>
              </Actions>
            </form>
          </section>
        )}
      </div>
    </div>
  )
}

function Outcome({ result: { done, outcomes } }: { result: BulkResult }) {
  return (
    <OutcomeList
      rows={outcomes.map(({ dossierCode, done: ok, refusal }) => ({
        code: dossierCode,
        href: workPath(dossierCode),
        ok,
        words: refusal?.title ?? '',
      }))}
      caption={t.outcome}
      summary={fill(t.done, { done, all: outcomes.length })}
      titles={{ code: t.code, outcome: t.outcome, done: t.handedOver, refused: t.kept }}
    />
  )
}

function Person({ handOver: { person, leaving, dossiers }, page }: { handOver: HandOver; page: Props }) {
  const { candidates, token, chosen, words } = page
  const sent = page.sent?.form.from === person.accountId ? page.sent : undefined
  const movable = dossiers.filter(({ reason }) => reason === null)
  const stuck = dossiers.filter(({ reason }) => reason !== null)
  const others = candidates.filter(({ accountId }) => accountId !== person.accountId)
  const [codesName, toName] = [`ho-so-${person.accountId}`, `nhan-${person.accountId}`]
  const at = (name: string) => {
    const error = sent?.errors.find(({ field }) => field === name)?.message
    return error === undefined ? {} : { error }
  }
  return (
    <section>
      <h2>
        {person.fullName} <span class="so nhe">{dossiers.length}</span>
      </h2>
      <p>
        {person.position !== '' && `${person.position}. `}
        <Standing leaving={leaving} today={page.today} />
      </p>
      {movable.length > 0 && others.length === 0 && <p>{t.nobody}</p>}
      {movable.length > 0 && others.length > 0 && (
        <form method="post" action={chosen === undefined ? HAND_OVER : `${HAND_OVER}?nguoi=${chosen}`}>
          <HiddenToken token={token} />
          <input type="hidden" name="nguoi-giao" value={person.accountId} />
          <Checkboxes
            name={codesName}
            label={t.choose}
            values={sent ? sent.form.codes : movable.map(({ code }) => code)}
            options={movable.map((dossier) => ({
              value: dossier.code,
              label: <DossierLabel dossier={dossier} now={page.now} />,
              hint: dossier.procedureName,
            }))}
            {...at(codesName)}
          />
          <Checkboxes
            name={toName}
            label={t.to}
            {...(others.length > 1 ? { hint: t.toHint } : {})}
            values={sent?.form.to ?? []}
            options={others.map(({ accountId, fullName, position }) => ({
              value: accountId,
              label: fullName,
              hint: position,
            }))}
            {...at(toName)}
          />
          <TextArea
            name="loi-dan"
            id={`loi-dan-${person.accountId}`}
            label={t.note}
            optional
            rows={2}
            maxLength={500}
            value={sent?.form.note ?? ''}
          />
          <Actions>
            <Button icon="user-check">{t.submit}</Button>
          </Actions>
        </form>
      )}
      {stuck.length > 0 && (
        <>
          <h3>{t.notNow}</h3>
          <p class="nhe">{t.notNowHint}</p>
          <ul>
            {stuck.map((dossier) => (
              <li key={dossier.id}>
                <DossierLabel dossier={dossier} now={page.now} />: {dossier.reason && words(dossier.reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Standing({ leaving, today }: { leaving: HandOver['leaving']; today: LegalDate }) {
  if (leaving === null) return <Tag>{t.stays}</Tag>
  if (leaving.isClosed) return <Tag tone="late-soft">{t.closed}</Tag>
  const { lastDay } = leaving
  if (lastDay === null) return null
  return lastDay < today ? (
    <Tag tone="late-soft">{fill(t.left, { day: formatDate(addDays(lastDay, 1)) })}</Tag>
  ) : (
    <Tag tone="soon">{fill(t.leaving, { day: formatDate(lastDay) })}</Tag>
  )
}

function DossierLabel({ dossier, now }: { dossier: HandOverDossier; now: Date }) {
  const { code, applicantName, dueAt, handling } = dossier
  const due = dueAt ? formatDate(vietnamDate(dueAt)) : t.none
  return (
    <>
      <a class="ma" href={`/lam/${encodeURIComponent(code)}`}>
        {code}
      </a>{' '}
      {applicantName}, {handlingWords[handling].toLocaleLowerCase('vi')}. {t.due}:{' '}
      {dueAt && dueAt < now ? <Tag tone="late-soft">{due}</Tag> : <span class="so">{due}</span>}
    </>
  )
}
