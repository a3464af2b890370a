import { ask, sitePage, type Web } from '../../../platform/web/web.ts'
import { whoReadMine } from '../../reading/who-read.ts'
import { citizenOf } from '../citizen.ts'
import { WhoReadPage } from './who-read.page.tsx'
import { whoReadTexts as words } from './who-read.texts.ts'

/** Page "Ai đã xem dữ liệu của tôi". */
export async function whoReadRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { truoc?: unknown } }>('/giay-to/ai-da-xem', async (request, reply) => {
    citizenOf(request)
    const { truoc } = request.query
    const isOlder = typeof truoc === 'string' && !Number.isNaN(Date.parse(truoc))
    const found = await ask(request, whoReadMine, isOlder ? { before: new Date(truoc).toISOString() } : {})
    const body = <WhoReadPage {...found} isOlder={isOlder} />
    return sitePage(request, reply, { site: 'portal', title: words.title, body, current: '/giay-to' })
  })
}
