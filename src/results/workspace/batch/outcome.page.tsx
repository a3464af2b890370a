import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { sitePage, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { workPath } from '../../../dossiers/index.ts'
import { BackLink, OutcomeList } from '../../../ui/index.ts'
import { BATCHES, batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

type Page = {
  no: number
  title: string
  summary: string
  /** Each dossier with why it did not go along; null: it did. */
  outcomes: readonly { dossierCode: string; why: string | null }[]
  doneWords: string
}

/** After a press on many of which some did not go along: what became of each. */
export function outcomePage(
  request: WebRequest,
  reply: WebReply,
  { no, title, summary, outcomes, doneWords }: Page,
): Promise<WebReply> {
  return sitePage(request, reply, {
    site: 'workspace',
    title,
    current: BATCHES,
    body: (
      <div class="cuon-trang">
        <BackLink href={batchPath(no)}>{fill(texts.one, { no })}</BackLink>
        <OutcomeList
          rows={outcomes.map(({ dossierCode, why }) => ({
            code: dossierCode,
            href: workPath(dossierCode),
            ok: why === null,
            words: why ?? doneWords,
          }))}
          caption={title}
          summary={summary}
          titles={{
            code: texts.code,
            outcome: texts.outcome,
            done: texts.outcomeDone,
            refused: texts.outcomeRefused,
          }}
        />
      </div>
    ),
  })
}
