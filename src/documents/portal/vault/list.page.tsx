import { formatDate } from '../../../platform/dates.ts'
import { ButtonLink, Button, EmptyState, Field, Icon, PageTitle, Tag } from '../../../ui/index.ts'
import type { VaultStatus } from '../../vault/entry.ts'
import type { ListedEntry } from '../../vault/my-vault.ts'
import { statusTones, statusWords } from '../../vault/texts.ts'
import { vaultTexts as words } from './texts.ts'

type Props = {
  entries: ListedEntry[]
  counts: Partial<Record<VaultStatus, number>>
  total: number
  notFiledAgain: number
  words: string
  status: VaultStatus | undefined
}

const SHOWN: readonly VaultStatus[] = ['in-force', 'expired', 'replaced', 'revoked', 'not-yet']

/** A person's papers as cards, the ones that may be used first. */
export function VaultPage(props: Props) {
  const { entries, total, notFiledAgain } = props
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <p class="dan">
        {words.lead} <b>{words.leadEnd}</b>.
      </p>
      {notFiledAgain > 0 && (
        <p>
          <Tag tone="ok" long>
            {words.notFiledAgain(notFiledAgain)}
          </Tag>
        </p>
      )}
      {total > 0 && <Filters {...props} />}
      <h2 class="an">{words.list}</h2>
      {entries.length === 0 && (
        <EmptyState
          icon="folder-search"
          title={total === 0 ? words.none : words.nothingFound}
          action={total === 0 ? undefined : <ButtonLink href="/giay-to">{words.all}</ButtonLink>}
        >
          {total === 0 ? words.noneHint : words.nothingFoundHint}
        </EmptyState>
      )}
      <div class="kho">
        {entries.map((entry) => (
          <Card entry={entry} key={entry.id} />
        ))}
        <div class="them">
          <h3>{words.missing}</h3>
          <p>{words.missingHow}</p>
          <ButtonLink kind="secondary" href="/ho-tro">
            {words.missingLink}
          </ButtonLink>
        </div>
      </div>
      <p class="cach">
        <a href="/giay-to/ai-da-xem">
          <Icon name="history" /> {words.whoSaw}
        </a>
        <br />
        <span class="nhe">{words.whoSawHint}</span>
      </p>
    </>
  )
}

function Filters({ counts, total, status, words: typed }: Props) {
  const address = (one?: VaultStatus) => {
    const query = new URLSearchParams({ ...(typed ? { q: typed } : {}), ...(one ? { loc: one } : {}) }).toString()
    return query === '' ? '/giay-to' : `/giay-to?${query}`
  }
  return (
    <>
      <form method="get" action="/giay-to" role="search" class="hang">
        <Field name="q" label={words.search} value={typed} />
        {status && <input type="hidden" name="loc" value={status} />}
        <Button kind="secondary" icon="search">
          {words.searchButton}
        </Button>
      </form>
      <nav class="kho-loc" aria-label={words.filter}>
        <a href={address()} aria-current={status === undefined ? 'true' : undefined}>
          {words.all} ({total})
        </a>
        {SHOWN.flatMap((one) => {
          const count = counts[one] ?? 0
          if (count === 0) return []
          return [
            <a href={address(one)} aria-current={status === one ? 'true' : undefined} key={one}>
              {statusWords[one]} ({count})
            </a>,
          ]
        })}
      </nav>
    </>
  )
}

function Card({ entry }: { entry: ListedEntry }) {
  const {
    id,
    title,
    about,
    number,
    issuer,
    issuedOn,
    source,
    sourceCode,
    status,
    validUntil,
    timesUsed,
    organisation,
  } = entry
  return (
    <article class="gt" aria-labelledby={`gt-${id}`}>
      <div class="tren">
        <h3 id={`gt-${id}`}>{title}</h3>
        <span class="dau-o" aria-hidden="true">
          <Icon name={entry.proof === 'issued-here' ? 'stamp' : 'file-check'} />
        </span>
        {about !== null && <p class="nhe">{about}</p>}
        <dl>
          {organisation !== null && (
            <div>
              <dt>{words.organisation}</dt>
              <dd>{organisation}</dd>
            </div>
          )}
          {number !== null && (
            <div>
              <dt>{words.number}</dt>
              <dd class="ma">{number}</dd>
            </div>
          )}
          {issuer !== null && (
            <div>
              <dt>{words.issuer}</dt>
              <dd>{issuer}</dd>
            </div>
          )}
          {issuedOn !== null && (
            <div>
              <dt>{words.issuedOn}</dt>
              <dd class="so">{formatDate(issuedOn)}</dd>
            </div>
          )}
          <div>
            <dt>{source.startsWith('paper:') ? words.fromCopy : words.fromDossier}</dt>
            <dd class="ma">{sourceCode}</dd>
          </div>
        </dl>
        <Tag tone={statusTones[status]}>
          {status === 'expired' && validUntil !== null
            ? `${statusWords.expired} ${formatDate(validUntil)}`
            : statusWords[status]}
        </Tag>
      </div>
      <div class="duoi">
        <a href={`/giay-to/${id}`}>
          {words.open}
          <span class="an"> {title}</span>
        </a>
        <span>{words.used(timesUsed)}</span>
      </div>
    </article>
  )
}
