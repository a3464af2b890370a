import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { PageTitle, Table } from '../../../ui/index.ts'
import type { SlipsView, Span } from '../../templates/field-figures.ts'
import { paperPath } from '../paths.ts'
import { percentOf } from '../sureness.tsx'
import { kindsTexts } from './kinds-texts.ts'
import { templatePath } from './paths.ts'
import { templatePageTexts as words } from './texts.ts'

/** Where a field was not as it was read. What stands on a paper is for those who may open it. */
export function SlipsPage({ typeCode, months, view }: { typeCode: string; months: Span; view: SlipsView }) {
  const { typeName, fieldWords, slips, open } = view
  const title = fill(words.slipsTitle, { field: fieldWords })
  return (
    <div class="cuon-trang">
      <p>
        <a href={`${templatePath(typeCode)}?thang=${months}`}>{words.backTo}</a>
      </p>
      <PageTitle over={typeName}>{title}</PageTitle>
      <p>{fill(words.slipsLead, { months })}</p>
      <Table
        caption={title}
        captionHidden
        rows={slips.map((slip, no) => ({ ...slip, no: no + 1 }))}
        rowKey={({ no }) => String(no)}
        empty={words.noSlips}
        columns={[
          { title: words.day, rowHeader: true, cell: ({ at }) => formatDate(vietnamDate(at)) },
          { title: words.found, cell: ({ verdict, missed }) => (missed ? words.missed : words[verdict]) },
          { title: words.toldSure, kind: 'number', cell: ({ confidence }) => `${percentOf(confidence)} %` },
          {
            title: kindsTexts.paper,
            cell: ({ paperId, no }) =>
              open.has(paperId) ? (
                <a href={paperPath(paperId)}>{fill(kindsTexts.openPaper, { no })}</a>
              ) : (
                kindsTexts.outOfReach
              ),
          },
        ]}
      />
    </div>
  )
}
