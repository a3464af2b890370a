import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { ask, sitePage, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { ButtonLink, EmptyState, Notice, Table } from '../../../ui/index.ts'
import { holds } from '../../../platform/actor.ts'
import { listStock, type StockView } from '../../blanks/list-blanks.ts'
import { stateOfBlank } from '../../blanks/texts.ts'
import { BLANKS, RECEIVE, blanksPath } from './paths.ts'
import { blankTexts as texts } from './texts.ts'

/** What the officer's units have of each kind. */
export async function stockPage(request: WebRequest, reply: WebReply): Promise<WebReply> {
  const stock = await ask(request, listStock, {})
  const { nhan, tu, den } = request.query as { nhan?: string; tu?: string; den?: string }
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.title,
    current: BLANKS,
    body: (
      <div class="cuon-trang">
        {nhan !== undefined && (
          <Notice tone="ok" role="status">
            {fill(texts.received, { count: nhan, firstSerial: tu ?? '', lastSerial: den ?? '' })}
          </Notice>
        )}
        <p class="nhe">{texts.lead}</p>
        {holds(request.actor, 'clerk') && (
          <p>
            <ButtonLink href={RECEIVE} icon="package-check">
              {texts.receive}
            </ButtonLink>
          </p>
        )}
        <StockTable stock={stock} />
      </div>
    ),
  })
}

function StockTable({ stock }: { stock: readonly StockView[] }) {
  return (
    <Table
      caption={texts.stock}
      captionHidden
      rows={stock}
      rowKey={({ kind, unit }) => `${kind.code} ${unit.id}`}
      columns={[
        {
          title: texts.kind,
          rowHeader: true,
          cell: ({ kind }) => <a href={blanksPath(kind.code)}>{kind.name}</a>,
        },
        { title: texts.unit, cell: ({ unit }) => unit.name },
        { title: stateOfBlank['in-stock'], kind: 'number', cell: (one) => one.stock.counts['in-stock'] },
        { title: stateOfBlank.used, kind: 'number', cell: (one) => one.stock.counts.used },
        { title: stateOfBlank.spoiled, kind: 'number', cell: (one) => one.stock.counts.spoiled },
        { title: stateOfBlank.destroyed, kind: 'number', cell: (one) => one.stock.counts.destroyed },
        { title: texts.next, kind: 'code', cell: (one) => one.stock.next ?? texts.noNext },
      ]}
      empty={
        <EmptyState icon="inbox" title={texts.none}>
          {texts.noneHint}
        </EmptyState>
      }
    />
  )
}
