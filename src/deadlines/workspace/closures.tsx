import { formatDate } from '../../platform/dates.ts'
import { Actions, Button, Details, Field, HiddenToken, Panel, Radios, Table, Tag } from '../../ui/index.ts'
import type { YearCalendar } from '../list-calendar.ts'
import { calendarTexts as texts } from './texts.ts'

type Row = YearCalendar['closures'][number]
type TableProps = { closures: readonly Row[]; address: string; token: string; mayClose: boolean }

/** Orders that close the office, those withdrawn too. */
export function ClosureTable({ closures, address, token, mayClose }: TableProps) {
  return (
    <Table
      caption={texts.closures}
      captionHidden
      rows={closures}
      rowKey={({ id }) => id}
      empty={<p>{texts.noClosures}</p>}
      columns={[
        { title: texts.order, rowHeader: true, cell: ({ order }) => order },
        { title: texts.scope, cell: ({ unitName }) => unitName ?? texts.wholeProvince },
        { title: texts.period, cell: (row) => <Period row={row} /> },
        { title: texts.reason, cell: ({ reason }) => reason },
        {
          title: texts.state,
          cell: ({ withdrawnReason }) =>
            withdrawnReason === null ? <Tag tone="ok">{texts.inForce}</Tag> : texts.withdrawn(withdrawnReason),
        },
        ...(mayClose
          ? [{ title: texts.act, cell: (row: Row) => <Withdraw row={row} address={address} token={token} /> }]
          : []),
      ]}
    />
  )
}

function Period({ row: { from, to, part } }: { row: Row }) {
  const days = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
  return (
    <>
      <span class="so">{days}</span>, {texts.parts[part]}
    </>
  )
}

function Withdraw({ row: { id, order, withdrawnAt }, address, token }: { row: Row; address: string; token: string }) {
  if (withdrawnAt !== null) return null
  return (
    <Details summary={texts.withdraw}>
      <form method="post" action={address.replace('?', `/${id}/bo?`)} aria-label={`${texts.withdraw} ${order}`}>
        <HiddenToken token={token} />
        <Field name="ly-do" id={`ly-do-${id}`} label={texts.withdrawReason} maxLength={500} required />
        <Button kind="danger">{texts.withdraw}</Button>
      </form>
    </Details>
  )
}

export type Typed = Partial<Record<'from' | 'to' | 'part' | 'order' | 'reason', string>>
type FormProps = { address: string; scope: string; token: string; typed: Typed }

/** Enters an order for the body whose calendar is shown. */
export function CloseForm({ address, scope, token, typed }: FormProps) {
  const value = (name: keyof Typed) => (typed[name] === undefined ? {} : { value: typed[name] })
  return (
    <Panel title={texts.closeTitle}>
      <p>{texts.closeLead}</p>
      <p>
        <b>{texts.closeScope(scope)}</b>
      </p>
      <form method="post" action={address}>
        <HiddenToken token={token} />
        <Field
          name="order"
          label={texts.order}
          hint={texts.orderHint}
          width="medium"
          maxLength={100}
          required
          {...value('order')}
        />
        <Field
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          maxLength={500}
          required
          {...value('reason')}
        />
        <Field name="from" label={texts.from} type="date" width="short" figures required {...value('from')} />
        <Field name="to" label={texts.to} type="date" width="short" figures required {...value('to')} />
        <Radios
          name="part"
          label={texts.part}
          inline
          value={typed.part ?? 'day'}
          options={[
            { value: 'day', label: texts.whole },
            { value: 'morning', label: texts.morning },
            { value: 'afternoon', label: texts.afternoon },
          ]}
        />
        <Actions>
          <Button icon="lock">{texts.close}</Button>
        </Actions>
      </form>
    </Panel>
  )
}
