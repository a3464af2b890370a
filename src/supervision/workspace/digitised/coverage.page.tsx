import { formatDate } from '../../../platform/dates.ts'
import { BackLink, ErrorSummary, Table, Tag } from '../../../ui/index.ts'
import type { Column, ErrorItem } from '../../../ui/index.ts'
import { share, type PaperFigure } from '../../digitised/figures.ts'
import {
  isNeverDigitised,
  isUnseen,
  type ComponentCoverage,
  type CoveredPaper,
  type FieldCoverage,
} from '../../digitised/get-coverage.ts'
import { behindHref, coverageHref, daysOf, daysWords, type Asked } from './address.ts'
import { percent } from './percent.ts'
import { FigureTabs, Period } from './period.tsx'
import { figureTexts as words } from './texts.ts'

type Common = { asked: Asked; only: string | undefined; errors: ErrorItem[] }

/** Fields with an approved list: how many of its papers were digitised, and which never. */
export function FieldCoveragePage({ asked, only, errors, fields }: Common & { fields: FieldCoverage[] }) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>{words.coverageLead}</p>
      <p class="nhe">{words.source}</p>
      <FigureTabs current="danh-muc" asked={asked} />
      <Period asked={asked} kept={{}} only={only} allHref={coverageHref(daysOf(asked))} />
      <Table
        caption={`${words.coverage}, ${daysWords(asked)}`}
        captionHidden
        dense
        rows={fields}
        rowKey={({ list }) => list.id}
        empty={<p>{words.noLists}</p>}
        columns={[
          {
            title: words.field,
            rowHeader: true,
            cell: ({ list }) => <a href={coverageHref(asked, list.sectorCode)}>{list.name}</a>,
          },
          { title: words.decision, cell: ({ list }) => words.numberOfDay(list.number, formatDate(list.decidedOn)) },
          { title: words.papersInList, kind: 'number', cell: ({ papers }) => papers },
          {
            title: words.once,
            kind: 'number',
            cell: ({ once, papers }) => (
              <>
                {once}
                <div class="nho nhe">{percent(share(once, papers))}</div>
              </>
            ),
          },
          {
            title: words.never,
            kind: 'number',
            cell: ({ never, list }) =>
              never === 0 ? never : <a href={coverageHref(asked, list.sectorCode, true)}>{never}</a>,
          },
          { title: words.unseen, kind: 'number', cell: ({ unseen }) => unseen },
          { title: words.handedIn, kind: 'number', cell: ({ handedIn }) => handedIn.toLocaleString('vi-VN') },
          {
            title: words.paperFigures.digitised,
            kind: 'number',
            cell: ({ digitised, handedIn }) => (
              <>
                {digitised.toLocaleString('vi-VN')}
                <div class="nho nhe">{percent(share(digitised, handedIn))}</div>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

const FIGURES: readonly PaperFigure[] = ['handedIn', 'file', 'signed', 'data', 'notAsked']

type ComponentProps = Common & { coverage: ComponentCoverage; onlyNever: boolean }

/** Where the list itself is read. */
const LISTS_PATH = '/quan-tri/danh-muc-so-hoa'

/** The papers of a field's list, each number leading to its dossiers. */
export function ComponentCoveragePage({ asked, only, errors, coverage, onlyNever }: ComponentProps) {
  const { list, papers } = coverage
  const count = (is: (paper: CoveredPaper) => boolean) => papers.filter(is).length
  const once = count(({ digitised }) => digitised > 0)
  return (
    <div class="cuon-trang">
      <BackLink href={coverageHref(asked)}>{words.toLists}</BackLink>
      <ErrorSummary errors={errors} />
      <p>
        {words.decided(list.number, formatDate(list.decidedOn))}.{' '}
        <a href={`${LISTS_PATH}/${list.id}`}>{words.theList}</a>
      </p>
      <Period
        asked={asked}
        kept={{ 'linh-vuc': list.sectorCode }}
        only={only}
        allHref={coverageHref(daysOf(asked), list.sectorCode)}
      />
      <p>{words.papers(papers.length, once, count(isNeverDigitised), count(isUnseen))}</p>
      <p>
        <a href={coverageHref(asked, list.sectorCode, !onlyNever)}>{onlyNever ? words.allPapers : words.onlyNever}</a>
      </p>
      <Table
        caption={`${list.name}, ${daysWords(asked)}`}
        captionHidden
        dense
        rows={onlyNever ? papers.filter(isNeverDigitised) : papers}
        rowKey={({ procedureCode, componentCode }) => `${procedureCode} ${componentCode}`}
        empty={<p>{words.noneNever}</p>}
        columns={[
          {
            title: words.paper,
            rowHeader: true,
            cell: (paper) => (
              <>
                {paper.name} <span class="ma nhe">{paper.componentCode}</span>
                {isNeverDigitised(paper) && (
                  <div>
                    <Tag tone="late">{words.never}</Tag>
                  </div>
                )}
                {isUnseen(paper) && <div class="nho nhe">{words.unseen}</div>}
              </>
            ),
          },
          {
            title: words.procedure,
            cell: ({ procedureCode, procedureName }) => (
              <>
                <span class="ma">{procedureCode}</span>
                <div class="nho nhe">{procedureName}</div>
              </>
            ),
          },
          ...FIGURES.map((figure): Column<CoveredPaper> => {
            return {
              title: words.paperFigures[figure],
              kind: 'number',
              cell: (paper) => <PaperNumber figure={figure} paper={paper} asked={asked} sectorCode={list.sectorCode} />,
            }
          }),
        ]}
      />
    </div>
  )
}

type NumberProps = { figure: PaperFigure; paper: CoveredPaper; asked: Asked; sectorCode: string }

function PaperNumber({ figure, paper, asked, sectorCode }: NumberProps) {
  const count = paper[figure]
  const { procedureCode, componentCode } = paper
  const href = behindHref(
    { column: 'received', paper: { componentCode, figure, sectorCode } },
    { ...asked, procedureCode },
  )
  return count === 0 ? <>0</> : <a href={href}>{count.toLocaleString('vi-VN')}</a>
}
