import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { ROLES, type Role } from '../../../platform/actor.ts'
import { parseInput, type InputError } from '../../../platform/parse-input.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { nfc } from '../../../platform/text.ts'
import { changeStep } from '../edit-process.ts'
import { ProcessInput, mainSteps, type ProcessDefinition } from '../process.ts'
import { definitionOf } from './definition-of.ts'
import { isOf, many, ownOf, textOf } from './elements.ts'
import { ownPackage } from './own-data.ts'
import { endKey, waysOf } from './graph.ts'
import { waysInFile } from './ways-in-file.ts'

export const BPMN_FINDINGS = [
  'unreadable',
  'no-process',
  'several-processes',
  'no-own-data',
  'element-not-taken',
  'event-not-taken',
  'task-without-step',
  'task-without-lane',
  'lane-without-role',
  'data-broken',
  'flow-added',
  'flow-missing',
] as const

/** What of a file cannot be taken, and where; words in `bpmnFindingText`. */
export type BpmnFinding = { code: (typeof BPMN_FINDINGS)[number]; place: string; facts?: Record<string, string> }
export type BpmnImport = { process: ProcessDefinition } | { findings: BpmnFinding[] }

const TAKEN = ['StartEvent', 'EndEvent', 'UserTask', 'ExclusiveGateway', 'ParallelGateway', 'SequenceFlow']

/**
 * Reads a process from a BPMN file that came from here, also when another editor has renamed its tasks, put them in
 * another lane or another order. Whatever else was changed is a finding, and then nothing is taken at all.
 */
export async function importBpmn(xml: string): Promise<BpmnImport> {
  const moddle = new BpmnModdle({ motcua: ownPackage })
  const read = await moddle.fromXML(xml).catch((error: unknown) => error)
  if (read instanceof Error || !hasRoot(read)) {
    return { findings: [{ code: 'unreadable', place: '', facts: { why: read instanceof Error ? read.message : '' } }] }
  }
  const processes = many(read.rootElement, 'rootElements').filter((one) => isOf(one, 'bpmn:Process'))
  const [drawn] = processes
  if (!drawn) return { findings: [{ code: 'no-process', place: '' }] }
  if (processes.length > 1) {
    return { findings: processes.map((one) => ({ code: 'several-processes', place: nameOf(one) })) }
  }
  const shape = shapeFindings(drawn)
  if (shape.length > 0) return { findings: shape }
  return takeProcess(drawn)
}

function hasRoot(read: unknown): read is { rootElement: ModdleElement } {
  return typeof read === 'object' && read !== null && 'rootElement' in read
}

/** What BPMN has and a process here has not. */
function shapeFindings(drawn: ModdleElement): BpmnFinding[] {
  const elements = many(drawn, 'flowElements')
  const tasks = elements.filter((one) => isOf(one, 'bpmn:UserTask'))
  const own = ownOf(drawn, 'motcua:Definition')
  return [
    ...(own ? [] : [{ code: 'no-own-data', place: nameOf(drawn) } as const]),
    ...elements
      .filter((one) => !TAKEN.some((type) => one.$type === `bpmn:${type}`))
      .map((one): BpmnFinding => ({
        code: 'element-not-taken',
        place: nameOf(one),
        facts: { type: one.$type.replace('bpmn:', '') },
      })),
    ...elements
      .filter((one) => isOf(one, 'bpmn:StartEvent') || isOf(one, 'bpmn:EndEvent'))
      .filter((one) => many(one, 'eventDefinitions').length > 0)
      .map((one): BpmnFinding => ({ code: 'event-not-taken', place: nameOf(one) })),
    ...(own ? tasks.filter((one) => !ownOf(one, 'motcua:Step')) : []).map((one): BpmnFinding => ({
      code: 'task-without-step',
      place: nameOf(one),
    })),
  ]
}

function takeProcess(drawn: ModdleElement): BpmnImport {
  const roles = rolesByTask(drawn)
  if (roles.findings.length > 0) return { findings: roles.findings }
  const raw = definitionOf(drawn)
  const checked = checkForm(raw.process)
  if ('findings' in checked) return checked
  // A task in another lane has another role, and so have its moves.
  const process = checked.process.steps.reduce((sofar, { code }) => {
    const role = roles.byStep.get(code)
    return role === undefined ? sofar : changeStep(sofar, code, { role })
  }, checked.process)
  const again = checkForm(process)
  if ('findings' in again) return again
  const findings = wayFindings(drawn, again.process)
  return findings.length > 0 ? { findings } : again
}

function rolesByTask(drawn: ModdleElement): { byStep: Map<string, Role>; findings: BpmnFinding[] } {
  const lanes = many(drawn, 'laneSets').flatMap((set) => many(set, 'lanes'))
  const byStep = new Map<string, Role>()
  const findings: BpmnFinding[] = []
  for (const lane of lanes) {
    const wrote = textOf(ownOf(lane, 'motcua:Lane'), 'role')
    const role = ROLES.find((known) => known === wrote)
    const tasks = many(lane, 'flowNodeRef').filter((one) => isOf(one, 'bpmn:UserTask'))
    if (role === undefined && tasks.length > 0) findings.push({ code: 'lane-without-role', place: nameOf(lane) })
    for (const task of tasks) if (role !== undefined) byStep.set(stepCode(task), role)
  }
  for (const task of many(drawn, 'flowElements').filter((one) => isOf(one, 'bpmn:UserTask'))) {
    if (lanes.every((lane) => !many(lane, 'flowNodeRef').includes(task))) {
      findings.push({ code: 'task-without-lane', place: nameOf(task) })
    }
  }
  return { byStep, findings }
}

function checkForm(raw: unknown): { process: ProcessDefinition } | { findings: BpmnFinding[] } {
  try {
    return { process: parseInput(ProcessInput, raw) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const errors = (error.facts.errors ?? []) as InputError[]
    return { findings: errors.map(({ path, message }) => ({ code: 'data-broken', place: path, facts: { message } })) }
  }
}

/** The drawn ways must be those of the moves: an editor of pictures cannot invent what the system does. */
function wayFindings(drawn: ModdleElement, process: ProcessDefinition): BpmnFinding[] {
  const drawnWays = new Map(waysInFile(drawn).map((way) => [`${way.from} ${way.to}`, way]))
  const known = new Map(waysOf(process).map((way) => [`${way.from} ${way.to}`, way]))
  const names = new Map([
    ...mainSteps(process).map(({ code, name }): [string, string] => [code, name]),
    ...process.finalStates.map((state): [string, string] => [endKey(state), state]),
  ])
  const found = (code: 'flow-added' | 'flow-missing', { from, to }: { from: string; to: string }): BpmnFinding => ({
    code,
    place: `${from} → ${to}`,
    facts: { from: names.get(from) ?? from, to: names.get(to) ?? to },
  })
  return [
    ...[...drawnWays].filter(([key]) => !known.has(key)).map(([, way]) => found('flow-added', way)),
    ...[...known].filter(([key]) => !drawnWays.has(key)).map(([, way]) => found('flow-missing', way)),
  ]
}

function stepCode(task: ModdleElement): string {
  return textOf(ownOf(task, 'motcua:Step'), 'code') ?? ''
}

function nameOf(element: ModdleElement): string {
  return nfc(textOf(element, 'name') ?? textOf(element, 'id') ?? '')
}
