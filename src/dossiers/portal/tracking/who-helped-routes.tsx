import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { endHelp } from '../../helping/end-help.ts'
import { whoHelpedMe } from '../../helping/get-help.ts'
import { helpedPageTexts as words } from '../../helping/texts.ts'
import { citizenOf } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { WhoHelpedPage } from './who-helped.page.tsx'

const WHO_HELPED = '/ai-da-giup-toi'

/** Who helped the reader file, and ending a help that goes on. */
export async function whoHelpedRoutes(web: Web): Promise<void> {
  web.get(WHO_HELPED, (request, reply) => show(request, reply))

  web.post(WHO_HELPED, async (request, reply) => {
    citizenOf(request)
    const helpId = field(formBody(request), 'lan-giup')
    const outcome = await attempt(() => act(request, endHelp, { helpId }))
    return outcome.ok ? redirect(reply, WHO_HELPED) : show(request, reply, refusalText(request, outcome.refusal))
  })
}

async function show(request: WebRequest, reply: WebReply, problem?: string): Promise<WebReply> {
  citizenOf(request)
  const helps = await ask(request, whoHelpedMe, {})
  const body = <WhoHelpedPage helps={helps} problem={problem} token={formToken(request, reply)} />
  const status = problem === undefined ? 200 : 409
  return sitePage(request, reply, { site: 'portal', title: words.title, body, current: CURRENT, status })
}
