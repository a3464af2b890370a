import type { Role } from '../../platform/actor.ts'
import type { Handling, Queue } from '../../dossiers/index.ts'
import type { BulkTask } from '../../dossiers/workspace/bulk-task.ts'
import { EmptyState, HiddenToken, KeyBar, Pagination, Tabs, classNames, type Tab } from '../../ui/index.ts'
import type { VNode } from 'preact'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { groupRows, type Group } from './groups.ts'
import { QueueRow, type DossierRow } from './row.tsx'
import { queueTexts as texts, roleQueues } from './texts.ts'

/** Addresses of the lists: `/viec?loc=…`. */
export const LISTS = {
  'tat-ca': 'all',
  'can-lam-ngay': 'urgent',
  'sap-den-han': 'soon',
  'trinh-duoc': 'ready',
  'vua-bo-sung': 'supplied',
  'cho-bo-sung': 'waiting',
  'qua-han': 'urgent',
  'ca-phong': 'unit',
  'chua-ai-nhan': 'pool',
} as const
export type ListName = keyof typeof LISTS

type Props = {
  list: ListName
  /** Set when the officer holds several roles and looks at one of them. */
  role: Role | undefined
  roles: readonly Role[]
  counts: Queue['counts']
  rows: readonly DossierRow[]
  next: string | null
  now: Date
  preview: VNode | null
  /** What can be done to several of the rows at once. */
  tasks: readonly BulkTask[]
  token: string
}

/** The officer's work, most urgent first, with the dossier under the cursor beside it. */
export function QueuePage({ list, role, roles, counts, rows, next, now, preview, tasks, token }: Props) {
  return (
    <>
      <Tabs
        label={texts.tabs}
        tabs={tabsOf(list, role, roles, counts)}
        after={roles.length > 1 && <RoleLinks roles={roles} role={role} list={list} />}
      />
      <div class="hai-cot">
        <div class="bang" tabindex={0} role="region" aria-label={texts.list} data-queue>
          {rows.length === 0 ? (
            <EmptyState icon="circle-check-big" title={texts.empty}>
              {texts.emptyHint}
            </EmptyState>
          ) : (
            <form method="post" action="/viec/nhieu">
              <HiddenToken token={token} />
              <QueueTable
                groups={groupRows(rows)}
                now={now}
                isMore={next !== null}
                counts={list === 'tat-ca' ? counts : undefined}
                tickable={new Set(tasks.flatMap(({ states }) => states))}
              />
              {tasks.length > 0 && <BulkBar tasks={tasks} />}
            </form>
          )}
          {next !== null && <Pagination nextHref={address(list, role, next)} summary={texts.more} />}
        </div>
        <aside class="xem" aria-label={texts.preview} data-preview-pane>
          {preview ?? (
            <EmptyState title={texts.choose} icon="inbox">
              {texts.chooseHint}
            </EmptyState>
          )}
        </aside>
      </div>
      <QueueKeys />
    </>
  )
}

export function QueueKeys() {
  return (
    <KeyBar
      hints={[
        { keys: ['ArrowUp', 'ArrowDown'], does: texts.keyMove },
        { keys: ['Enter'], does: texts.keyOpen },
        { keys: ['/'], does: texts.keySearch },
      ]}
      last={{ keys: ['?'], does: texts.keyAll }}
    />
  )
}

type TableProps = {
  groups: readonly Group[]
  now: Date
  isMore: boolean
  counts?: Queue['counts'] | undefined
  /** States whose rows can be ticked. */
  tickable?: ReadonlySet<Handling>
}

/** The rows under the headings of their groups; a group cut off by the page says so by its count from the whole queue. */
export function QueueTable({ groups, now, isMore, counts, tickable }: TableProps) {
  const first = groups[0]?.rows[0]
  return (
    <table class="viec-bang">
      <caption class="an">{texts.list}</caption>
      <colgroup>
        {['h', 'm', 'n', 't', 'd', 'g'].map((name) => (
          <col class={`q-${name}`} key={name} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {[texts.due, texts.code, texts.applicant, texts.procedure, texts.where, texts.note].map((title) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group, index) => (
        <tbody key={group.key}>
          <tr class={classNames('nh', group.isLate && 'q')}>
            <th colspan={6} scope="rowgroup">
              {group.title} <span class="so">{countOf(group, isMore && index === groups.length - 1, counts)}</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <QueueRow
              row={row}
              now={now}
              isCurrent={row === first}
              canTick={tickable?.has(row.handling) ?? false}
              key={row.id}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function countOf(group: Group, isCut: boolean, counts: Queue['counts'] | undefined): string {
  const shown = group.rows.length
  const known = counts && { overdue: counts.overdue, today: counts.today, soon: counts.soon }[group.key as 'overdue']
  if (!isCut) return shown.toLocaleString('vi-VN')
  return known === undefined ? `${shown.toLocaleString('vi-VN')}+` : known.toLocaleString('vi-VN')
}

function tabsOf(list: ListName, role: Role | undefined, roles: readonly Role[], counts: Queue['counts']): Tab[] {
  const urgent = counts.overdue + counts.today
  const tab = (name: ListName, label: string, count: number): Tab => ({
    href: address(name, role),
    label,
    count,
    current: list === name || (list === 'qua-han' && name === 'can-lam-ngay'),
  })
  return [
    tab('tat-ca', texts.all, counts.total),
    { ...tab('can-lam-ngay', texts.urgent, urgent), ...(urgent > 0 ? { tone: 'late' as const } : {}) },
    { ...tab('sap-den-han', texts.soon, counts.soon), ...(counts.soon > 0 ? { tone: 'soon' as const } : {}) },
    tab('trinh-duoc', texts.ready, counts.ready),
    tab('vua-bo-sung', texts.supplied, counts.supplied),
    tab('cho-bo-sung', texts.waiting, counts.waiting),
    ...(roles.includes('specialist') ? [poolTab(list, role)] : []),
  ]
}

/** What may be taken is not the officer's yet, so it has no count among theirs. */
function poolTab(list: ListName, role: Role | undefined): Tab {
  return { href: address('chua-ai-nhan', role), label: texts.pool, current: list === 'chua-ai-nhan' }
}

function RoleLinks({ roles, role, list }: { roles: readonly Role[]; role: Role | undefined; list: ListName }) {
  return (
    <nav class="vai" aria-label={texts.roles}>
      {[undefined, ...roles].map((one) => (
        <a href={address(list, one)} aria-current={one === role ? 'true' : undefined} key={one ?? 'all'}>
          {one === undefined ? texts.all : (roleQueues[one] ?? one)}
        </a>
      ))}
    </nav>
  )
}

export function address(list: ListName, role: Role | undefined, after?: string): string {
  const asked = { loc: list === 'tat-ca' ? undefined : list, vai: role, sau: after }
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return search.size === 0 ? '/viec' : `/viec?${search.toString()}`
}
