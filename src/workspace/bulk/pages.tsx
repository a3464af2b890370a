import type { VNode } from 'preact'
import type { BulkOutcome, BulkResult } from '../../dossiers/index.ts'
import type { BulkTask } from '../../dossiers/workspace/bulk-task.ts'
import { workPath } from '../../dossiers/workspace/open-work.ts'
import type { Errors } from '../../dossiers/workspace/work-form.tsx'
import { Button, ButtonLink, ErrorSummary, HiddenToken, Icon, Table } from '../../ui/index.ts'
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
  const failed = outcomes.filter((outcome) => !outcome.done)
  return (
    <div class="khung-viec">
      <div class="cuon-trang">
        <div class="mot-cot">
          {failed.length > 0 && (
            <section>
              <h2>{texts.notDoneList}</h2>
              <p class="nhe">{texts.notDoneHint}</p>
              <Table
                caption={texts.notDoneList}
                captionHidden
                rows={failed}
                rowKey={({ dossierCode }) => dossierCode}
                columns={[
                  { title: texts.code, cell: (outcome) => <Code outcome={outcome} />, rowHeader: true },
                  { title: texts.why, cell: ({ refusal }) => refusal?.title ?? '' },
                ]}
              />
            </section>
          )}
          {done > 0 && (
            <section>
              <h2>{texts.doneList}</h2>
              <ul class="ds-hs">
                {outcomes
                  .filter((outcome) => outcome.done)
                  .map((outcome) => (
                    <li key={outcome.dossierCode}>
                      <Icon name="check" /> <Code outcome={outcome} />
                    </li>
                  ))}
              </ul>
            </section>
          )}
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

function Code({ outcome: { dossierCode } }: { outcome: BulkOutcome }) {
  return (
    <a class="ma" href={workPath(dossierCode)}>
      {dossierCode}
    </a>
  )
}
