import { isId } from '../../../platform/id.ts'
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
import { SPLITS } from '../../intake/scan.ts'
import { WAY_KINDS } from '../../intake/ways/way-in.ts'
import { endWay, listWays, setUpWay } from '../../intake/ways/set-up-way.ts'
import { separatorRoutes } from './separator-routes.tsx'
import { waysTexts as t } from './texts.ts'
import { WAYS, WaysPage, type TypedWay } from './ways.page.tsx'

/** Ways in, for administrators, and separator sheets, for whoever scans. */
export async function waysWorkspaceRoutes(web: Web): Promise<void> {
  await separatorRoutes(web)

  web.get(WAYS, (request, reply) => show(request, reply, typedIn({}), undefined))

  web.post(WAYS, async (request, reply) => {
    const typed = typedIn(formBody(request))
    const done = await attempt(() =>
      act(request, setUpWay, {
        kind: WAY_KINDS.find((one) => one === typed.kind) ?? 'folder',
        unitId: typed.unitId,
        place: typed.place,
        splitAt: SPLITS.find((one) => one === typed.splitAt) ?? 'file',
        handsOn: typed.bySelf ? 'by-itself' : 'by-person',
      }),
    )
    return done.ok ? redirect(reply, WAYS) : show(request, reply, typed, refusalText(request, done.refusal))
  })

  web.post(`${WAYS}/ngung`, async (request, reply) => {
    const wayId = field(formBody(request), 'duong')
    const done = await attempt(() => act(request, endWay, { wayId: isId(wayId) ? wayId : NO_ID }))
    return done.ok ? redirect(reply, WAYS) : show(request, reply, typedIn({}), refusalText(request, done.refusal))
  })
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

function typedIn(form: FormBody): TypedWay {
  const unitId = field(form, 'bo-phan')
  return {
    kind: field(form, 'loai') || 'folder',
    place: field(form, 'cho'),
    unitId: isId(unitId) ? unitId : NO_ID,
    splitAt: field(form, 'chia') || 'file',
    bySelf: field(form, 'tu-chuyen') !== '',
  }
}

async function show(
  request: WebRequest,
  reply: WebReply,
  typed: TypedWay,
  error: string | undefined,
): Promise<WebReply> {
  const listed = await ask(request, listWays, {})
  const body = <WaysPage listed={listed} typed={typed} error={error} token={formToken(request, reply)} />
  const status = error === undefined ? 200 : 422
  return sitePage(request, reply, { site: 'workspace', title: t.title, current: WAYS, body, status })
}
