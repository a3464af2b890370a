import { formatDateTime } from '../../../platform/dates.ts'
import { Button, Details, HiddenToken, SummaryList, TextArea, type ErrorItem } from '../../../ui/index.ts'
import type { OwnEntry } from '../../vault/my-vault.ts'
import { vaultTexts as words } from './texts.ts'

export type DisputeSent = { typed?: string; errors?: ErrorItem[] }

/** What the owner said is wrong, with the answers; or the form to say it. */
export function DisputeSection({ own, token, sent }: { own: OwnEntry; token: string; sent: DisputeSent }) {
  const { entry, keeperName, disputes } = own
  const isOpen = disputes.some(({ answeredAt }) => answeredAt === null)
  return (
    <section class="muc-con kho-muc" id="bao-sai">
      <h2>{words.dispute}</h2>
      {disputes.map((one) => (
        <SummaryList
          boxed
          key={one.id}
          rows={[
            { label: `${words.youSaid}, ${formatDateTime(one.createdAt)}`, value: one.words },
            ...(one.answeredAt === null || one.outcome === null
              ? [{ label: words.disputed, value: keeperName }]
              : [
                  {
                    label: `${words.answered(one.answeredByName ?? '')}, ${formatDateTime(one.answeredAt)}`,
                    value: (
                      <>
                        <b>{words.outcomes[one.outcome]}.</b> {one.answer}
                      </>
                    ),
                  },
                ]),
          ]}
        />
      ))}
      {!isOpen && (
        <Details summary={words.dispute} open={sent.typed !== undefined}>
          <form method="post" action={`/giay-to/${entry.id}/bao-sai#bao-sai`} class="mot">
            <HiddenToken token={token} />
            <p>{words.disputeHow(keeperName)}</p>
            <TextArea
              name="sai"
              label={words.disputeWords}
              hint={words.disputeHint}
              rows={4}
              maxLength={2_000}
              value={sent.typed ?? ''}
              {...(sent.errors?.[0] ? { error: sent.errors[0].message } : {})}
            />
            <Button kind="secondary">{words.disputeButton}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}
