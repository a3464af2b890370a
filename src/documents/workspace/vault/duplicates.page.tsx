import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  HiddenToken,
  Panel,
  Table,
  type ErrorItem,
} from '../../../ui/index.ts'
import type { TwinPapers } from '../../vault/duplicates/decide-duplicate.ts'
import type { VaultEntry } from '../../vault/entry.ts'
import { proofWords } from '../../vault/texts.ts'
import { duplicateTexts as words } from './duplicates.texts.ts'

type Props = { found: TwinPapers[]; errors: ErrorItem[]; token: string }

/** Papers that came in and look like one that was there: a person says whether they are one. */
export function DuplicatesPage({ found, errors, token }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>{words.lead}</p>
      {found.length === 0 ? (
        <EmptyState icon="inbox" title={words.none}>
          {words.noneHint}
        </EmptyState>
      ) : (
        found.map((twins) => <Pair twins={twins} token={token} key={twins.duplicate.id} />)
      )}
    </div>
  )
}

type Side = { which: 'entry' | 'twin'; paper: VaultEntry }

function Pair({ twins: { duplicate, entry, twin }, token }: { twins: TwinPapers; token: string }) {
  const sides: Side[] = [
    { which: 'twin', paper: twin },
    { which: 'entry', paper: entry },
  ]
  return (
    <Panel title={entry.title}>
      <p>{words.likeness[duplicate.likeness]}</p>
      <Table
        caption={words.both(entry.title)}
        captionHidden
        rows={sides}
        rowKey={({ which }) => which}
        columns={[
          { title: words.which, rowHeader: true, cell: ({ which }) => words.sides[which] },
          { title: words.number, cell: ({ paper }) => paper.number },
          { title: words.issuer, cell: ({ paper }) => paper.issuer ?? words.unknown },
          { title: words.issuedOn, cell: ({ paper }) => (paper.issuedOn ? formatDate(paper.issuedOn) : words.unknown) },
          { title: words.proof, cell: ({ paper }) => proofWords[paper.proof] },
          { title: words.entered, cell: ({ paper }) => `${paper.sourceCode}, ${formatDateTime(paper.enteredAt)}` },
          {
            title: words.files,
            cell: ({ which, paper }) =>
              paper.fileIds.map((fileId, index) => (
                <a
                  key={fileId}
                  href={`/kho/trung-lap/${duplicate.id}/${which}/${index + 1}`}
                  target="_blank"
                  rel="noopener"
                >
                  {words.file(index + 1)}
                  <span class="an"> {words.sides[which]}</span>{' '}
                </a>
              )),
          },
        ]}
      />
      <form method="post" action={`/kho/trung-lap/${duplicate.id}`}>
        <HiddenToken token={token} />
        <Actions>
          <Button name="ket-luan" value="same-paper">
            {words.same}
          </Button>
          <Button name="ket-luan" value="other-paper" kind="secondary">
            {words.other}
          </Button>
        </Actions>
      </form>
    </Panel>
  )
}
