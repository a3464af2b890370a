import { holds } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { field, formBody, formToken, sitePage } from '../../platform/web/web.ts'
import type { FormBody, Web, WebReply, WebRequest } from '../../platform/web/web.ts'
import { MOST_AT_ONCE } from '../../dossiers/index.ts'
import type { BulkTask } from '../../dossiers/workspace/bulk-task.ts'
import { fill } from '../../dossiers/workspace/texts.ts'
import { EmptyState } from '../../ui/index.ts'
import { CHOSEN, CONFIRMED, TASK } from './form-names.ts'
import { ConfirmPage, OutcomePage } from './pages.tsx'
import { bulkPageTexts as texts } from './texts.ts'

/** The same for several dossiers: ticked on the work list, asked once more, then each with its own outcome. */
export function bulkRoutes(web: Web, tasks: readonly BulkTask[]): void {
  web.post('/viec/nhieu', async (request, reply) => {
    const sent = formBody(request)
    const task = tasks.find(({ id }) => id === field(sent, TASK))
    if (!task || !holds(request.actor, task.role)) throw new Refusal('platform.not-found')
    const codes = codesOf(sent)
    if (codes.length === 0) return show(request, reply, texts.none, <NoneChosen />, 422)
    const isSent = field(sent, CONFIRMED) !== ''
    const errors = isSent ? (task.check?.(sent) ?? []) : []
    if (!isSent || errors.length > 0) {
      const questions = (await task.questions?.(request, sent, errors)) ?? null
      const token = formToken(request, reply)
      const body = <ConfirmPage task={task} codes={codes} errors={errors} questions={questions} token={token} />
      const title = fill(texts.title, { label: task.label, count: codes.length })
      return show(request, reply, title, body, errors.length > 0 ? 422 : 200)
    }
    const result = await task.run(request, codes, sent)
    const title = fill(texts.doneTitle, { done: result.done, all: result.outcomes.length })
    return show(request, reply, title, <OutcomePage result={result} />)
  })
}

function codesOf(sent: FormBody): string[] {
  const codes = sent[CHOSEN] ?? []
  return [...new Set(Array.isArray(codes) ? codes : [codes])].slice(0, MOST_AT_ONCE)
}

function NoneChosen() {
  return (
    <div class="cuon-trang">
      <EmptyState icon="list-checks" title={texts.none} action={<a href="/viec">{texts.back}</a>} />
    </div>
  )
}

function show(
  request: WebRequest,
  reply: WebReply,
  title: string,
  body: Parameters<typeof sitePage>[2]['body'],
  status = 200,
): Promise<WebReply> {
  return sitePage(request, reply, { site: 'workspace', title, current: '/viec', body, status })
}
