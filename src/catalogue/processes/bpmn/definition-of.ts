import type { ModdleElement } from 'bpmn-moddle'
import { isOf, many, numberOf, one, ownOf, textOf, truthOf, wordsOf } from './elements.ts'

/** What a file says of a process, not checked yet: names and order from the drawing, the rest from our own elements. */
export function definitionOf(drawn: ModdleElement): { process: unknown } {
  const own = ownOf(drawn, 'motcua:Definition')
  const tasks = many(drawn, 'flowElements').filter((element) => isOf(element, 'bpmn:UserTask'))
  return {
    process: {
      code: textOf(own, 'code'),
      version: numberOf(own, 'version'),
      validFrom: textOf(own, 'validFrom'),
      name: textOf(drawn, 'name'),
      procedureCode: textOf(own, 'procedureCode') ?? null,
      steps: tasks.map((task) => stepOf(task, roleOfLane(drawn, task))),
      initialStates: wordsOf(own, 'initialStates'),
      finalStates: wordsOf(own, 'finalStates'),
      transitions: own ? many(own, 'moves').map(moveOf) : [],
    },
  }
}

/** The role the moves still name; the lane a task stands in now is compared with it afterwards. */
function roleOfLane(drawn: ModdleElement, task: ModdleElement): string | undefined {
  const wrote = textOf(ownOf(task, 'motcua:Step'), 'role')
  if (wrote !== undefined) return wrote
  const lanes = many(drawn, 'laneSets').flatMap((set) => many(set, 'lanes'))
  return textOf(ownOf(lanes.find((lane) => many(lane, 'flowNodeRef').includes(task)) ?? drawn, 'motcua:Lane'), 'role')
}

function stepOf(task: ModdleElement, role: string | undefined): Record<string, unknown> {
  const own = ownOf(task, 'motcua:Step')
  const consultation = one(own, 'consultation')
  const linked = one(own, 'linked')
  return {
    code: textOf(own, 'code'),
    name: textOf(task, 'name'),
    kind: textOf(own, 'kind'),
    role,
    unitRule: textOf(own, 'unitRule'),
    states: wordsOf(own, 'states'),
    beside: textOf(own, 'beside') ?? null,
    budgetHours: numberOf(own, 'budgetHours'),
    produces: wordsOf(own, 'produces'),
    signed: truthOf(own, 'signed'),
    outcomes: own
      ? many(own, 'outcomes').map((outcome) => ({ action: textOf(outcome, 'action'), name: textOf(outcome, 'name') }))
      : [],
    consultation: consultation
      ? {
          bodies: wordsOf(consultation, 'bodies'),
          termHours: numberOf(consultation, 'termHours'),
          completeness: textOf(consultation, 'completeness') ?? null,
          lead: textOf(consultation, 'lead'),
        }
      : null,
    linked: linked
      ? {
          direction: textOf(linked, 'direction'),
          lead: textOf(linked, 'lead') ?? null,
          bodies: many(linked, 'bodies').map((body) => ({
            unitCode: textOf(body, 'unitCode'),
            duty: textOf(body, 'duty') ?? '',
            termHours: numberOf(body, 'termHours'),
          })),
        }
      : null,
  }
}

function moveOf(move: ModdleElement): Record<string, unknown> {
  return {
    action: textOf(move, 'action'),
    from: wordsOf(move, 'from'),
    to: textOf(move, 'to'),
    role: textOf(move, 'role'),
    ...flagOf(move, 'automatic'),
    ...flagOf(move, 'reopens'),
  }
}

/** A flag that was never written stays unwritten. */
function flagOf(move: ModdleElement, name: string): Record<string, boolean> {
  const value = move.get(name)
  return typeof value === 'boolean' ? { [name]: value } : {}
}
