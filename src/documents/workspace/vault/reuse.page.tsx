import { Button, ErrorSummary, Field, Table } from '../../../ui/index.ts'
import type { ReuseRow } from '../../vault/reuse-counts.ts'
import { vaultWorkTexts as words } from './texts.ts'

type Props = {
  from: string
  to: string
  /** Nothing when the days are the wrong way round. */
  counts: { papers: number; dossiers: number; rows: ReuseRow[] } | undefined
}

/** How many papers people did not have to file again, by desk and procedure. */
export function ReusePage({ from, to, counts }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={counts ? [] : [{ field: 'tu', message: words.wrongDays }]} />
      <p>{words.reuseHint}</p>
      <form method="get" class="hang">
        <Field name="tu" label={words.from} type="date" value={from} width="medium" />
        <Field name="den" label={words.to} type="date" value={to} width="medium" />
        <Button kind="secondary">{words.show}</Button>
      </form>
      {counts && (
        <>
          {counts.rows.length > 0 && (
            <p>
              <b class="so">{words.reuseTotal(counts.papers, counts.dossiers)}</b>
            </p>
          )}
          <Table
            caption={words.reuse}
            captionHidden
            rows={counts.rows}
            rowKey={({ unitId, procedureCode }) => `${unitId} ${procedureCode}`}
            empty={<p>{words.reuseNone}.</p>}
            columns={[
              { title: words.unit, cell: ({ unitName }) => unitName },
              {
                title: words.procedure,
                rowHeader: true,
                cell: ({ procedureCode, procedureName }) => (
                  <>
                    <span class="ma">{procedureCode}</span> {procedureName}
                  </>
                ),
              },
              { title: words.papers, kind: 'number', cell: ({ papers }) => papers.toLocaleString('vi-VN') },
              { title: words.dossiers, kind: 'number', cell: ({ dossiers }) => dossiers.toLocaleString('vi-VN') },
            ]}
          />
        </>
      )}
    </div>
  )
}
