import { Table } from '../../ui/index.ts'
import { USUAL_HOURS_PER_DAY, budgetsFor } from '../processes/budgets.ts'
import type { ProcessDefinition, ProcessStep } from '../processes/process.ts'
import { actionName, hoursText, processRoleNames, stepKindNames, unitRuleName } from '../processes/texts.ts'
import { consultationText, linkedText } from './show-change.ts'
import { processPageTexts as t } from './texts.ts'

const SAMPLE_TERM = { quantity: 10, unit: 'working-day' } as const

/** The steps of a process as a list: who, where, how long, what can be done. */
export function StepTable({ process }: { process: ProcessDefinition }) {
  const sample = budgetsFor(process, SAMPLE_TERM, USUAL_HOURS_PER_DAY)
  return (
    <>
      <Table
        caption={t.steps}
        captionHidden
        rows={process.steps}
        rowKey={({ code }) => code}
        columns={[
          { title: t.step, rowHeader: true, cell: (step) => <StepName step={step} process={process} /> },
          { title: t.who, cell: ({ role }) => processRoleNames[role] },
          { title: t.where, cell: ({ unitRule }) => unitRuleName(unitRule) },
          { title: t.budget, cell: (step) => <Budget step={step} sample={sample.get(step.code)} /> },
          { title: t.moves, cell: (step) => actionsOf(process, step).map(actionName).join(', ') },
        ]}
      />
      <p class="nhe nho">{t.sampleBudget}.</p>
    </>
  )
}

function StepName({ step, process }: { step: ProcessStep; process: ProcessDefinition }) {
  const host = process.steps.find(({ code }) => code === step.beside)
  return (
    <>
      {step.name}
      <br />
      <span class="nhe nho">
        {[
          stepKindNames[step.kind] === step.name ? undefined : stepKindNames[step.kind],
          host && t.beside(host.name),
          step.signed ? t.signed : undefined,
          step.consultation && consultationText(step.consultation),
          step.linked && linkedText(step.linked),
        ]
          .filter((part) => part !== undefined && part !== null)
          .join(' · ')}
      </span>
    </>
  )
}

function Budget({ step: { budgetHours }, sample }: { step: ProcessStep; sample: number | undefined }) {
  if (budgetHours !== null) return <span class="so">{t.hours(hoursText(budgetHours))}</span>
  return (
    <>
      {sample !== undefined && <span class="so">{t.hours(hoursText(sample))}</span>}{' '}
      <span class="nhe nho">{t.byShare}</span>
    </>
  )
}

/** What the step's own role can do in it. */
function actionsOf({ transitions }: ProcessDefinition, { states, role }: ProcessStep): string[] {
  const own = transitions.filter((row) => row.role === role && row.from.some((state) => states.includes(state)))
  return [...new Set(own.map(({ action }) => action))]
}
