import { Refusal } from '../../platform/refusal.ts'
import { ROLES } from '../../platform/actor.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import { addStep, changeStep, moveStep, removeStep, type StepChange } from '../processes/edit-process.ts'
import {
  COMPLETENESS_RULES,
  STEP_KINDS,
  UNIT_RULES,
  type Consultation,
  type LinkedProcedure,
  type ProcessDefinition,
  type ProcessStep,
  type UnitRule,
} from '../processes/process.ts'
import { STEP_PAPERS, type StepPaper } from '../processes/step-papers.ts'

/** The draft after what a form asks: `viec` names the edit, `buoc` the step. `model`: where added steps come from. */
export function editFromForm(process: ProcessDefinition, form: FormBody, model: ProcessDefinition): ProcessDefinition {
  const code = field(form, 'buoc')
  switch (field(form, 'viec')) {
    case 'ten':
      return { ...process, name: field(form, 'ten') }
    case 'sua': {
      const step = process.steps.find((one) => one.code === code)
      if (!step) throw new Refusal('catalogue.no-such-step', { step: code })
      return changeStep(process, code, changeFromForm(step, form))
    }
    case 'len':
      return moveStep(process, code, 'earlier')
    case 'xuong':
      return moveStep(process, code, 'later')
    case 'bo':
      return removeStep(process, code)
    case 'them': {
      const kind = STEP_KINDS.find((known) => known === field(form, 'loai'))
      if (!kind) throw new Refusal('platform.invalid-input')
      return addStep(process, { kind, name: field(form, 'ten'), after: field(form, 'sau') }, model)
    }
    default:
      throw new Refusal('platform.invalid-input')
  }
}

function changeFromForm(step: ProcessStep, form: FormBody): StepChange {
  const role = ROLES.find((known) => known === field(form, 'vai-tro'))
  return {
    name: field(form, 'ten'),
    ...(role ? { role } : {}),
    unitRule: unitRuleFrom(form, 'don-vi'),
    budgetHours: hoursFrom(field(form, 'gio')),
    signed: field(form, 'ky') === '1',
    // Shown for steps of the main line alone.
    ...(step.beside !== null || field(form, 'hoi-giay') === '' ? {} : { produces: papersFrom(form) }),
    consultation: step.consultation && consultationFrom(form),
    linked: step.linked && linkedFrom(form),
  }
}

/** Papers ticked, in the order they come about. */
function papersFrom(form: FormBody): StepPaper[] {
  const ticked = [form['phai-co'] ?? []].flat()
  return (Object.keys(STEP_PAPERS) as StepPaper[]).filter((kind) => ticked.includes(kind))
}

/** A rule chosen by its name, or `unit:` with the code beside it. */
function unitRuleFrom(form: FormBody, name: string): UnitRule {
  const chosen = field(form, name)
  const known = UNIT_RULES.find((rule) => rule === chosen)
  return known ?? `unit:${field(form, `${name}-ma`)}`
}

/** Hours as people type them; empty is none. Refuses with `catalogue.bad-hours`. */
function hoursFrom(text: string): number | null {
  if (text === '') return null
  const hours = /^\d{1,5}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!(hours > 0) || !Number.isInteger(hours * 4)) throw new Refusal('catalogue.bad-hours', { hours: text })
  return hours
}

function consultationFrom(form: FormBody): Consultation {
  return {
    bodies: lines(form, 'y-kien-co-quan'),
    termHours: hoursFrom(field(form, 'y-kien-gio')),
    completeness: COMPLETENESS_RULES.find((known) => known === field(form, 'y-kien-du')) ?? null,
    lead: unitRuleFrom(form, 'y-kien-chu-tri'),
  }
}

function linkedFrom(form: FormBody): LinkedProcedure {
  const lead = field(form, 'lien-thong-chu-tri')
  return {
    direction: field(form, 'lien-thong-kieu') === 'superior' ? 'superior' : 'same-level',
    bodies: lines(form, 'lien-thong-co-quan').map((line) => {
      const [unitCode = '', hours = '', ...duty] = line.split(';').map((part) => part.trim())
      return { unitCode, termHours: hoursFrom(hours), duty: duty.join('; ') }
    }),
    lead: lead === '' ? null : unitRuleFrom(form, 'lien-thong-chu-tri'),
  }
}

function lines(form: FormBody, name: string): string[] {
  return field(form, name)
    .split(/[\n,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
