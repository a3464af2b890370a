import {
  act,
  attempt,
  field,
  formBody,
  redirect,
  refusalText,
  undertake,
  type FormBody,
  type Web,
} from '../../platform/web/web.ts'
import { changeType } from '../bench/change-type.ts'
import { confirmValues } from '../bench/confirm-values.ts'
import { handOverPaper } from '../bench/hand-over-paper.ts'
import { judgeValue } from '../bench/judge-value.ts'
import { readAgain } from '../bench/read-again.ts'
import { BOX } from './doubt-card.tsx'
import { BENCH, paperPath } from './paths.ts'
import { showPaper } from './show-paper.tsx'
import { benchTexts as t } from './texts.ts'

type ById = { Params: { id: string } }
type ByValue = { Params: { id: string; valueId: string } }

/** What one press of the card says: the words of the box, one of the choices, or that it cannot be read. */
function readCard(form: FormBody): { text: string | null; asPrinted: boolean } | undefined {
  const pressed = field(form, 'viec')
  const chosen = field(form, 'chon')
  if (pressed === 'khong-doc') return { text: null, asPrinted: false }
  const text = chosen === '' ? field(form, BOX) : chosen
  return text === '' ? undefined : { text, asPrinted: pressed === 'nhu-giay' }
}

/** Everything that is pressed on the bench; each leads back to the paper, with the next doubt before the officer. */
export async function benchForms(web: Web): Promise<void> {
  web.post<ByValue>(`${BENCH}/:id/muc/:valueId`, async (request, reply) => {
    const { id: paperId, valueId } = request.params
    const form = formBody(request)
    const said = readCard(form)
    const typed = field(form, BOX)
    if (!said) {
      const error = t.writeSomething
      return showPaper(request, reply, paperId, {
        valueId,
        typed: { text: typed, error, isStrange: false },
        status: 422,
      })
    }
    const version = Number(field(form, 'phien-ban'))
    const done = await attempt(() => act(request, judgeValue, { paperId, valueId, version, ...said }))
    if (done.ok) return redirect(reply, paperPath(paperId, `?sau=${valueId}`))
    const { refusal } = done
    if (refusal.code === 'platform.not-found') throw refusal
    const error = refusalText(request, refusal)
    const isStrange = refusal.code === 'digitisation.value-strange'
    return showPaper(request, reply, paperId, {
      valueId,
      typed: { text: said.text ?? typed, error, isStrange },
      status: isStrange ? 422 : 409,
    })
  })

  web.post<ById>(`${BENCH}/:id/cung-luc`, async (request, reply) => {
    const { id: paperId } = request.params
    const form = formBody(request)
    const what = field(form, 'gi') === 'absent' ? 'absent' : 'sure'
    const values = [form['muc'] ?? []].flat().map((shown) => {
      const [id = '', version = ''] = shown.split('.')
      return { id, version: Number(version) }
    })
    await act(request, confirmValues, { paperId, what, values })
    return redirect(reply, paperPath(paperId, '?xong=nhieu'))
  })

  web.post<ById>(`${BENCH}/:id/loai`, async (request, reply) => {
    const { id: paperId } = request.params
    const type = field(formBody(request), 'loai')
    await undertake(request, changeType, { paperId, type: type === '' ? null : type })
    return redirect(reply, paperPath(paperId, '?xong=loai'))
  })

  web.post<ById>(`${BENCH}/:id/chuyen`, async (request, reply) => {
    const { id: paperId } = request.params
    const form = formBody(request)
    const toAccountId = field(form, 'cho')
    if (toAccountId === '')
      return showPaper(request, reply, paperId, { handing: true, handError: t.chooseSomebody, status: 422 })
    const input = { paperId, toAccountId, note: field(form, 'nhan') }
    await act(request, handOverPaper, input)
    return redirect(reply, paperPath(paperId, '?xong=chuyen'))
  })

  web.post<ById>(`${BENCH}/:id/doc-lai`, async (request, reply) => {
    const { id: paperId } = request.params
    await act(request, readAgain, { paperId })
    return redirect(reply, paperPath(paperId, '?xong=doc'))
  })
}
