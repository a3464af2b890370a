import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  redirect,
  undertake,
  type Outcome,
  type Web,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { confirmationPath, isRaising, isWaiting } from '../../../signing/index.ts'
import { fileDownload } from '../../../documents/index.ts'
import { approveBatch } from '../../batch/approve-batch.ts'
import { downloadBatch } from '../../batch/get-batch.ts'
import { removeBatchMember, returnBatch } from '../../batch/remove-member.ts'
import { returnSignedBatch } from '../../batch/return-signed-batch.ts'
import { sealBatch } from '../../batch/seal-batch.ts'
import { signBatch } from '../../batch/sign-batch.ts'
import { showBatch } from './batch.page.tsx'
import { gatherRoutes } from './gather.tsx'
import { showList } from './list.page.tsx'
import { outcomePage } from './outcome.page.tsx'
import { BATCHES, batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

type ByNo = { Params: { no: string }; Querystring: { xong?: string } }

/** What became of a press, by the last part of its address. */
const DONE: Record<string, string> = {
  gom: texts.gathered,
  duyet: texts.approved,
  ky: texts.signed,
  'bo-ra': texts.removed,
  'tra-lai': texts.givenBack,
  'tra-nguoi-ky': texts.returnedSigned,
  'dong-dau': texts.sealed,
  'cho-dau': texts.signedAndWaits,
}

/** Decisions for many: gathered, read, approved, signed and sealed on one page. */
export async function batchRoutes(web: Web): Promise<void> {
  web.get(BATCHES, showList)
  await gatherRoutes(web)
  web.get<ByNo>(`${BATCHES}/:no`, (request, reply) => {
    const facts = request.query as Record<string, string>
    const words = DONE[request.query.xong ?? '']
    return showBatch(request, reply, words === undefined ? {} : { done: fill(words, facts) })
  })
  web.get<ByNo>(`${BATCHES}/:no/quyet-dinh.pdf`, async (request, reply) => {
    const { file } = await ask(request, downloadBatch, { no: Number(request.params.no) })
    return fileDownload(reply, web.app, file, { inline: true })
  })

  const post = (name: string, work: Work) =>
    web.post<ByNo>(`${BATCHES}/:no/${name}`, async (request, reply) => {
      const no = Number(request.params.no)
      const outcome: Outcome<unknown> = await attempt(() => work(request, no))
      if (!outcome.ok) return showBatch(request, reply, { outcome, form: formBody(request), at: name })
      if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
      if (isRaising(outcome.result)) return redirect(reply, batchPath(no, '?xong=cho-dau'))
      const code = field(formBody(request), 'ho-so')
      return redirect(reply, batchPath(no, `?xong=${name}${code === '' ? '' : `&code=${encodeURIComponent(code)}`}`))
    })
  post('duyet', (request, no) =>
    undertake(request, approveBatch, { no, version: versionIn(request), ...pinIn(request) }),
  )
  post('ky', (request, no) => undertake(request, signBatch, { no, version: versionIn(request), ...pinIn(request) }))
  post('bo-ra', (request, no) =>
    act(request, removeBatchMember, { no, dossierCode: field(formBody(request), 'ho-so'), reason: reasonIn(request) }),
  )
  post('tra-lai', (request, no) => act(request, returnBatch, { no, reason: reasonIn(request) }))
  post('tra-nguoi-ky', (request, no) => act(request, returnSignedBatch, { no, reason: reasonIn(request) }))
  web.post<ByNo>(`${BATCHES}/:no/dong-dau`, async (request, reply) => {
    const no = Number(request.params.no)
    const outcome = await attempt(() => undertake(request, sealBatch, { no, ...pinIn(request) }))
    if (!outcome.ok) return showBatch(request, reply, { outcome, form: {}, at: 'dong-dau' })
    if (isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    if (isRaising(outcome.result)) return redirect(reply, batchPath(no, '?xong=cho-dau'))
    const { number, done, outcomes } = outcome.result
    if (outcomes.some((one) => !one.done))
      return outcomePage(request, reply, {
        no,
        title: texts.outcomeTitle,
        summary: fill(texts.sealedSome, { number, done, refused: outcomes.length - done }),
        outcomes: outcomes.map(({ dossierCode, refusal }) => ({ dossierCode, why: refusal?.title ?? null })),
        doneWords: texts.extractIssued,
      })
    return redirect(reply, batchPath(no, `?xong=dong-dau&number=${encodeURIComponent(number)}&done=${done}`))
  })
}

type Work = (request: WebRequest, no: number) => Promise<unknown>

const versionIn = (request: WebRequest) => Number(field(formBody(request), 'ban')) || 1
/** Nothing typed: perhaps the key is confirmed on a telephone; if not, it is refused. */
const pinIn = (request: WebRequest): { pin?: string } => {
  const pin = field(formBody(request), 'pin')
  return pin === '' ? {} : { pin }
}
const reasonIn = (request: WebRequest) => field(formBody(request), 'ly-do')
