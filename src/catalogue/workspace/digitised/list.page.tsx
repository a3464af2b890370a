import { formatDate } from '../../../platform/dates.ts'
import { Button, ButtonLink, Details, ErrorSummary, Field, FileInput, Notice, Panel, Table } from '../../../ui/index.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import type { FieldLists, ListView } from '../../digitised/get-lists.ts'
import { digitisedPageTexts as words } from './texts.ts'

export const DIGITISED_PATH = '/quan-tri/danh-muc-so-hoa'
/** The numbers of a field's papers, shown by the room that counts. */
const COVERAGE_PATH = '/giam-sat/so-hoa/danh-muc'
export const BOXES = ['so', 'ngay-ky', 'nguoi-ky', 'tu-ngay'] as const
export type Typed = Record<(typeof BOXES)[number], string>

type Props = {
  fields: FieldLists[]
  /** Whether the reader may see how far papers are digitised. */
  readsCoverage: boolean
  /** Whether the reader may send a sheet; with what they typed when it was refused. */
  sending: { typed: Typed; errors: ErrorItem[]; token: string; isWaiting: boolean } | undefined
}

/** Which fields have a list of papers to be digitised, by which decision, and a way to bring the next one. */
export function DigitisedListsPage({ fields, readsCoverage, sending }: Props) {
  const covered = fields.filter(({ current }) => current !== undefined)
  const bare = fields.filter(({ current }) => current === undefined)
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={sending?.errors ?? []} />
      <p>{words.lead}</p>
      <p>
        <b class="so">{words.covered(covered.length, fields.length)}</b>
      </p>
      {sending?.isWaiting && (
        <Notice tone="soon" title={words.waiting}>
          <a href={`${DIGITISED_PATH}/xem-truoc`}>{words.waitingLink}</a>
        </Notice>
      )}
      {sending && <SendForm {...sending} />}
      <Table
        caption={words.caption}
        captionHidden
        rows={covered}
        rowKey={({ sectorCode }) => sectorCode}
        empty={<p>{words.noneYet}</p>}
        columns={[
          {
            title: words.field,
            rowHeader: true,
            cell: ({ name, sectorCode }) => (
              <>
                {name} <span class="ma nhe">{sectorCode}</span>
                {readsCoverage && (
                  <div>
                    <a href={`${COVERAGE_PATH}?linh-vuc=${encodeURIComponent(sectorCode)}`}>
                      {words.coverageLink}
                      <span class="an"> {name}</span>
                    </a>
                  </div>
                )}
              </>
            ),
          },
          {
            title: words.decision,
            cell: ({ current }) =>
              current && (
                <a href={`${DIGITISED_PATH}/${current.id}`}>
                  {words.decided(current.number, formatDate(current.decidedOn))}
                </a>
              ),
          },
          { title: words.from, cell: ({ current }) => (current ? formatDate(current.validFrom) : '') },
          {
            title: words.reach,
            kind: 'number',
            cell: ({ current, procedures }) => words.ofProcedures(current?.procedures ?? 0, procedures),
          },
          { title: words.components, kind: 'number', cell: ({ current }) => current?.components ?? 0 },
          {
            title: words.others,
            cell: ({ others }) => others.map((list) => <OtherVersion key={list.id} list={list} />),
          },
        ]}
      />
      {bare.length > 0 && (
        <Details summary={words.bare(bare.length)} open={covered.length === 0}>
          <ul class="cot">
            {bare.map(({ sectorCode, name, procedures, others }) => (
              <li key={sectorCode}>
                {name} <span class="nho nhe">{words.procedures(procedures)}</span>
                {others.map((list) => (
                  <OtherVersion key={list.id} list={list} />
                ))}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

function OtherVersion({ list: { id, validFrom } }: { list: FieldLists['others'][number] }) {
  return (
    <p>
      <a href={`${DIGITISED_PATH}/${id}`}>{words.version(formatDate(validFrom))}</a>
    </p>
  )
}

function SendForm({ typed, errors, token }: NonNullable<Props['sending']>) {
  const error = (name: string) => {
    const found = errors.find(({ field }) => field === name)
    return found ? { error: found.message } : {}
  }
  const day = (name: 'ngay-ky' | 'tu-ngay', label: string) => (
    <Field name={name} label={label} type="date" width="medium" value={typed[name]} {...error(name)} />
  )
  return (
    <Panel title={words.send}>
      <p>
        {words.sendHint} <a href={`${DIGITISED_PATH}/mau.xlsx`}>{words.emptySheet}</a>
      </p>
      <form
        method="post"
        action={`${DIGITISED_PATH}/gui?_csrf=${encodeURIComponent(token)}`}
        enctype="multipart/form-data"
      >
        <Field name="so" label={words.number} width="medium" value={typed.so} {...error('so')} />
        {day('ngay-ky', words.decidedOn)}
        <Field name="nguoi-ky" label={words.issuer} value={typed['nguoi-ky']} {...error('nguoi-ky')} />
        {day('tu-ngay', words.validFrom)}
        <FileInput name="bang" label={words.file} hint={words.fileHint} accept=".xlsx,.csv" {...error('bang')} />
        <Button kind="secondary">{words.look}</Button>
      </form>
    </Panel>
  )
}

type OneProps = { field: FieldLists | undefined; view: ListView }

/** One version of a field's list. */
export function DigitisedListPage({ field, view: { list, components } }: OneProps) {
  return (
    <div class="cuon-trang">
      <p>
        <a href={DIGITISED_PATH}>{words.back}</a>
      </p>
      <h2>{words.listOf(field?.name ?? list.sectorCode)}</h2>
      <p>
        {words.decided(list.number, formatDate(list.decidedOn))}, {list.issuer}. {words.from}{' '}
        {formatDate(list.validFrom)}.{list.leftOut > 0 && ` ${words.leftOut}: ${list.leftOut}.`}
      </p>
      <p>
        <ButtonLink href={`${DIGITISED_PATH}/${list.id}/danh-muc.xlsx`} kind="secondary" icon="download" download>
          {words.download}
        </ButtonLink>
      </p>
      <Table
        caption={words.components}
        captionHidden
        dense
        rows={components}
        rowKey={({ procedureCode, componentCode }) => `${procedureCode} ${componentCode}`}
        columns={[
          { title: words.procedure, kind: 'code', cell: ({ procedureCode }) => procedureCode },
          {
            title: words.component,
            rowHeader: true,
            cell: ({ name, componentCode }) => (
              <>
                {name} <span class="ma nhe">{componentCode}</span>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
