import { formatDateTime } from '../../platform/dates.ts'
import { Button, EmptyState, HiddenToken, PageTitle, Pagination, Tag } from '../../ui/index.ts'
import type { Inbox, InboxItem } from '../inbox.ts'
import { fillText, inboxTexts as texts } from '../texts.ts'

type Props = { inbox: Inbox; token: string; /** Set when an older page is open. */ isOlder: boolean; now: Date }

/** A citizen's messages. */
export function InboxPage({ inbox, token, isOlder, now }: Props) {
  return (
    <>
      <PageTitle>{texts.title}</PageTitle>
      {inbox.items.length === 0 ? (
        <EmptyState icon="mail" title={texts.none} />
      ) : (
        <>
          {inbox.unread > 0 ? (
            <MarkRead unread={inbox.unread} token={token} now={now} />
          ) : (
            <p class="nhe">{texts.allRead}</p>
          )}
          {inbox.items.map((item) => (
            <Message item={item} key={item.id} />
          ))}
          <Pagination
            label={texts.title}
            nextHref={inbox.nextAfter === null ? undefined : `/thong-bao?sau=${inbox.nextAfter}`}
            previousHref={isOlder ? '/thong-bao' : undefined}
          />
        </>
      )}
    </>
  )
}

function MarkRead({ unread, token, now }: { unread: number; token: string; now: Date }) {
  return (
    <form method="post" action="/thong-bao/da-doc" class="hang">
      <HiddenToken token={token} />
      <input type="hidden" name="upTo" value={now.toISOString()} />
      <span>{fillText(texts.unreadCount, { count: unread })}</span>
      <Button kind="quiet">{texts.markAllRead}</Button>
    </form>
  )
}

function Message({ item }: { item: InboxItem }) {
  return (
    <article class="phong-bi" aria-labelledby={`tin-${item.id}`}>
      <h2 id={`tin-${item.id}`}>
        {item.title} {!item.isRead && <Tag tone="sea">{texts.unread}</Tag>}
      </h2>
      <p>{item.text}</p>
      <p class="hang">
        <a href={item.href}>{item.linkText}</a>
        <span class="nhe nho so">{formatDateTime(item.at)}</span>
      </p>
    </article>
  )
}
