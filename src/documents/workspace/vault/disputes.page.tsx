import { formatDateTime } from '../../../platform/dates.ts'
import { EmptyState, Table } from '../../../ui/index.ts'
import type { DisputedPaper } from '../../vault/dispute/answer-dispute.ts'
import { vaultWorkTexts as words } from './texts.ts'

/** What people say is wrong with papers of the officer's units. */
export function DisputesPage({ papers }: { papers: DisputedPaper[] }) {
  return (
    <div class="cuon-trang">
      <p>{words.disputesHint}</p>
      <Table
        caption={words.disputes}
        captionHidden
        rows={papers}
        rowKey={({ dispute }) => dispute.id}
        empty={
          <EmptyState icon="inbox" title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
        columns={[
          { title: words.at, cell: ({ dispute }) => formatDateTime(dispute.createdAt) },
          {
            title: words.paper,
            rowHeader: true,
            cell: ({ entry }) => [entry.title, entry.number].filter((part) => part !== null).join(', '),
          },
          { title: words.said, cell: ({ dispute }) => dispute.words },
          {
            title: words.open,
            titleHidden: true,
            cell: ({ dispute, entry }) => (
              <a href={`/kho/bao-sai/${dispute.id}`}>
                {words.open}
                <span class="an"> {entry.title}</span>
              </a>
            ),
          },
        ]}
      />
    </div>
  )
}
