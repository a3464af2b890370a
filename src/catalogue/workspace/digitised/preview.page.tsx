import { formatDate } from '../../../platform/dates.ts'
import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  HiddenFields,
  HiddenToken,
  SummaryList,
  Table,
} from '../../../ui/index.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import type { FieldLists, SentList } from '../../digitised/get-lists.ts'
import { listTexts } from '../../digitised/texts.ts'
import { DIGITISED_PATH } from './list.page.tsx'
import { digitisedPageTexts as words } from './texts.ts'

const SHOWN = 200

type Props = { sent: SentList; fields: FieldLists[]; errors: ErrorItem[]; token: string }

/** The sheet as it was understood: what would be in force, and each row that stands for nothing. */
export function PreviewPage({ sent: { id, decision, fileName, rows }, fields, errors, token }: Props) {
  const good = rows.flatMap((row) => (row.fault === undefined ? [row] : []))
  const faulty = rows.flatMap((row) => (row.fault === undefined ? [] : [row]))
  const names = new Map(fields.map(({ sectorCode, name }) => [sectorCode, name]))
  const sectors = Map.groupBy(
    good.flatMap(({ sectorCodes }) => sectorCodes),
    (code) => code,
  )
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <SummaryList
        boxed
        rows={[
          { label: words.decision, value: words.decided(decision.number, formatDate(decision.decidedOn)) },
          { label: words.issuer, value: decision.issuer },
          { label: words.validFrom, value: formatDate(decision.validFrom) },
          { label: words.sentFile, value: fileName },
          {
            label: words.components,
            value: words.good(good.length, new Set(good.map(({ procedureCode }) => procedureCode)).size),
          },
          { label: words.faults, value: faulty.length === 0 ? words.noFault : words.faulty(faulty.length) },
          {
            label: words.perField,
            value: [...sectors].map(([code, own]) => (
              <p class="khong-cach" key={code}>
                {names.get(code) ?? code}: {own.length}
              </p>
            )),
          },
        ]}
      />
      {faulty.length > 0 && (
        <>
          <Table
            caption={words.faults}
            dense
            rows={faulty.slice(0, SHOWN)}
            rowKey={({ typed }) => String(typed.line)}
            columns={[
              { title: words.line, kind: 'number', cell: ({ typed }) => typed.line },
              { title: words.procedure, kind: 'code', cell: ({ typed }) => typed.procedureCode },
              { title: words.component, cell: ({ typed }) => typed.componentCode || typed.componentName },
              { title: words.fault, rowHeader: true, cell: ({ fault }) => listTexts.faults[fault] },
            ]}
          />
          {faulty.length > SHOWN && <p class="nhe">{words.firstOf(SHOWN, faulty.length)}</p>}
        </>
      )}
      <form method="post">
        <HiddenToken token={token} />
        <HiddenFields fields={[['ban', id]]} />
        {faulty.length > 0 && good.length > 0 && (
          <Checkboxes
            name="bo-loi"
            label={words.faults}
            options={[{ value: 'co', label: words.leaveOut(faulty.length) }]}
          />
        )}
        <Actions>
          <Button>{words.adopt}</Button>
          <Button kind="secondary" name="viec" value="bo">
            {words.drop}
          </Button>
          <a href={DIGITISED_PATH}>{words.back}</a>
        </Actions>
      </form>
    </div>
  )
}
