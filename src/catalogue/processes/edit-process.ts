import { Refusal } from '../../platform/refusal.ts'
import { mainSteps, stepOfState, type ProcessDefinition, type ProcessStep, type StepKind } from './process.ts'
import { usualStep } from './read-process.ts'

export type StepChange = Partial<Omit<ProcessStep, 'code' | 'kind' | 'states' | 'beside'>>

/** Changes a step; a new role takes over what the old one did there. Throws `catalogue.no-such-step`. */
export function changeStep(process: ProcessDefinition, code: string, change: StepChange): ProcessDefinition {
  const old = stepNamed(process, code)
  const { role = old.role } = change
  const transitions = process.transitions.map((row) =>
    row.role === old.role && row.from.length > 0 && row.from.every((state) => old.states.includes(state))
      ? { ...row, role }
      : row,
  )
  const steps = process.steps.map((step) => (step.code === code ? { ...step, ...change } : step))
  return { ...process, steps, transitions: role === old.role ? process.transitions : transitions }
}

/** Where the main line enters a step: the state the moves of earlier steps lead to. */
function entryOf(process: ProcessDefinition, step: ProcessStep): string | undefined {
  const line = mainSteps(process)
  const earlier = new Set(line.slice(0, line.indexOf(step)).flatMap(({ states }) => states))
  const entry = process.transitions.find(
    ({ from, to }) => step.states.includes(to) && from.some((state) => earlier.has(state)),
  )
  return entry?.to ?? step.states[0]
}

/** Lets the ways that led from each step of the main line to the next lead to the one that now comes next. */
function relink(before: ProcessDefinition, line: readonly ProcessStep[]): ProcessDefinition['transitions'] {
  const old = mainSteps(before)
  return before.transitions.map((row) => {
    const source = old.find(({ states }) => row.from.some((state) => states.includes(state)))
    const target = stepOfState(before, row.to)
    if (!source || !target || old.indexOf(target) !== old.indexOf(source) + 1) return row
    const now = line[line.findIndex(({ code }) => code === source.code) + 1]
    const to = now && entryOf(before, now)
    return to === undefined || now?.code === target.code ? row : { ...row, to }
  })
}

/** Moves a step one place; a step of the main line keeps what runs beside it. */
export function moveStep(process: ProcessDefinition, code: string, by: 'earlier' | 'later'): ProcessDefinition {
  const step = stepNamed(process, code)
  const peers = process.steps.filter(({ beside }) => beside === step.beside)
  const at = peers.indexOf(step)
  const other = peers[by === 'earlier' ? at - 1 : at + 1]
  if (!other) return process
  if (step.beside === null && [step, other].some((one) => isFixed(process, one))) throw fixed(step)
  const swap = new Map([
    [step.code, other],
    [other.code, step],
  ])
  const steps = process.steps.map((one) => swap.get(one.code) ?? one)
  const line = mainSteps({ steps })
  return { ...process, steps, transitions: step.beside === null ? relink(process, line) : process.transitions }
}

/** Takes a step out with all it did; the steps before and after it join. */
export function removeStep(process: ProcessDefinition, code: string): ProcessDefinition {
  const step = stepNamed(process, code)
  const steps = process.steps.filter((one) => one !== step && one.beside !== code)
  if (step.beside !== null) return { ...process, steps }
  if (isFixed(process, step)) throw fixed(step)
  const line = mainSteps(process)
  const previous = line[line.indexOf(step) - 1]
  const back = previous && entryOf(process, previous)
  const transitions = relink(process, mainSteps({ steps })).flatMap((row) => {
    const from = row.from.filter((state) => !step.states.includes(state))
    if (from.length === 0 && row.from.length > 0) return []
    if (!step.states.includes(row.to)) return [{ ...row, from }]
    return back === undefined ? [] : [{ ...row, from, to: back }]
  })
  return { ...process, steps, transitions }
}

/** What is to be added: beside a step, or after it in the main line. */
export type NewStep = { kind: StepKind; name: string; after: string }

/**
 * Adds a step. One of the main line needs a step of that kind in `model` whose states the process does not use: its
 * moves come along. Throws `catalogue.no-step-to-add` when the model has none.
 */
