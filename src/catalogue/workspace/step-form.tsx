import { ROLES } from '../../platform/actor.ts'
import { Button, Checkboxes, Details, Field, HiddenToken, Select, TextArea } from '../../ui/index.ts'
import { isFixed } from '../processes/edit-process.ts'
import {
  COMPLETENESS_RULES,
  UNIT_RULES,
  type Consultation,
  type LinkedProcedure,
  type ProcessDefinition,
  type ProcessStep,
  type UnitRule,
} from '../processes/process.ts'
import { STEP_PAPERS } from '../processes/step-papers.ts'
import {
  completenessNames,
  hoursText,
  paperName,
  processRoleNames,
  stepKindNames,
  unitRuleName,
} from '../processes/texts.ts'
import { draftTexts as t } from './texts.ts'

type Props = {
  process: ProcessDefinition
  step: ProcessStep
  action: string
  token: string
  revision: number
  open: boolean
}

/** One step of a draft: its fields, its place, the way out. */
export function StepForm({ process, step, action, token, revision, open }: Props) {
  const { code, name, role, budgetHours, signed, consultation, linked } = step
  const id = (part: string) => `${code}-${part}`
  const fixed = isFixed(process, step)
  const hours = budgetHours === null ? '' : hoursText(budgetHours)
  return (
    <Details summary={titleOf(step)} open={open}>
      <form method="post" action={action} id={id('form')} aria-label={name}>
        <HiddenToken token={token} />
        <input type="hidden" name="lan" value={revision} />
        <input type="hidden" name="buoc" value={code} />
        <Field name="ten" id={id('ten')} label={t.stepName} value={name} maxLength={200} />
        <Select
          name="vai-tro"
          id={id('vai-tro')}
          label={t.role}
          value={role}
          options={ROLES.filter((one) => one !== 'citizen').map((one) => ({
            value: one,
            label: processRoleNames[one],
          }))}
        />
        <UnitRuleFields name="don-vi" label={t.unitRule} rule={step.unitRule} id={id} />
        {step.beside === null && (
          <Field
            name="gio"
            id={id('gio')}
            label={t.budget}
            hint={t.budgetHint}
            value={hours}
            inputMode="decimal"
            width="short"
            figures
            optional
          />
        )}
        <Checkboxes
          name="ky"
          id={id('ky')}
          label={t.signed}
          labelHidden
          values={signed ? ['1'] : []}
          options={[{ value: '1', label: t.signed }]}
        />
        {step.beside === null && <PaperFields step={step} id={id} />}
        {consultation && <ConsultationFields consultation={consultation} id={id} />}
        {linked && <LinkedFields linked={linked} id={id} />}
        <div class="cac-nut">
          <Button kind="secondary" name="viec" value="sua" icon="check">
            {t.saveStep}
            <span class="an"> {name}</span>
          </Button>
          {!fixed && (
            <>
              <Button kind="quiet" name="viec" value="len" icon="chevron-up">
                {t.earlier}
                <span class="an"> {t.actionsOf(name)}</span>
              </Button>
              <Button kind="quiet" name="viec" value="xuong" icon="chevron-down">
                {t.later}
                <span class="an"> {t.actionsOf(name)}</span>
              </Button>
              <Button kind="quiet" name="viec" value="bo" icon="x">
                {t.remove}
                <span class="an"> {name}</span>
              </Button>
            </>
          )}
        </div>
      </form>
    </Details>
  )
}

/** Name and role, and the kind where the name does not say it. */
function titleOf({ name, kind, role }: ProcessStep): string {
  return [...new Set([name, stepKindNames[kind], processRoleNames[role]])].join(' · ')
}

type Ids = (part: string) => string
type RuleProps = { name: string; label: string; rule: UnitRule | null; id: Ids; emptyLabel?: string }

function UnitRuleFields({ name, label, rule, id, emptyLabel }: RuleProps) {
  const isNamed = rule !== null && rule.startsWith('unit:')
  return (
    <>
      <Select
        name={name}
        id={id(name)}
        label={label}
        value={isNamed ? 'unit' : (rule ?? '')}
        {...(emptyLabel === undefined ? {} : { emptyLabel })}
        options={[
          ...UNIT_RULES.map((one) => ({ value: one, label: unitRuleName(one) })),
          { value: 'unit', label: t.named },
        ]}
      />
      <Field
        name={`${name}-ma`}
        id={id(`${name}-ma`)}
        label={t.unitCode}
        hint={t.unitCodeHint}
        value={isNamed ? rule.slice('unit:'.length) : ''}
        width="short"
        figures
        optional
      />
    </>
  )
}

/** What must be there before a dossier leaves the step; a kind we do not know keeps its own name. */
function PaperFields({ step, id }: { step: ProcessStep; id: Ids }) {
  const kinds = [...new Set([...Object.keys(STEP_PAPERS), ...step.produces])]
  return (
    <>
      <input type="hidden" name="hoi-giay" value="1" />
      <Checkboxes
        name="phai-co"
        id={id('phai-co')}
        label={t.produces}
        hint={t.producesHint}
        values={step.produces}
        options={kinds.map((kind) => ({ value: kind, label: paperName(kind) }))}
      />
    </>
  )
}

function ConsultationFields({ consultation, id }: { consultation: Consultation; id: Ids }) {
  const { bodies, termHours, completeness, lead } = consultation
  return (
    <>
      <TextArea
        name="y-kien-co-quan"
        id={id('y-kien-co-quan')}
        label={t.bodies}
        hint={t.bodiesHint}
        rows={3}
        value={bodies.join('\n')}
      />
      <Field
        name="y-kien-gio"
        id={id('y-kien-gio')}
        label={t.term}
        value={termHours === null ? '' : hoursText(termHours)}
        inputMode="decimal"
        width="short"
        figures
      />
      <Select
        name="y-kien-du"
        id={id('y-kien-du')}
        label={t.completeness}
        emptyLabel={t.choose}
        value={completeness ?? ''}
        options={COMPLETENESS_RULES.map((rule) => ({ value: rule, label: completenessNames[rule] }))}
      />
      <UnitRuleFields name="y-kien-chu-tri" label={t.lead} rule={lead} id={id} />
    </>
  )
}

function LinkedFields({ linked: { direction, bodies, lead }, id }: { linked: LinkedProcedure; id: Ids }) {
  return (
    <>
      <Select
        name="lien-thong-kieu"
        id={id('lien-thong-kieu')}
        label={t.direction}
        value={direction}
        options={[
          { value: 'same-level', label: t.sameLevel },
          { value: 'superior', label: t.superior },
        ]}
      />
      <TextArea
        name="lien-thong-co-quan"
        id={id('lien-thong-co-quan')}
        label={t.linkedBodies}
        hint={t.linkedBodiesHint}
        rows={3}
        value={bodies
          .map(({ unitCode, termHours, duty }) =>
            [unitCode, termHours === null ? '' : String(termHours), duty].join('; '),
          )
          .join('\n')}
      />
      <UnitRuleFields name="lien-thong-chu-tri" label={t.linkedLead} rule={lead} id={id} emptyLabel={t.choose} />
    </>
  )
}
