import { checkRole } from '../../platform/action.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sitePage, type Web } from '../../platform/web/web.ts'
import { EmptyState, Table } from '../../ui/index.ts'
import { keptTextMessages, textMessageFolder } from '../text-messages/kept-messages.ts'
import { textMessageTexts as words } from './text-messages.texts.ts'

const MESSAGES = '/quan-tri/tin-nhan'

/** Messages kept on this machine. Those of real people are nobody's reading: in production the page is not there. */
export async function textMessagesRoutes(web: Web): Promise<void> {
  web.get(MESSAGES, async (request, reply) => {
    checkRole(['administrator'], request.actor)
    const { settings } = web.app
    if (settings.mode === 'production') throw new Refusal('platform.not-found')
    const body = (
      <div class="cuon-trang">
        <p class="nhe">{words.intro}</p>
        <Table
          caption={words.title}
          captionHidden
          rows={await keptTextMessages(textMessageFolder(settings.dataFolder))}
          rowKey={({ at, to }) => `${at} ${to}`}
          empty={<EmptyState icon="smartphone" title={words.none} />}
          columns={[
            { title: words.text, rowHeader: true, cell: ({ text }) => text },
            { title: words.to, cell: ({ to }) => <span class="so">{to}</span> },
            { title: words.at, cell: ({ at }) => <span class="so">{formatDateTime(new Date(at))}</span> },
          ]}
        />
      </div>
    )
    return sitePage(request, reply, { site: 'workspace', title: words.title, current: MESSAGES, body })
  })
}
