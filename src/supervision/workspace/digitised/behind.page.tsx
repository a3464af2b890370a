import { formatDate } from '../../../platform/dates.ts'
import { BackLink, Pagination, Table } from '../../../ui/index.ts'
import type { BehindPage } from '../../digitised/get-figures.ts'
import { behindHref, coverageHref, daysWords, viewHref, type Asked, type Behind } from './address.ts'
import { figureTexts as words } from './texts.ts'

type Props = { behind: Behind; asked: Asked; page: BehindPage; only: string | undefined; isFirst: boolean }

/** The dossiers behind one number. */
export function BehindFigurePage({ behind, asked, page: { dossiers, next }, only, isFirst }: Props) {
  const { paper } = behind
  const column = columnWords(behind)
  const { procedureCode: _procedure, ...days } = asked
  return (
    <div class="cuon-trang">
      <BackLink href={paper ? coverageHref(days, paper.sectorCode) : viewHref('co-quan', asked)}>{words.back}</BackLink>
      <p>{[daysWords(asked), only].filter((part) => part !== undefined).join('. ')}.</p>
      <Table
        caption={column}
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
            title: words.duePapers,
            cell: ({ duePapers, filePapers, signedPapers, dataPapers, fromList }) => (
              <>
                {duePapers}
                {duePapers > 0 && <div class="nho nhe">{words.depth(filePapers, signedPapers, dataPapers)}</div>}
                {fromList && <div class="nho nhe">{words.byList}</div>}
              </>
            ),
          },
          {
            title: words.reused,
            cell: ({ reusedPapers, reusedVault, reusedRegister }) => (
              <>
                {reusedPapers}
                {reusedPapers > 0 && <div class="nho nhe">{words.reusedFrom(reusedVault, reusedRegister)}</div>}
              </>
            ),
          },
          {
            title: words.result,
            cell: ({ finishedOn, resultDepth }) => (finishedOn === null ? '' : words.results[resultDepth]),
          },
        ]}
      />
      <Pagination
        {...(isFirst ? {} : { previousHref: behindHref(behind, asked) })}
        {...(next ? { nextHref: behindHref(behind, asked, `${next.day}_${next.dossierId}`) } : {})}
      />
    </div>
  )
}

export const columnWords = ({ column, paper }: Behind) =>
  paper ? words.paperFigures[paper.figure] : words.columns[column]
