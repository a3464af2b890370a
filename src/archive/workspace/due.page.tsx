import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { Button, EmptyState, ErrorSummary, HiddenFields, HiddenToken, Table, Tabs, Tag } from '../../ui/index.ts'
import type { ErrorItem } from '../../ui/index.ts'
import type { DueList, DuePaper } from '../due-papers.ts'
import type { ListedPackage } from '../get-package.ts'
import { packageCode } from '../package.ts'
import { bagWords, holdWords } from '../texts.ts'
import { archivePageTexts as words } from './texts.ts'

export const ARCHIVE_PATH = '/luu-tru'
export const PACKAGES_PATH = `${ARCHIVE_PATH}/goi`

function Top({ current, errors }: { current: 'due' | 'packages'; errors: ErrorItem[] }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>{words.lead}</p>
      <Tabs
        tabs={[
          { href: ARCHIVE_PATH, label: words.tabs.due, current: current === 'due' },
          { href: PACKAGES_PATH, label: words.tabs.packages, current: current === 'packages' },
        ]}
      />
    </>
  )
}

type DueProps = { due: DueList; chosen: readonly string[]; errors: ErrorItem[]; token: string }

/** What each unit of a records clerk has to hand over, and a way to pack it. */
export function DuePapersPage({ due: { units }, chosen, errors, token }: DueProps) {
  return (
    <div class="cuon-trang">
      <Top current="due" errors={errors} />
      {units.length === 0 && (
        <EmptyState icon="archive" title={words.none}>
          {words.noneHint}
        </EmptyState>
      )}
      {units.length > 0 && <p class="nhe">{words.unsureHint}</p>}
      {units.map(({ id, name, papers }) => (
        <form method="post" action={PACKAGES_PATH} key={id}>
          <HiddenToken token={token} />
          <HiddenFields fields={[['don-vi', id]]} />
          <h2>{name}</h2>
          <DueTable papers={papers} chosen={chosen} />
          <div class="hang-loat">
            <Button icon="archive">{words.make}</Button>
          </div>
        </form>
      ))}
    </div>
  )
}

function DueTable({ papers, chosen }: { papers: DuePaper[]; chosen: readonly string[] }) {
  return (
    <Table
      caption={words.tabs.due}
      captionHidden
      rows={papers}
      rowKey={({ entry }) => entry.id}
      columns={[
        {
          title: words.choose,
          titleHidden: true,
          cell: ({ entry, hold }) => (
            <label class="dau-tich">
              <input
                type="checkbox"
                name="giay"
                value={entry.id}
                checked={chosen.length === 0 ? !hold : chosen.includes(entry.id)}
                disabled={hold !== undefined}
              />
              <span class="an">{words.chooseOne(`${entry.title}, ${entry.sourceCode}`)}</span>
            </label>
          ),
        },
        {
          title: words.paper,
          rowHeader: true,
          cell: ({ entry }) => [entry.title, entry.number].filter((part) => part !== null).join(', '),
        },
        { title: words.dossier, kind: 'code', cell: ({ entry }) => entry.sourceCode },
        { title: words.entered, cell: ({ entry }) => formatDateTime(entry.enteredAt) },
        { title: words.due, cell: ({ dueOn }) => formatDate(dueOn) },
        {
          title: words.keep,
          cell: ({ rule }) => (
            <>
              {bagWords.keep(rule.keep)} <Tag tone="soon">{words.unsure}</Tag>
            </>
          ),
        },
        { title: words.rule, cell: ({ rule }) => rule.source },
        {
          title: words.state,
          cell: ({ entry, hold }) => (
            <>
              {hold && <Tag tone="hold">{holdWords[hold]}</Tag>}{' '}
              {(hold === undefined || hold === 'on-order') && (
                <a href={`${ARCHIVE_PATH}/giu/${entry.id}?${hold ? 'bo=1' : ''}`}>
                  {hold ? words.release : words.hold}
                  <span class="an"> {entry.title}</span>
                </a>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

export function PackagesPage({ packages }: { packages: ListedPackage[] }) {
  return (
    <div class="cuon-trang">
      <Top current="packages" errors={[]} />
      <Table
        caption={words.tabs.packages}
        captionHidden
        rows={packages}
        rowKey={({ id }) => id}
        empty={<p>{words.packagesNone}</p>}
        columns={[
          {
            title: words.code,
            rowHeader: true,
            cell: (one) => <a href={`${PACKAGES_PATH}/${one.id}`}>{packageCode(one)}</a>,
          },
          { title: words.unit, cell: ({ unitName }) => unitName },
          { title: words.papers, kind: 'number', cell: ({ papers }) => papers },
          { title: words.made, cell: ({ madeAt, madeByName }) => words.madeBy(formatDateTime(madeAt), madeByName) },
          {
            title: words.state,
            cell: ({ receipt }) => (receipt ? words.received(receipt.number) : words.waiting),
          },
        ]}
      />
    </div>
  )
}
