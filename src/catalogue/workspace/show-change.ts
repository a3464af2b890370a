import type { ProcessChange, ProcessMove } from '../processes/difference.ts'
import type { Consultation, LinkedProcedure, StepKind, UnitRule } from '../processes/process.ts'
import {
  actionName,
  completenessNames,
  hoursText,
  paperName,
  processRoleNames,
  stateName,
  stepKindNames,
  unitRuleName,
} from '../processes/texts.ts'
import { changeTexts as t, draftTexts, processPageTexts, stepFieldNames } from './texts.ts'

export type ShownChange = { place: string; field: string; before: string; after: string }

/** A difference as a row of a table. */
export function showChange(change: ProcessChange): ShownChange {
  switch (change.what) {
    case 'process':
      return { place: t.process, field: t[change.field], before: change.before ?? '', after: change.after ?? '' }
    case 'step-added':
      return { place: change.step.name, field: t.stepAdded, before: '', after: stepKindNames[change.step.kind] }
    case 'step-removed':
      return { place: change.step.name, field: t.stepRemoved, before: stepKindNames[change.step.kind], after: '' }
    case 'step-changed': {
      const { field, step, before, after } = change
      return {
        place: step.name,
        field: stepFieldNames[field],
        before: showValue(field, before),
        after: showValue(field, after),
      }
    }
    case 'move-added':
      return { place: actionName(change.move.action), field: t.moveAdded, before: '', after: moveText(change.move) }
    case 'move-removed':
      return { place: actionName(change.move.action), field: t.moveRemoved, before: moveText(change.move), after: '' }
  }
}

function moveText({ from, to, role }: ProcessMove): string {
  const begin = from === null ? t.atBegin : stateName(from)
  return `${begin} → ${stateName(to)} (${processRoleNames[role]})`
}

function showValue(field: string, value: unknown): string {
  if (value === null || value === undefined) return field === 'budgetHours' ? processPageTexts.byShare : t.nothing
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (field === 'role') return processRoleNames[value as keyof typeof processRoleNames]
  if (field === 'kind') return stepKindNames[value as StepKind]
  if (field === 'unitRule') return unitRuleName(value as UnitRule)
  if (field === 'budgetHours') return processPageTexts.hours(hoursText(Number(value)))
  if (field === 'states') return (value as string[]).map(stateName).join(', ')
  if (field === 'outcomes') return (value as { name: string }[]).map(({ name }) => name).join(', ')
  if (field === 'consultation') return consultationText(value as Consultation)
  if (field === 'linked') return linkedText(value as LinkedProcedure)
  if (Array.isArray(value))
    return value.length === 0 ? t.nothing : value.map((one) => paperName(String(one))).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** One line about a consultation: whom, how long, when enough. */
export function consultationText({ bodies, termHours, completeness }: Consultation): string {
  return [
    bodies.length === 0 ? t.nothing : bodies.join(', '),
    termHours === null ? undefined : processPageTexts.hours(hoursText(termHours)),
    completeness === null ? undefined : completenessNames[completeness],
  ]
    .filter((part) => part !== undefined)
    .join('; ')
}

export function linkedText({ direction, bodies }: LinkedProcedure): string {
  const kind = direction === 'same-level' ? draftTexts.sameLevel : draftTexts.superior
  const named = bodies.map(({ unitCode, termHours }) =>
    termHours === null ? unitCode : `${unitCode} (${processPageTexts.hours(hoursText(termHours))})`,
  )
  return [kind, ...named].join('; ')
}
