import { formatDate } from '../../platform/dates.ts'
import { actionName, processRoleNames, type ProcessStep } from '../../catalogue/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  HiddenToken,
  Notice,
  OutcomeList,
  Pagination,
  Table,
  Tag,
} from '../../ui/index.ts'
import type { BulkResult } from '../bulk/bulk.ts'
import { handlingWords } from '../texts.ts'
import { workPath } from '../work-path.ts'
import type { PlannedMove, ProcessMovePreview } from './preview-process-move.ts'
import type { MoveEffect } from './process-move.ts'
import { processMoveTexts as t } from './texts.ts'

type Props = {
  preview: ProcessMovePreview
  token: string
  after?: string
  /** A refusal in words. */
  words(code: string, facts: Record<string, unknown>): string
}

export const movePath = (processCode: string): string => `/quy-trinh/${processCode}/chuyen-ho-so`

/** The running dossiers a new version concerns, each with what it would change. */
export function ProcessMovePage({ preview, token, after, words }: Props) {
  const { processCode, target, total, dossiers, next } = preview
  const movable = dossiers.filter(({ refused }) => refused === null)
  return (
    <div class="cuon-trang quy-trinh">
      <BackLink href={`/quy-trinh/${processCode}`}>{target.name}</BackLink>
      <p class="nhe">{t.lead(target.version)}</p>
      {total === 0 ? (
        <Notice tone="ok">{t.none}</Notice>
      ) : (
        <p>
          <b>{t.total(total)}</b>
        </p>
      )}
      {dossiers.length > 0 && (
        <Table
          caption={t.caption}
          captionHidden
          rows={dossiers}
          rowKey={({ dossierCode }) => dossierCode}
          columns={[
            {
              title: t.dossier,
              rowHeader: true,
              cell: ({ dossierCode, procedureCode }) => (
                <>
                  <span class="ma">{dossierCode}</span>
                  <br />
                  <span class="ma nhe nho">{procedureCode}</span>
                </>
              ),
            },
            { title: t.state, cell: ({ handling }) => handlingWords[handling] },
            { title: t.from, kind: 'number', cell: ({ fromVersion }) => fromVersion },
            { title: t.changes, cell: (planned) => <Effect planned={planned} words={words} /> },
            {
              title: t.due,
              cell: ({ dueOn }) =>
                dueOn === null ? <span class="nhe">{t.noDue}</span> : <span class="so">{formatDate(dueOn)}</span>,
            },
          ]}
        />
      )}
      {movable.length > 0 && (
        <form method="post" action={movePath(processCode)}>
          <HiddenToken token={token} />
          {after !== undefined && <input type="hidden" name="sau" value={after} />}
          {movable.map(({ dossierCode }) => (
            <input type="hidden" name="ho-so" value={dossierCode} key={dossierCode} />
          ))}
          <Button icon="arrow-right">{t.move(movable.length)}</Button>
        </form>
      )}
      {next !== null && <Pagination nextHref={`${movePath(processCode)}?sau=${next}`} />}
    </div>
  )
}

function Effect({ planned: { effect, refused }, words }: { planned: PlannedMove; words: Props['words'] }) {
  if (refused) {
    return (
      <>
        <Tag tone="hold">{t.kept}</Tag> {words(refused.code, refused.facts ?? {})}
      </>
    )
  }
  const lines = linesOf(effect)
  if (lines.length === 0) return <span class="nhe">{t.same}</span>
  return <>{lines.join('. ')}.</>
}

function linesOf({ step, role, gained, lost }: MoveEffect): string[] {
  const roleName = (name: string | null) => (name === null ? '' : processRoleNames[name as ProcessStep['role']])
  return [
    step.before !== step.after ? t.stepBecomes(step.before ?? '–', step.after ?? '–') : '',
    role.before !== role.after ? t.roleBecomes(roleName(role.before), roleName(role.after)) : '',
    gained.length > 0 ? t.gained(gained.map(actionName).join(', ')) : '',
    lost.length > 0 ? t.lost(lost.map(actionName).join(', ')) : '',
  ].filter((line) => line !== '')
}

/** What became of each dossier of one go. */
export function MoveOutcomePage({ processCode, result }: { processCode: string; result: BulkResult }) {
  const { done, outcomes } = result
  return (
    <div class="cuon-trang quy-trinh">
      <BackLink href={`/quy-trinh/${processCode}`}>{t.back}</BackLink>
      <OutcomeList
        rows={outcomes.map(({ dossierCode, done: ok, refusal }) => ({
          code: dossierCode,
          href: workPath(dossierCode),
          ok,
          words: refusal?.title ?? '',
        }))}
        caption={t.outcome}
        summary={t.outcomeTitle(done, outcomes.length - done)}
        titles={{ code: t.dossier, outcome: t.outcome, done: t.moved, refused: t.kept }}
      />
      <ButtonLink kind="secondary" href={movePath(processCode)}>
        {t.again}
      </ButtonLink>
    </div>
  )
}
