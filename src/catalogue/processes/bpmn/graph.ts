import type { Role } from '../../../platform/actor.ts'
import { mainSteps, stepOfState, type ProcessDefinition, type ProcessStep } from '../process.ts'
import { actionName, bpmnTexts, stateName } from '../texts.ts'

export type NodeKind = 'start' | 'end' | 'task' | 'exclusive' | 'parallel'

/** A shape of the drawn process. `column`: which step of the main line it stands with; ends come after the last. */
export type GraphNode = {
  id: string
  kind: NodeKind
  name: string
  role: Role
  column: number
  step?: ProcessStep
  state?: string
}
export type GraphFlow = { id: string; from: string; to: string; name: string }
export type Graph = { nodes: GraphNode[]; flows: GraphFlow[] }

/** Filing. */
export const START = 'start'
export const endKey = (state: string): string => `end:${state}`

/** A way between two steps, or from filing to a step, or from a step to an end, with the actions that take it. */
export type Way = { from: string; to: string; actions: string[] }

/** The ways of a process between its steps; moves inside a step are none. */
export function waysOf(process: ProcessDefinition): Way[] {
  const ways = new Map<string, Way>()
  const isFinal = (state: string) => process.finalStates.includes(state)
  for (const { action, from, to } of process.transitions) {
    const target = isFinal(to) ? endKey(to) : stepOfState(process, to)?.code
    const sources = from.length === 0 ? [START] : from.filter((state) => !isFinal(state)).map(codeOf)
    for (const source of new Set(sources)) {
      if (source === undefined || target === undefined || source === target) continue
      const key = `${source} ${target}`
      const way = ways.get(key) ?? { from: source, to: target, actions: [] }
      ways.set(key, { ...way, actions: [...new Set([...way.actions, action])] })
    }
  }
  return [...ways.values()]

  function codeOf(state: string): string | undefined {
    return stepOfState(process, state)?.code
  }
}

/**
 * The process as BPMN draws it: a task for each step, a gateway wherever ways part or meet, a fork around what runs side
 * by side, an end for each final state.
 */
export function graphOf(process: ProcessDefinition): Graph {
  const ways = waysOf(process)
  const line = mainSteps(process)
  const nodes: GraphNode[] = []
  const flows: GraphFlow[] = []
  const doors = new Map<string, { in: string; out: string }>()
  const connect = (from: string, to: string, name = '') =>
    void flows.push({ id: `Flow_${flows.length + 1}`, from, to, name })

  const parts = (key: string) => ways.filter(({ from }) => from === key).length > 1
  const meets = (key: string) => ways.filter(({ to }) => to === key).length > 1

  const firstRole = line[0]?.role ?? 'intake-officer'
  nodes.push({ id: 'Start', kind: 'start', name: bpmnTexts.start, role: firstRole, column: 0 })
  if (parts(START)) {
    nodes.push({ id: 'Split_start', kind: 'exclusive', name: bpmnTexts.startChoice, role: firstRole, column: 0 })
    connect('Start', 'Split_start')
  }
  doors.set(START, { in: 'Start', out: parts(START) ? 'Split_start' : 'Start' })

  for (const [column, step] of line.entries()) {
    const add = (kind: NodeKind, id: string, name = '', from: ProcessStep = step) => {
      nodes.push({ id, kind, name, role: from.role, column, ...(kind === 'task' ? { step: from } : {}) })
      return id
    }
    const beside = process.steps.filter((one) => one.beside === step.code)
    const merge = meets(step.code) ? add('exclusive', `Merge_${step.code}`) : undefined
    const fork = beside.length > 0 ? add('parallel', `Fork_${step.code}`) : undefined
    const task = add('task', taskId(step), step.name)
    const sides = beside.map((one) => add('task', taskId(one), one.name, one))
    const join = fork ? add('parallel', `Join_${step.code}`) : undefined
    const split = parts(step.code) ? add('exclusive', `Split_${step.code}`, bpmnTexts.choice(step.name)) : undefined
    if (merge) connect(merge, fork ?? task)
    if (fork && join) {
      for (const one of [task, ...sides]) {
        connect(fork, one)
        connect(one, join)
      }
    }
    if (split) connect(join ?? task, split)
    doors.set(step.code, { in: merge ?? fork ?? task, out: split ?? join ?? task })
  }

  for (const [index, state] of process.finalStates.entries()) {
    const key = endKey(state)
    const [first] = ways.filter(({ to }) => to === key)
    if (!first) continue
    const role = line.find(({ code }) => code === first.from)?.role ?? firstRole
    const column = line.length + index
    if (meets(key)) {
      nodes.push({ id: `Merge_end_${state}`, kind: 'exclusive', name: '', role, column })
      connect(`Merge_end_${state}`, `End_${state}`)
    }
    nodes.push({ id: `End_${state}`, kind: 'end', name: stateName(state), role, column, state })
    doors.set(key, { in: meets(key) ? `Merge_end_${state}` : `End_${state}`, out: '' })
  }

  for (const { from, to, actions } of ways) {
    const [source, target] = [doors.get(from), doors.get(to)]
    // Words stand only where there is a choice.
    if (source && target) connect(source.out, target.in, parts(from) ? actions.map(actionName).join(', ') : '')
  }
  return { nodes, flows }
}

export function taskId({ code }: Pick<ProcessStep, 'code'>): string {
  return `Step_${code}`
}
