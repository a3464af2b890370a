import type { ModdleElement } from 'bpmn-moddle'
import { isOf, many, one, ownOf, textOf } from './elements.ts'
import { START, endKey } from './graph.ts'

/** The ways a file draws between steps: gateways and what runs beside a step are passed through. */
export function waysInFile(drawn: ModdleElement): { from: string; to: string }[] {
  const elements = many(drawn, 'flowElements')
  const begins = elements.filter((element) => isOf(element, 'bpmn:StartEvent') || isMainTask(element))
  return begins.flatMap((begin) => {
    const from = isOf(begin, 'bpmn:StartEvent') ? START : codeOf(begin)
    return [...targetsOf(begin)].filter((to) => to !== from).map((to) => ({ from, to }))
  })
}

function targetsOf(begin: ModdleElement): Set<string> {
  const found = new Set<string>()
  const seen = new Set<ModdleElement>([begin])
  for (const element of seen) {
    for (const flow of many(element, 'outgoing')) {
      const next = one(flow, 'targetRef')
      if (!next || seen.has(next)) continue
      if (isMainTask(next)) found.add(codeOf(next))
      else if (isOf(next, 'bpmn:EndEvent')) found.add(endOf(next))
      else if (!isOf(next, 'bpmn:UserTask')) seen.add(next)
    }
  }
  return found
}

function isMainTask(element: ModdleElement): boolean {
  return isOf(element, 'bpmn:UserTask') && textOf(ownOf(element, 'motcua:Step'), 'beside') === undefined
}

function codeOf(task: ModdleElement): string {
  return textOf(ownOf(task, 'motcua:Step'), 'code') ?? textOf(task, 'name') ?? ''
}

/** An end another editor has added is named by its own words. */
function endOf(end: ModdleElement): string {
  const state = textOf(ownOf(end, 'motcua:End'), 'state')
  return state === undefined ? (textOf(end, 'name') ?? textOf(end, 'id') ?? '') : endKey(state)
}
