import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
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
  type FormBody,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { searchProcedures } from '../../../catalogue/index.ts'
import { askToHelp } from '../../helping/ask-to-help.ts'
import { HELPING, helpAddress } from '../../helping/addresses.ts'
import { confirmHelp, confirmHelpByPaper } from '../../helping/confirm-help.ts'
import { endHelp } from '../../helping/end-help.ts'
import { getHelp, listOwnHelps } from '../../helping/get-help.ts'
import { AskPage, BOXES, type AskedHelp } from './ask.page.tsx'
import { HelpPage } from './help.page.tsx'
import { helpingTexts as words } from './texts.ts'

type ById = { Params: { id: string } }

const MOST_FOUND = 8

/** Helping a person file: ask them, have them agree, fill in, hand in, end. */
export async function helpingRoutes(web: Web): Promise<void> {
  web.get(HELPING, (request, reply) => showAsk(request, reply, BLANK))

  web.post(HELPING, async (request, reply) => {
    const form = formBody(request)
    const asked = readAsked(form)
    const found = await offered(request, asked)
    const chosen = found.length === 1 && isCode(asked.procedure) ? found[0]?.code : field(form, BOXES.chosen)
    const procedureCode = found.find(({ code }) => code === chosen)?.code
    const errors = faultsOf({ ...asked, isChosen: procedureCode !== undefined })
    if (errors.length > 0 || procedureCode === undefined)
      return showAsk(request, reply, { ...asked, found, errors, chosen: procedureCode ?? '' })
    const outcome = await attempt(() => act(request, askToHelp, inputOf(asked, procedureCode, field(form, 'cach'))))
    const again = { ...asked, found, chosen: procedureCode }
    if (!outcome.ok)
      return showAsk(request, reply, { ...again, errors: [{ message: refusalText(request, outcome.refusal) }] })
    if ('helpId' in outcome.result) return redirect(reply, helpAddress(outcome.result.helpId))
    const { code, facts } = outcome.result.refused
    const message = refusalText(request, new Refusal(code, facts))
    return showAsk(request, reply, { ...again, errors: [{ field: BOXES.phone, message }] })
  })

  web.get<ById>(`${HELPING}/:id`, (request, reply) => showHelp(request, reply, request.params.id))

  web.post<ById>(`${HELPING}/:id/ma`, async (request, reply) => {
    const { id: helpId } = request.params
    const code = field(formBody(request), 'ma')
    if (code.trim() === '') return showHelp(request, reply, helpId, words.fill.code)
    const outcome = await attempt(() => act(request, confirmHelp, { helpId, code: code.slice(0, 20) }))
    if (!outcome.ok) return showHelp(request, reply, helpId, refusalText(request, outcome.refusal))
    if ('wrong' in outcome.result) return showHelp(request, reply, helpId, words.wrong(outcome.result.left))
    return redirect(reply, `/bai-khai/${outcome.result.resumeCode}`)
  })

  web.post<ById>(`${HELPING}/:id/giay`, async (request, reply) => {
    const { id: helpId } = request.params
    const outcome = await attempt(() => act(request, confirmHelpByPaper, { helpId }))
    if (!outcome.ok) return showHelp(request, reply, helpId, refusalText(request, outcome.refusal))
    return redirect(reply, `/bai-khai/${outcome.result.resumeCode}`)
  })

  web.post<ById>(`${HELPING}/:id/ket-thuc`, async (request, reply) => {
    const { id: helpId } = request.params
    const outcome = await attempt(() => act(request, endHelp, { helpId }))
    // Pressed twice, or ended by the person meanwhile: it is over.
    if (!outcome.ok && outcome.refusal.code !== 'dossiers.help-over') throw outcome.refusal
    return redirect(reply, HELPING)
  })
}

const BLANK: AskedHelp = { fullName: '', personalId: '', phone: '', procedure: '', chosen: '', found: [], errors: [] }

const isCode = (text: string): boolean => /^\d\.\d{6}$/.test(text.trim())

type Typed = Pick<AskedHelp, 'fullName' | 'personalId' | 'phone' | 'procedure'>

function readAsked(form: FormBody): Typed {
  return {
    fullName: field(form, BOXES.fullName).trim().slice(0, 100),
    personalId: field(form, BOXES.personalId).replace(/\D/g, '').slice(0, 12),
    phone: field(form, BOXES.phone).replace(/\D/g, '').slice(0, 10),
    procedure: field(form, BOXES.procedure).trim().slice(0, 100),
  }
}

function faultsOf({ fullName, personalId, phone, isChosen }: Typed & { isChosen: boolean }): AskedHelp['errors'] {
  return [
    ...(fullName.length < 2 ? [{ field: BOXES.fullName, message: words.fill.name }] : []),
    ...(personalId.length === 12 ? [] : [{ field: BOXES.personalId, message: words.fill.personalId }]),
    ...(phone === '' || /^0\d{9}$/.test(phone) ? [] : [{ field: BOXES.phone, message: words.fill.phone }]),
    ...(isChosen ? [] : [{ field: BOXES.procedure, message: words.fill.procedure }]),
  ]
}

function inputOf({ fullName, personalId, phone }: Typed, procedureCode: string, how: string) {
  const said = { fullName, personalId, procedureCode, ...(phone === '' ? {} : { phone }) }
  return how === 'giay' ? { ...said, without: 'code' as const } : said
}

async function offered(request: WebRequest, { procedure }: Typed): Promise<AskedHelp['found']> {
  if (procedure === '') return []
  const { db, clock } = request.server.app
  const { procedures } = await searchProcedures(db, {
    q: procedure,
    on: vietnamDate(clock.now()),
    limit: MOST_FOUND,
  })
  return procedures.map(({ code, name }) => ({ code, name }))
}

async function showAsk(request: WebRequest, reply: WebReply, asked: AskedHelp): Promise<WebReply> {
  const helps = await ask(request, listOwnHelps, {})
  const body = <AskPage asked={asked} helps={helps} actor={request.actor} token={formToken(request, reply)} />
  const status = asked.errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: words.title, current: HELPING, body, status })
}

async function showHelp(request: WebRequest, reply: WebReply, helpId: string, problem?: string): Promise<WebReply> {
  const help = await ask(request, getHelp, { helpId })
  const body = <HelpPage help={help} problem={problem} actor={request.actor} token={formToken(request, reply)} />
  const status = problem === undefined ? 200 : 422
  return sitePage(request, reply, { site: 'workspace', title: words.title, current: HELPING, body, status })
}
