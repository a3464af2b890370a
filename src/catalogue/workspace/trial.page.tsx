import { BackLink, Button, ButtonLink, Field, Notice, Select } from '../../ui/index.ts'
import { USUAL_HOURS_PER_DAY, budgetsFor, type BudgetLevel } from '../processes/budgets.ts'
import { stepOfState, type ProcessDefinition } from '../processes/process.ts'
import { actionName, hoursText, processRoleNames, stateName } from '../processes/texts.ts'
import type { Walk } from '../processes/walk.ts'
import { ProcessDiagram } from './diagram.tsx'
import { PROCESSES_PATH } from './process-list.page.tsx'
import { trialTexts as t } from './texts.ts'

export type Trial = {
  code: string
  /** A version number, or `nhap` for the draft. */
  version: string
  path: number[]
  days: number
  level: BudgetLevel
}

/** The steps of one sample dossier, by links alone: the whole trial stands in the address. */
export function TrialPage({ process, trial, walk }: { process: ProcessDefinition; trial: Trial; walk: Walk }) {
  const { code, version, days, level } = trial
  const base = `${PROCESSES_PATH}/${code}`
  const budgets = budgetsFor(process, { quantity: days, unit: 'working-day' }, USUAL_HOURS_PER_DAY, level)
  const address = (path: readonly number[]) =>
    `${base}/thu?${new URLSearchParams({ ban: version, di: path.join('.'), ngay: String(days), cap: level }).toString()}`
  const past = walk.moves.map(({ no }) => no)
  const budget = walk.step && budgets.get(walk.step.code)
  return (
    <div class="cuon-trang quy-trinh">
      <BackLink href={version === 'nhap' ? `${base}/nhap` : `${base}?ban=${version}`}>{process.name}</BackLink>
      <p class="nhe">{t.lead}</p>
      <form class="loc-hang" action={`${base}/thu`}>
        <input type="hidden" name="ban" value={version} />
        <input type="hidden" name="di" value={past.join('.')} />
        <Field name="ngay" label={t.term} value={String(days)} inputMode="numeric" width="short" figures />
        <Select
          name="cap"
          label={t.level}
          value={level}
          options={[
            { value: 'province', label: t.province },
            { value: 'commune', label: t.commune },
          ]}
        />
        <Button kind="secondary">{t.apply}</Button>
      </form>
      <Notice tone={walk.hasEnded ? 'ok' : 'info'} role="status">
        {walk.state === null ? t.notBegun : t.at(stateName(walk.state))}
        {walk.step && `, ${t.inStep(walk.step.name)}${budget === undefined ? '' : `, ${t.budget(hoursText(budget))}`}`}
        {walk.state !== null && '.'} {walk.hasEnded && t.ended}
      </Notice>
      <div class="hai-phan">
        <section>
          {walk.open.length > 0 && <h2>{t.possible}</h2>}
          <div class="cac-nut">
            {walk.open.map(({ no, row }) => (
              <ButtonLink kind="secondary" href={address([...past, no])} key={no}>
                {actionName(row.action)}
                <span class="nhe nho">
                  {t.by(processRoleNames[row.role])}, {t.leadsTo(stateName(row.to))}
                </span>
              </ButtonLink>
            ))}
          </div>
          {walk.moves.length > 0 && (
            <>
              <h2>{t.done}</h2>
              <ol>
                {walk.moves.map(({ row }, index) => (
                  <li key={index}>
                    <b>{actionName(row.action)}</b>{' '}
                    <span class="nhe">
                      {t.by(processRoleNames[row.role])}, {t.leadsTo(stateName(row.to))}
                    </span>
                  </li>
                ))}
              </ol>
              <div class="cac-nut">
                <ButtonLink kind="quiet" icon="arrow-left" href={address(past.slice(0, -1))}>
                  {t.back}
                </ButtonLink>
                <ButtonLink kind="quiet" icon="refresh-cw" href={address([])}>
                  {t.restart}
                </ButtonLink>
              </div>
            </>
          )}
        </section>
        <section>
          <ProcessDiagram process={process} {...atOf(process, walk)} />
        </section>
      </div>
    </div>
  )
}

function atOf(process: ProcessDefinition, { state }: Walk): { at?: string } {
  const step = state === null ? undefined : stepOfState(process, state)
  return step ? { at: step.code } : {}
}