export function addStep(
  process: ProcessDefinition,
  { kind, name, after }: NewStep,
  model: ProcessDefinition,
): ProcessDefinition {
  const host = stepNamed(process, after)
  if (kind === 'consultation' || kind === 'linked') return addBeside(process, kind, name, host)
  const used = new Set(process.steps.flatMap(({ states }) => states))
  const known = model.steps.find((step) => step.kind === kind && !step.states.some((state) => used.has(state)))
  if (!known || host.beside !== null || isLast(process, host)) throw new Refusal('catalogue.no-step-to-add', { kind })
  const step = { ...known, code: freeCode(process, known.code), name, budgetHours: null }
  const at = process.steps.indexOf(host) + 1
  const steps = [...process.steps.slice(0, at), step, ...process.steps.slice(at)]
  const within = { ...process, steps, transitions: [...process.transitions, ...movesOf(process, step, model)] }
  const line = mainSteps(within)
  const next = line[line.indexOf(step) + 1]
  const entry = entryOf({ ...model, steps: model.steps }, known)
  const onward = next && entryOf(process, next)
  return {
    ...within,
    transitions: within.transitions.map((row) => {
      const leavesHost = row.from.some((state) => host.states.includes(state))
      if (leavesHost && next?.states.includes(row.to)) return { ...row, to: entry ?? row.to }
      const leavesStep = row.from.some((state) => step.states.includes(state))
      const goesOn = leavesStep && leadsOn(model, known, row.to)
      return goesOn && onward !== undefined ? { ...row, to: onward } : row
    }),
  }
}

/** Whether a state of the model lies in the step after the given one. */
function leadsOn(model: ProcessDefinition, step: ProcessStep, state: string): boolean {
  const line = mainSteps(model)
  return line[line.indexOf(step) + 1]?.states.includes(state) === true
}

/** The moves a step brings from the model: only those that end where the process can go. */
function movesOf(
  process: ProcessDefinition,
  step: ProcessStep,
  model: ProcessDefinition,
): ProcessDefinition['transitions'] {
  const states = new Set([...process.steps.flatMap((one) => one.states), ...process.finalStates, ...step.states])
  return model.transitions
    .map((row) => ({ ...row, from: row.from.filter((state) => step.states.includes(state)) }))
    .filter(({ from, to }) => from.length > 0 && (states.has(to) || leadsOn(model, step, to)))
}

function addBeside(
  process: ProcessDefinition,
  kind: 'consultation' | 'linked',
  name: string,
  host: ProcessStep,
): ProcessDefinition {
  const beside = host.beside ?? host.code
  const code = freeCode(process, kind === 'consultation' ? 'lay-y-kien' : 'lien-thong')
  const step: ProcessStep = {
    ...usualStep(kind),
    code,
    name,
    role: host.role,
    states: [],
    beside,
    consultation:
      kind === 'consultation' ? { bodies: [], termHours: null, completeness: null, lead: host.unitRule } : null,
    linked: kind === 'linked' ? { direction: 'same-level', bodies: [], lead: null } : null,
  }
  const last = process.steps.findLastIndex((one) => one.code === beside || one.beside === beside)
  return { ...process, steps: [...process.steps.slice(0, last + 1), step, ...process.steps.slice(last + 1)] }
}

function freeCode({ steps }: ProcessDefinition, wanted: string): string {
  const taken = new Set(steps.map(({ code }) => code))
  for (let number = 2, code = wanted; ; number += 1) {
    if (!taken.has(code)) return code
    code = `${wanted}-${number}`
  }
}

function stepNamed({ steps }: ProcessDefinition, code: string): ProcessStep {
  const step = steps.find((one) => one.code === code)
  if (!step) throw new Refusal('catalogue.no-such-step', { step: code })
  return step
}

/** Dossiers begin and end in these: they stay where they are. */
export function isFixed(process: ProcessDefinition, step: ProcessStep): boolean {
  const begins = step.states.some((state) => process.initialStates.includes(state))
  return step.beside === null && (begins || isLast(process, step))
}

function isLast(process: ProcessDefinition, step: ProcessStep): boolean {
  return mainSteps(process).at(-1) === step
}

function fixed({ name }: ProcessStep): Refusal {
  return new Refusal('catalogue.step-fixed', { step: name })
}
