import { formatDateTime } from '../../../platform/dates.ts'
import { holds } from '../../../platform/actor.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { ask, sitePage, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { ButtonLink, EmptyState, Table, Tag } from '../../../ui/index.ts'
import { listBatches } from '../../batch/get-batch.ts'
import { stateWords } from '../texts.ts'
import { BATCHES, GATHER, batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

/** Batches under way. */
export async function showList(request: WebRequest, reply: WebReply): Promise<WebReply> {
  const batches = await ask(request, listBatches, {})
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.title,
    current: BATCHES,
    body: (
      <div class="cuon-trang">
        <p class="nhe">{texts.lead}</p>
        {holds(request.actor, 'specialist') && (
          <p>
            <ButtonLink href={GATHER} icon="plus">
              {texts.gather}
            </ButtonLink>
          </p>
        )}
        <Table
          caption={texts.title}
          captionHidden
          rows={batches}
          rowKey={({ no }) => String(no)}
          columns={[
            {
              title: texts.batch,
              rowHeader: true,
              cell: ({ no }) => <a href={batchPath(no)}>{fill(texts.one, { no })}</a>,
            },
            {
              title: texts.decision,
              cell: ({ title, subject }) => (subject === null ? title : `${title}: ${subject}`),
            },
            { title: texts.count, kind: 'number', cell: ({ members }) => members },
            { title: texts.state, cell: ({ state }) => <Tag tone="sea">{stateWords[state]}</Tag> },
            { title: texts.signatory, cell: ({ signatory }) => signatory },
            { title: texts.at, cell: ({ gatheredAt }) => <span class="so">{formatDateTime(gatheredAt)}</span> },
          ]}
          empty={
            <EmptyState icon="circle-check-big" title={texts.listNone}>
              {texts.listNoneHint}
            </EmptyState>
          }
        />
      </div>
    ),
  })
}
