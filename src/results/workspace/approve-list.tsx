import { refusalSentence as fill } from '../../platform/refusal.ts'
import {
  ask,
  formBody,
  formToken,
  sitePage,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { Button, HiddenToken, Notice } from '../../ui/index.ts'
import { MOST_AT_ONCE } from '../../dossiers/index.ts'
import { bulkApprove } from '../bulk/bulk-approve.ts'
import { listWaitingResults, type WaitingResult } from '../list-waiting.ts'
import { batchesWaiting } from './batch/together.tsx'
import { CHOSEN, bulkOutcomePage, chosenIn } from './bulk-outcome.tsx'
import { texts } from './texts.ts'
import { APPROVE, WaitingList } from './waiting-list.tsx'

/** The drafts that wait for the head of division: read one by one, approved one by one or many by one press. */
export async function approveListRoutes(web: Web): Promise<void> {
  web.get(APPROVE, (request, reply) => show(request, reply, []))
  web.post(APPROVE, async (request, reply) => {
    const chosen = chosenIn(formBody(request))
    if (chosen.length === 0 || chosen.length > MOST_AT_ONCE) return show(request, reply, chosen, true)
    const before = await waiting(request)
    const { outcomes } = await undertake(request, bulkApprove, { items: chosen.map(itemOf) })
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

async function show(request: WebRequest, reply: WebReply, chosen: readonly string[], wrong = false): Promise<WebReply> {
  const found = await waiting(request)
  const together = await batchesWaiting(request, ['draft'])
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.approveListTitle,
    current: APPROVE,
    status: wrong ? 422 : 200,
    body: (
      <form class="cuon-trang" method="post">
        <HiddenToken token={formToken(request, reply)} />
        {wrong && (
          <Notice tone="late" role="alert">
            {chosen.length === 0 ? texts.bulkNothing : fill(texts.bulkTooMany, { most: MOST_AT_ONCE })}
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
            <Button icon="check">{texts.approveChosen}</Button>
          </div>
        )}
      </form>
    ),
  })
}
