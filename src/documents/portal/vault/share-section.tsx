import { formatDateTime } from '../../../platform/dates.ts'
import {
  Button,
  CopyButton,
  Field,
  HiddenToken,
  Notice,
  Radios,
  Table,
  Tag,
  type ErrorItem,
} from '../../../ui/index.ts'
import type { OwnEntry } from '../../vault/my-vault.ts'
import { MOST_OPENS, SHARE_DAYS, shareState, type VaultShare } from '../../vault/share/share.ts'
import { vaultTexts as words } from './texts.ts'

/** What was typed and is wrong, or the link that was just made. */
export type ShareSent = {
  typed?: { forWhom: string; days: string; mostOpens: string }
  errors?: ErrorItem[]
  madeLink?: string
}

type Props = { own: OwnEntry; token: string; now: Date; sent: ShareSent }

export function ShareSection(props: Props) {
  const { own, sent } = props
  return (
    <section class="muc-con kho-muc" id="chia-se">
      <h2>{words.share}</h2>
      <p>{words.shareHow}</p>
      {sent.madeLink !== undefined && (
        <Notice tone="ok" title={words.made}>
          <p>{words.madeOnce}</p>
          <p>
            <a href={sent.madeLink} class="ma bam">
              {sent.madeLink}
            </a>
          </p>
          <CopyButton text={sent.madeLink} what={words.copy} />
        </Notice>
      )}
      {own.shares.length > 0 && <Shares {...props} />}
      <ShareForm {...props} />
    </section>
  )
}

function Shares({ own: { entry, shares }, token, now }: Props) {
  return (
    <Table
      caption={words.shares}
      rows={shares}
      rowKey={({ id }) => id}
      columns={[
        { title: words.forWhom, rowHeader: true, cell: ({ forWhom }) => forWhom },
        { title: words.shareUntil, cell: ({ expiresAt }) => formatDateTime(expiresAt) },
        { title: words.shareOpens, cell: ({ opens, mostOpens }) => words.opensOf(opens, mostOpens) },
        { title: words.shareState, cell: (share) => <State share={share} now={now} /> },
        {
          title: words.revoke,
          titleHidden: true,
          cell: (share) =>
            shareState(share, now) === 'open' && (
              <form method="post" action={`/giay-to/${entry.id}/chia-se/${share.id}/thu-lai`}>
                <HiddenToken token={token} />
                <Button kind="quiet" icon="x">
                  {words.revoke}
                  <span class="an"> {share.forWhom}</span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  )
}

function State({ share, now }: { share: VaultShare; now: Date }) {
  const state = shareState(share, now)
  return (
    <>
      <Tag tone={state === 'open' ? 'ok' : 'plain'}>{words.shareStates[state]}</Tag>
      {share.passwordHash !== null && <span class="nhe nho"> {words.withPassword}</span>}
    </>
  )
}

function ShareForm({ own: { entry }, token, sent: { typed, errors = [] } }: Props) {
  const error = (name: string) => {
    const found = errors.find(({ field }) => field === name)
    return found ? { error: found.message } : {}
  }
  return (
    <form method="post" action={`/giay-to/${entry.id}/chia-se#chia-se`} class="mot cach">
      <HiddenToken token={token} />
      <Field
        name="cho-ai"
        label={words.forWhom}
        hint={words.forWhomHint}
        maxLength={200}
        value={typed?.forWhom ?? ''}
        {...error('cho-ai')}
      />
      <Radios
        name="so-ngay"
        label={words.days}
        value={typed?.days ?? '7'}
        options={SHARE_DAYS.map((days) => ({ value: String(days), label: words.dayChoices[days] }))}
      />
      <Field
        name="so-lan"
        label={words.mostOpens}
        hint={words.mostOpensHint(MOST_OPENS)}
        inputMode="numeric"
        width="short"
        figures
        value={typed?.mostOpens ?? '3'}
        {...error('so-lan')}
      />
      <Field
        name="mat-khau"
        label={words.password}
        hint={words.passwordHint}
        type="password"
        autoComplete="new-password"
        width="medium"
        {...error('mat-khau')}
      />
      <Button kind="secondary">{words.shareButton}</Button>
    </form>
  )
}
