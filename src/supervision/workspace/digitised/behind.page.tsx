import { formatDate } from '../../../platform/dates.ts'
import { BackLink, PageTitle, Pagination, Table } from '../../../ui/index.ts'
import type { FigureColumn } from '../../digitised/figures.ts'
import type { BehindPage } from '../../digitised/get-figures.ts'
import { behindHref, daysWords, viewHref, type Asked } from './address.ts'
import { figureTexts as words } from './texts.ts'

type Props = { column: FigureColumn; asked: Asked; page: BehindPage; only: string | undefined; isFirst: boolean }

/** The dossiers behind one number. */
export function BehindFigurePage({ column, asked, page: { dossiers, next }, only, isFirst }: Props) {
  return (
    <div class="cuon-trang">
      <BackLink href={viewHref('co-quan', asked)}>{words.back}</BackLink>
      <PageTitle>{words.behind(words.columns[column])}</PageTitle>
      <p>{[daysWords(asked), only].filter((part) => part !== undefined).join('. ')}.</p>
      <Table
        caption={words.columns[column]}
        captionHidden
        dense
        rows={dossiers}
        rowKey={({ dossierId }) => dossierId}
        empty={<p>{words.none}</p>}
        columns={[
          {
            title: words.dossier,
            rowHeader: true,
            cell: ({ code }) => <a href={`/lam/${encodeURIComponent(code)}`}>{code}</a>,
          },
          { title: words.procedure, kind: 'code', cell: ({ procedureCode }) => procedureCode },
          { title: words.unit, cell: ({ unitName }) => unitName },
          { title: words.received, cell: ({ receivedOn }) => formatDate(receivedOn) },
          { title: words.finished, cell: ({ finishedOn }) => (finishedOn ? formatDate(finishedOn) : '') },
          {
            title: words.papers,
            cell: ({ duePapers, filePapers, signedPapers, dataPapers, fromList }) => (
              <>
                {duePapers}
                {duePapers > 0 && <div class="nho nhe">{words.depth(filePapers, signedPapers, dataPapers)}</div>}
                {fromList && <div class="nho nhe">{words.byList}</div>}
              </>
            ),
          },
          { title: words.reused, kind: 'number', cell: ({ reusedPapers }) => reusedPapers },
          {
            title: words.result,
            cell: ({ finishedOn, resultDepth }) => (finishedOn === null ? '' : words.results[resultDepth]),
          },
        ]}
      />
      <Pagination
        {...(isFirst ? {} : { previousHref: behindHref(column, asked) })}
        {...(next ? { nextHref: behindHref(column, asked, `${next.day}_${next.dossierId}`) } : {})}
      />
    </div>
  )
}
