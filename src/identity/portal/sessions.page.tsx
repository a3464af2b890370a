import { Breadcrumbs, Button, EmptyState, HiddenToken, PageTitle, Table, Tag } from '../../ui/index.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { describeDevice } from '../describe-device.ts'
import type { Session } from '../session.ts'
import { accountTexts as t } from '../texts.ts'

type Props = {
  token: string
  sessions: readonly Session[]
  /** The one this page is seen in; null when looking at somebody else's. */
  currentId: string | null
  /** Where the buttons post: `phien` names a session, without it all (others). */
  action: string
}

/** Where somebody is signed in, with a button to end each. */
export function SessionTable({ token, sessions, currentId, action }: Props) {
  const others = sessions.filter(({ id }) => id !== currentId)
  const device = (session: Session) => describeDevice(session.device) ?? t.unknownDevice
  return (
    <>
      <Table
        caption={t.sessionsTitle}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="log-in" title={t.noSession} />}
        columns={[
          { title: t.device, rowHeader: true, cell: device },
          { title: t.address, kind: 'code', cell: ({ address }) => address },
          { title: t.openedAt, cell: ({ openedAt }) => <span class="so">{formatDateTime(openedAt)}</span> },
          { title: t.lastSeenAt, cell: ({ lastSeenAt }) => <span class="so">{formatDateTime(lastSeenAt)}</span> },
          {
            title: t.actionColumn,
            cell: (session) =>
              session.id === currentId ? (
                <Tag tone="ok">{t.thisSession}</Tag>
              ) : (
                <form method="post" action={action}>
                  <HiddenToken token={token} />
                  <Button kind="secondary" name="phien" value={session.id}>
                    {t.endOne}
                    <span class="an"> {t.endOneOf(device(session), formatDateTime(session.openedAt))}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {others.length > 0 && (
        <form method="post" action={action}>
          <HiddenToken token={token} />
          <Button kind="danger">{currentId === null ? t.endAll : t.endOthers}</Button>
        </form>
      )}
    </>
  )
}

/** For officers the frame of their site shows the title. */
export function SessionsPage({ lead, isOfficer, ...table }: Props & { lead: string; isOfficer: boolean }) {
  return (
    <div class={isOfficer ? 'cuon-trang' : undefined}>
      {!isOfficer && (
        <>
          <Breadcrumbs
            items={[{ label: t.home, href: '/' }, { label: t.title, href: '/tai-khoan' }, { label: t.sessionsTitle }]}
          />
          <PageTitle>{t.sessionsTitle}</PageTitle>
        </>
      )}
      <p>{lead}</p>
      <SessionTable {...table} />
    </div>
  )
}
