import { refusalSentence as fill } from '../../platform/refusal.ts'
import {
  ask,
  attempt,
  field,
  formBody,
  formToken,
  refusalText,
  sitePage,
  undertake,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { Button, HiddenToken, Notice } from '../../ui/index.ts'
import { MOST_AT_ONCE } from '../../dossiers/index.ts'
import { KeyQuestion, ownKeyOf } from '../../signing/index.ts'
import { bulkApprove } from '../bulk/bulk-approve.ts'
import { listWaitingResults, type WaitingResult } from '../list-waiting.ts'
import { batchesWaiting } from './batch/together.tsx'
import { CHOSEN, bulkOutcomePage, chosenIn } from './bulk-outcome.tsx'
import { OF_THE_PIN, statusOf } from './frame.tsx'
import { texts } from './texts.ts'
import { APPROVE, WaitingList } from './waiting-list.tsx'

/** The drafts that wait for the head of division: read one by one, approved one by one or many by one press. */
export async function approveListRoutes(web: Web): Promise<void> {
  web.get(APPROVE, (request, reply) => show(request, reply, { chosen: [] }))
  web.post(APPROVE, async (request, reply) => {
    const chosen = chosenIn(formBody(request))
    if (chosen.length === 0 || chosen.length > MOST_AT_ONCE)
      return show(request, reply, { chosen, isWrongNumber: true })
    const before = await waiting(request)
    const pin = field(formBody(request), 'pin')
    const input = { items: chosen.map(itemOf), ...(pin === '' ? {} : { pin }) }
    const outcome = await attempt(() => undertake(request, bulkApprove, input))
    if (!outcome.ok) return show(request, reply, { chosen, outcome })
    const { outcomes } = outcome.result
    return bulkOutcomePage(request, reply, {
      title: texts.approveListTitle,
      path: APPROVE,
      before,
      outcomes,
      doneWords: texts.approvedWords,
    })
  })
}

const waiting = (request: WebRequest) => ask(request, listWaitingResults, { as: 'head-of-division' })

/** A box says which version its reader saw. */
const valueOf = ({ item, result }: WaitingResult) => `${item.code} ${result.version}`
function itemOf(value: string): { dossierCode: string; version: number } {
  const [dossierCode = '', version] = value.split(' ')
  return { dossierCode, version: Number(version) || 1 }
}

type Shown = { chosen: readonly string[]; isWrongNumber?: boolean; outcome?: Outcome<unknown> & { ok: false } }

async function show(
  request: WebRequest,
  reply: WebReply,
  { chosen, isWrongNumber: wrong = false, outcome }: Shown,
): Promise<WebReply> {
  const found = await waiting(request)
  const refusal = outcome && refusalText(request, outcome.refusal)
  const isOfPin = outcome !== undefined && OF_THE_PIN.has(outcome.refusal.code)
  const own = found.some(({ isRecordSigned }) => isRecordSigned)
    ? await ownKeyOf(request.server.app, request.actor)
    : null
  const together = await batchesWaiting(request, ['draft'])
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.approveListTitle,
    current: APPROVE,
    status: wrong ? 422 : statusOf(request, outcome),
    body: (
      <form class="cuon-trang" method="post">
        <HiddenToken token={formToken(request, reply)} />
        {wrong && (
          <Notice tone="late" role="alert">
            {chosen.length === 0 ? texts.bulkNothing : fill(texts.bulkTooMany, { most: MOST_AT_ONCE })}
          </Notice>
        )}
        {refusal !== undefined && !isOfPin && (
          <Notice tone="late" role="alert">
            {refusal}
          </Notice>
        )}
        {together}
        {found.length > 0 && <p class="nhe">{texts.approveListLead}</p>}
        <WaitingList
          waiting={found}
          title={texts.approveListTitle}
          path={APPROVE}
          doWords={texts.approveListOne}
          none={texts.approveListNone}
          noneHint={texts.approveListNoneHint}
          choose={{ name: CHOSEN, value: valueOf, isChosen: (one) => chosen.includes(valueOf(one)) }}
          withGist
        />
        {found.length > 0 && (
          <div class="hang-loat">
            {own !== null && (
              <KeyQuestion own={own} {...(isOfPin && refusal !== undefined ? { error: refusal } : {})} />
            )}
            <Button icon="check">{texts.approveChosen}</Button>
          </div>
        )}
      </form>
    ),
  })
}
