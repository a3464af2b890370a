import type { VNode } from 'preact'
import { type BulkResult, workPath } from '../../dossiers/index.ts'
import type { BulkTask } from '../../dossiers/workspace/bulk-task.ts'
import type { Errors } from '../../dossiers/workspace/work-form.tsx'
import { Button, ButtonLink, ErrorSummary, HiddenToken, OutcomeList } from '../../ui/index.ts'
import { CHOSEN, TASK, CONFIRMED } from './form-names.ts'
import { bulkPageTexts as texts } from './texts.ts'

type ConfirmProps = { task: BulkTask; codes: readonly string[]; errors: Errors; questions: VNode | null; token: string }

/** Asks once more, with what all of them need. */
export function ConfirmPage({ task, codes, errors, questions, token }: ConfirmProps) {
  return (
    <form class="khung-viec" method="post" action="/viec/nhieu">
      <HiddenToken token={token} />
      <input type="hidden" name={TASK} value={task.id} />
      <input type="hidden" name={CONFIRMED} value="1" />
      {codes.map((code) => (
        <input type="hidden" name={CHOSEN} value={code} key={code} />
      ))}
      <div class="cuon-trang">
        <div class="mot-cot">
          {errors.length > 0 && <ErrorSummary errors={errors} />}
          <p class="nhe">{task.lead}</p>
          {questions}
          <h2>{texts.chosen}</h2>
          <ul class="ds-hs">
            {codes.map((code) => (
              <li key={code}>
                <a class="ma" href={workPath(code)} target="_blank" rel="noopener">
                  {code}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <footer class="lenh">
        <ButtonLink kind="quiet" href="/viec">
          {texts.back}
        </ButtonLink>
        <span class="phai" />
        <Button icon={task.icon} shortcut="Ctrl+Enter">
          {task.submit}
        </Button>
      </footer>
    </form>
  )
}

/** What became of each. */
export function OutcomePage({ result: { done, outcomes } }: { result: BulkResult }) {
  return (
    <div class="khung-viec">
      <div class="cuon-trang">
        <div class="mot-cot">
          <OutcomeList
            rows={outcomes.map(({ dossierCode, done: ok, refusal }) => ({
              code: dossierCode,
              href: workPath(dossierCode),
              ok,
              words: refusal?.title ?? '',
            }))}
            caption={texts.outcome}
            summary={done === outcomes.length ? texts.allDone : texts.notDoneHint}
            titles={{ code: texts.code, outcome: texts.outcome, done: texts.done, refused: texts.notDone }}
          />
        </div>
      </div>
      <footer class="lenh">
        <ButtonLink kind="primary" href="/viec">
          {texts.back}
        </ButtonLink>
      </footer>
    </div>
  )
}
