import { simulatorPage } from '../../platform/operations/simulator-page.tsx'
import { vietnamTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { PhoneOwner, PhoneRequest } from './phones.ts'
import { APP_NAMES, phoneTexts as t } from './texts.ts'

/** What is not typed into is asked for anew: a request appears by itself. */
const REFRESH_SECONDS = 3

export const PHONES_PATH = '/dien-thoai'
export const phonePath = ({ service, personalId }: Pick<PhoneOwner, 'service' | 'personalId'>): string =>
  `${PHONES_PATH}/${service}/${personalId}`

const Mark = () => (
  <p>
    <span class="nhan">{t.simulated}</span>
  </p>
)

export function phonesPage(owners: readonly PhoneOwner[]): string {
  return simulatorPage(
    t.people,
    <>
      <Mark />
      <h1>{t.people}</h1>
      <p>{owners.length === 0 ? t.nobody : t.peopleLead}</p>
      <ul>
        {owners.map((owner) => (
          <li key={phonePath(owner)}>
            <a href={phonePath(owner)}>{fill(t.title, { app: APP_NAMES[owner.service], name: owner.fullName })}</a>
          </li>
        ))}
      </ul>
    </>,
  )
}

type Said = { tone: 'ok' | 'problem'; words: string }

export function phonePage(owner: PhoneOwner, requests: readonly PhoneRequest[], said?: Said): string {
  const title = fill(t.title, { app: APP_NAMES[owner.service], name: owner.fullName })
  return simulatorPage(
    title,
    <>
      <Mark />
      <h1>{title}</h1>
      {said && (
        <p class={said.tone === 'problem' ? 'loi' : undefined} role={said.tone === 'problem' ? 'alert' : 'status'}>
          {said.words}
        </p>
      )}
      {requests.length === 0 ? <p>{t.nothing}</p> : <h2>{t.waiting}</h2>}
      {requests.map((request) => (
        <RequestForm owner={owner} request={request} key={request.id} />
      ))}
      <p />
      <p>
        <a href={PHONES_PATH}>{t.back}</a>
      </p>
    </>,
    requests.length === 0 ? REFRESH_SECONDS : undefined,
  )
}

function RequestForm({ owner, request }: { owner: PhoneOwner; request: PhoneRequest }) {
  const { id, title, documents, expiresAt } = request
  return (
    <form method="post" action={`${phonePath(owner)}/${encodeURIComponent(id)}`}>
      <p>
        <b>{title}</b>
        <br />
        {fill(t.until, { time: vietnamTime(expiresAt) })}
      </p>
      <p>{t.documents}</p>
      <ul>
        {documents.map(({ code, title: name }) => (
          <li key={code}>
            {code} {name !== title && name}
          </li>
        ))}
      </ul>
      <label for={`pin-${id}`}>{t.pin}</label>
      <input id={`pin-${id}`} name="pin" type={'password' as 'text'} inputmode="numeric" autocomplete="off" />
      <button type="submit" name="tra-loi" value="xac-nhan">
        {t.confirm}
      </button>
      <button type="submit" name="tra-loi" value="tu-choi">
        {t.decline}
      </button>
    </form>
  )
}

export const missingPage = (): string =>
  simulatorPage(
    t.missing,
    <>
      <Mark />
      <h1>{t.missing}</h1>
      <p>
        <a href={PHONES_PATH}>{t.people}</a>
      </p>
    </>,
  )
