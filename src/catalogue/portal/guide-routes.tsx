import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sitePage, type Web } from '../../platform/web/web.ts'
import { everydayTitle } from '../everyday.ts'
import { answersIn, followGuide, keptAnswers } from '../guides/guide.ts'
import { guideFor } from '../guides/guides.ts'
import { procedureInForce } from '../store.ts'
import { GuidePage } from './guide.page.tsx'
import { guideTexts as words } from './guide.texts.ts'
import { plainName } from './words.ts'

type Asked = { Params: { code: string }; Querystring: Record<string, unknown> }

/** The short questions of a procedure; the address holds the answers, so a list can be sent to somebody. */
export async function guideRoutes(web: Web): Promise<void> {
  web.get<Asked>('/thu-tuc/:code/hoi-nhanh', async (request, reply) => {
    const { app } = web
    const { code } = request.params
    const procedure = await procedureInForce(app.db, code, vietnamDate(app.clock.now()))
    const guide = procedure && guideFor(procedure)
    if (!guide) throw new Refusal('catalogue.unknown-procedure', { code: code.slice(0, 60) })
    const answers = keptAnswers(guide, answersIn(request.query))
    const step = followGuide(guide, answers)
    // The question is asked again when it was sent without an answer.
    const isUnanswered = step.kind === 'question' && request.query.cau === step.question.key
    return sitePage(request, reply, {
      site: 'portal',
      title: words.title(everydayTitle(code) ?? plainName(procedure.name)),
      body: <GuidePage procedure={procedure} guide={guide} answers={answers} step={step} isUnanswered={isUnanswered} />,
      current: '/thu-tuc',
    })
  })
}
