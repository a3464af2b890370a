import { refusalSentence as fill } from '../../platform/refusal.ts'
import {
  ask,
  field,
  formBody,
  formToken,
  sitePage,
  undertake,
  type FormBody,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { Button, HiddenToken, Notice, Radios } from '../../ui/index.ts'
import { MOST_AT_ONCE } from '../../dossiers/index.ts'
import { bulkDeliver } from '../bulk/bulk-deliver.ts'
import { listWaitingResults, type WaitingResult } from '../list-waiting.ts'
import { CHOSEN, bulkOutcomePage, chosenIn } from './bulk-outcome.tsx'
import { texts } from './texts.ts'
import { WaitingList } from './waiting-list.tsx'

export const DELIVER = '/quay/tra-ket-qua'
const HOW = 'cach-tra'

type Query = { xong?: string; 'khong-nhan'?: string }

/** The desk's list of results to hand over, one by one or many by one press. */
export async function deliverListRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Query }>(DELIVER, (request, reply) => show(request, reply, {}, request.query))
  web.post(DELIVER, async (request, reply) => {
    const form = formBody(request)
    const chosen = chosenIn(form)
    if (chosen.length === 0 || chosen.length > MOST_AT_ONCE) return show(request, reply, form, {}, true)
    const before = await waiting(request)
    const items = chosen.map((code) => handOver(code, field(form, HOW), before))
    const { outcomes } = await undertake(request, bulkDeliver, { items })
    return bulkOutcomePage(request, reply, {
      title: texts.deliverTitle,
      path: DELIVER,
      before,
      outcomes,
      doneWords: texts.deliveredWords,
    })
  })
}

const waiting = (request: WebRequest) => ask(request, listWaitingResults, { as: 'intake-officer' })

/** Many at once are taken by the applicants themselves; what somebody else fetches or the post takes has its own page. */
function handOver(dossierCode: string, how: string, before: readonly WaitingResult[]) {
  if (how === 'electronic') return { dossierCode, how } as const
  const name = before.find(({ item }) => item.code === dossierCode)?.item.applicantName
  return { dossierCode, how: 'counter', ...(name === undefined ? {} : { receiverName: name }) } as const
}

async function show(
  request: WebRequest,
  reply: WebReply,
  form: FormBody,
  { xong, 'khong-nhan': notTaken }: Query,
  wrong = false,
): Promise<WebReply> {
  const found = await waiting(request)
  const chosen = chosenIn(form)
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.deliverTitle,
    current: DELIVER,
    status: wrong ? 422 : 200,
    body: (
      <form class="cuon-trang" method="post" action={DELIVER}>
        <HiddenToken token={formToken(request, reply)} />
        {xong && (
          <Notice tone="ok" role="status">
            {fill(texts.deliveredOne, { code: xong })}
          </Notice>
        )}
        {notTaken && (
          <Notice tone="hold" role="status">
            {fill(texts.notTakenOne, { code: notTaken })}
          </Notice>
        )}
        {wrong && (
          <Notice tone="late" role="alert">
            {chosen.length === 0 ? texts.bulkNothing : fill(texts.bulkTooMany, { most: MOST_AT_ONCE })}
          </Notice>
        )}
        <WaitingList
          waiting={found}
          title={texts.deliverTitle}
          path={DELIVER}
          doWords={texts.deliverOne}
          none={texts.deliverNone}
          noneHint={texts.deliverNoneHint}
          choose={{ name: CHOSEN, value: ({ item }) => item.code, isChosen: ({ item }) => chosen.includes(item.code) }}
        />
        {found.length > 0 && (
          <div class="hang-loat">
            <Radios
              name={HOW}
              label={texts.deliverChosenHow}
              value={field(form, HOW) || 'counter'}
              options={[
                { value: 'counter', label: texts.deliverChosenCounter },
                { value: 'electronic', label: texts.byElectronic },
              ]}
            />
            <Button icon="package-check">{texts.deliverChosen}</Button>
          </div>
        )}
      </form>
    ),
  })
}
