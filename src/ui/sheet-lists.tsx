import { Avatar } from './avatar.tsx'
import { BackLink, Breadcrumbs } from './breadcrumbs.tsx'
import { ButtonLink } from './button.tsx'
import { CopyButton, PrintButton } from './copy-button.tsx'
import { Details } from './details.tsx'
import { EmptyState } from './empty-state.tsx'
import { KeyBar } from './key-bar.tsx'
import { Panel } from './layout.tsx'
import { Inset, Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { SheetPart } from './sheet-part.tsx'
import { sheetTexts } from './sheet.texts.ts'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'

const { notices, table, empty, type, fields } = sheetTexts

/** Notices, tables and ways around, empty and broken. */
export function ListsPart() {
  const [codeTitle, personTitle, feeTitle] = table.columns
  return (
    <>
      <SheetPart title={notices.title}>
        <div class="luoi hai2">
          {notices.items.map(([tone, title, text]) => (
            <Notice tone={tone} title={title} key={tone}>
              {text}
            </Notice>
          ))}
          <Inset gold>{notices.inset}</Inset>
        </div>
      </SheetPart>
      <SheetPart title={table.title}>
        <Breadcrumbs
          items={[{ label: table.home, href: '#' }, { label: table.life, href: '#' }, { label: table.here }]}
        />
        <BackLink href="#noi-dung" />
        <Tabs
          tabs={[
            { href: '#noi-dung', label: table.all, count: 23, current: true },
            { href: '#tabs-now', label: table.now, count: 4, tone: 'late' },
            { href: '#tabs-soon', label: table.soon, count: 5, tone: 'soon' },
          ]}
        />
        <div class="cach">
          <Table
            caption={table.caption}
            columns={[
              { title: codeTitle, cell: (row) => row[0], kind: 'code', rowHeader: true },
              { title: personTitle, cell: (row) => row[1] },
              { title: feeTitle, cell: (row) => row[2], kind: 'number' },
            ]}
            rows={table.rows}
            rowKey={(row) => row[0]}
          />
        </div>
        <Pagination previousHref="#noi-dung" nextHref="#noi-dung" summary={table.pages} />
        <div class="cach">
          <Details summary={table.law}>
            <p>{table.lawText}</p>
          </Details>
        </div>
        <div class="luoi">
          <Panel title={table.caption}>
            <p>
              <span class="ma">{type.code}</span> <CopyButton text={type.code} what={codeTitle} />
            </p>
            <PrintButton />
          </Panel>
          <p>
            <Avatar name={fields.nameValue} /> {fields.nameValue}
          </p>
        </div>
        <KeyBar
          hints={table.hints.map(([does, ...keys]) => ({ does, keys }))}
          last={{ keys: ['?'], does: table.allKeys }}
        />
      </SheetPart>
      <SheetPart title={empty.title} lead={empty.lead}>
        <div class="luoi">
          <EmptyState
            level={3}
            title={empty.none}
            action={
              <ButtonLink kind="secondary" href="/thu-tuc">
                {empty.find}
              </ButtonLink>
            }
          >
            {empty.noneText}
          </EmptyState>
          <EmptyState
            level={3}
            icon="server-crash"
            title={empty.broken}
            action={
              <ButtonLink kind="secondary" href="/ui">
                {empty.again}
              </ButtonLink>
            }
          >
            {empty.brokenText}
          </EmptyState>
        </div>
      </SheetPart>
    </>
  )
}
