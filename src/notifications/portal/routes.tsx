import { act, ask, field, formBody, formToken, redirect, sitePage } from '../../platform/web/web.ts'
import type { Web } from '../../platform/web/web.ts'
import { listNotifications, markNotificationsRead } from '../inbox.ts'
import { inboxTexts } from '../texts.ts'
import { InboxPage } from './inbox.page.tsx'

const PATH = '/thong-bao'

/** Page "Thông báo" of citizens. */
export async function notificationsPortalRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { sau?: string } }>(PATH, async (request, reply) => {
    const { sau: after } = request.query
    const now = request.server.app.clock.now()
    const inbox = await ask(request, listNotifications, after === undefined ? {} : { after })
    const token = formToken(request, reply)
    const body = <InboxPage inbox={inbox} token={token} isOlder={after !== undefined} now={now} />
    return sitePage(request, reply, { site: 'portal', title: inboxTexts.title, current: PATH, body })
  })

  web.post(`${PATH}/da-doc`, async (request, reply) => {
    await act(request, markNotificationsRead, { upTo: field(formBody(request), 'upTo') })
    return redirect(reply, PATH)
  })
}
