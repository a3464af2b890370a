import { act, ask, field, formBody, formToken, redirect, sitePage } from '../../platform/web/web.ts'
import type { Web } from '../../platform/web/web.ts'
import { listOfficerNotices, markOfficerNoticesRead } from '../officers/officer-inbox.ts'
import { noticesTexts } from '../officers/texts.ts'
import { NOTICES, NoticesPage } from './notices.page.tsx'

/** Page "Thông báo" of officers. */
export async function officerNoticesRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { sau?: string } }>(NOTICES, async (request, reply) => {
    const { sau: after } = request.query
    const inbox = await ask(request, listOfficerNotices, after === undefined ? {} : { after })
    const token = formToken(request, reply)
    const body = <NoticesPage inbox={inbox} token={token} isOlder={after !== undefined} now={web.app.clock.now()} />
    return sitePage(request, reply, { site: 'workspace', title: noticesTexts.title, current: NOTICES, body })
  })

  web.post(`${NOTICES}/da-doc`, async (request, reply) => {
    await act(request, markOfficerNoticesRead, { upTo: field(formBody(request), 'upTo') })
    return redirect(reply, NOTICES)
  })
}
