import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { getLadder } from './get-ladder.ts'
import { REMINDERS, RemindersPage } from './page.tsx'
import { remindersTexts } from './texts.ts'

/** Page "Nhắc việc" of administrators and supervisors. */
export async function remindersRoutes(web: Web): Promise<void> {
  web.get(REMINDERS, async (request, reply) => {
    const body = <RemindersPage {...await ask(request, getLadder, {})} />
    return sitePage(request, reply, { site: 'workspace', title: remindersTexts.title, current: REMINDERS, body })
  })
}
