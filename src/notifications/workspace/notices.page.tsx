import { formatDateTime } from '../../platform/dates.ts'
import { Button, EmptyState, HiddenToken, Pagination, Tag } from '../../ui/index.ts'
import type { NoticeItem, OfficerInbox } from '../officers/officer-inbox.ts'
import { noticesTexts as texts } from '../officers/texts.ts'
import { fillText } from '../texts.ts'

type Props = { inbox: OfficerInbox; token: string; /** Set when an older page is open. */ isOlder: boolean; now: Date }

export const NOTICES = '/viec/thong-bao'

/** What an officer was told. */
export function NoticesPage({ inbox, token, isOlder, now }: Props) {
  return (
    <div class="cuon-trang">
      <div class="mot-cot">
        {inbox.items.length === 0 ? (
          <EmptyState icon="bell-ring" title={texts.none}>
            {texts.noneHint}
          </EmptyState>
        ) : (
          <>
            {inbox.unread > 0 ? (
              <form method="post" action={`${NOTICES}/da-doc`} class="hang">
                <HiddenToken token={token} />
                <input type="hidden" name="upTo" value={now.toISOString()} />
                <span>{fillText(texts.unreadCount, { count: inbox.unread })}</span>
                <Button kind="quiet">{texts.markAllRead}</Button>
              </form>
            ) : (
              <p class="nhe">{texts.allRead}</p>
            )}
            {inbox.items.map((item) => (
              <Item item={item} key={item.id} />
            ))}
            <Pagination
              label={texts.title}
              nextHref={inbox.nextAfter === null ? undefined : `${NOTICES}?sau=${inbox.nextAfter}`}
              previousHref={isOlder ? NOTICES : undefined}
            />
          </>
        )}
      </div>
    </div>
  )
}

function Item({ item }: { item: NoticeItem }) {
  return (
    <article class="phong-bi" aria-labelledby={`tin-${item.id}`}>
      <h2 id={`tin-${item.id}`}>
        {item.title} {!item.isRead && <Tag tone="sea">{texts.unread}</Tag>}
      </h2>
      <p>{item.text}</p>
      {item.lines.length > 0 && (
        <ul>
          {item.lines.map(({ code, text, href }, index) => (
            <li key={index}>
              <a class="so" href={href}>
                {code}
              </a>
              : {text}
            </li>
          ))}
        </ul>
      )}
      <p class="hang">
        <a href={item.href}>{item.linkText}</a>
        <span class="nhe nho so">{formatDateTime(item.at)}</span>
      </p>
    </article>
  )
}
