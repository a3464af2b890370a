import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { processRoleNames } from '../texts.ts'
import type { ProcessDefinition, ProcessStep } from '../process.ts'
import { graphOf, type Graph, type GraphNode, type NodeKind } from './graph.ts'
import { layOut, type Box, type Layout } from './layout.ts'
import { MOTCUA_URI, ownPackage } from './own-data.ts'

const TYPES = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  task: 'bpmn:UserTask',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
} satisfies Record<NodeKind, string>

/** The process as a BPMN 2.0 file with its drawing; what BPMN cannot say stands in our own name space. */
export async function exportBpmn(process: ProcessDefinition): Promise<string> {
  const moddle = new BpmnModdle({ motcua: ownPackage })
  const graph = graphOf(process)
  const layout = layOut(graph)
  const elements = new Map<string, ModdleElement>()
  const extend = (type: string, properties: Record<string, unknown>) =>
    moddle.create('bpmn:ExtensionElements', { values: [moddle.create(type, given(properties))] })

  for (const node of graph.nodes) {
    const extensionElements = node.step
      ? extend('motcua:Step', stepData(moddle, node.step))
      : node.state === undefined
        ? undefined
        : extend('motcua:End', { state: node.state })
    const { id, name } = node
    elements.set(id, moddle.create(TYPES[node.kind], given({ id, name: name || undefined, extensionElements })))
  }
  for (const { id, from, to, name } of graph.flows) {
    const [sourceRef, targetRef] = [elements.get(from), elements.get(to)]
    const flow = moddle.create('bpmn:SequenceFlow', given({ id, name: name || undefined, sourceRef, targetRef }))
    elements.set(id, flow)
    add(sourceRef, 'outgoing', flow)
    add(targetRef, 'incoming', flow)
  }
  const lanes = layout.lanes.map(({ role }) =>
    moddle.create('bpmn:Lane', {
      id: `Lane_${role}`,
      name: processRoleNames[role],
      extensionElements: extend('motcua:Lane', { role }),
      flowNodeRef: graph.nodes.filter((node) => node.role === role).map(({ id }) => elements.get(id)),
    }),
  )
  const drawn = moddle.create('bpmn:Process', {
    id: `Process_${process.code}`,
    name: process.name,
    isExecutable: false,
    extensionElements: extend('motcua:Definition', definitionData(moddle, process)),
    laneSets: [moddle.create('bpmn:LaneSet', { id: 'Lanes', lanes })],
    flowElements: [...elements.values()],
  })
  const participant = moddle.create('bpmn:Participant', { id: 'Pool', name: process.name, processRef: drawn })
  const collaboration = moddle.create('bpmn:Collaboration', { id: 'Collaboration', participants: [participant] })
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'Definitions',
    targetNamespace: MOTCUA_URI,
    exporter: 'Mot Cua',
    rootElements: [collaboration, drawn],
    diagrams: [diagram(moddle, { graph, layout, elements, collaboration, participant, lanes })],
  })
  return (await moddle.toXML(definitions, { format: true })).xml
}

function add(element: ModdleElement | undefined, list: 'incoming' | 'outgoing', flow: ModdleElement): void {
  ;(element?.get(list) as ModdleElement[] | undefined)?.push(flow)
}

/** Without what is not said. */
function given(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== null))
}

const words = (list: readonly string[]): string | undefined => (list.length === 0 ? undefined : list.join(' '))
const hours = (value: number | null): string | undefined => (value === null ? undefined : String(value))

function definitionData(moddle: BpmnModdle, process: ProcessDefinition): Record<string, unknown> {
  const { code, version, validFrom, procedureCode, initialStates, finalStates, transitions } = process
  return {
    code,
    version: String(version),
    validFrom,
    procedureCode,
    initialStates: words(initialStates),
    finalStates: words(finalStates),
    moves: transitions.map(({ from, ...row }) => moddle.create('motcua:Move', given({ ...row, from: words(from) }))),
  }
}

function stepData(moddle: BpmnModdle, step: ProcessStep): Record<string, unknown> {
  const { code, kind, role, unitRule, states, beside, budgetHours, produces, signed } = step
  const { outcomes, consultation, linked } = step
  return {
    code,
    kind,
    role,
    unitRule,
    states: words(states),
    beside,
    budgetHours: hours(budgetHours),
    produces: words(produces),
    signed,
    outcomes: outcomes.map((outcome) => moddle.create('motcua:Outcome', outcome)),
    consultation:
      consultation &&
      moddle.create(
        'motcua:Consultation',
        given({ ...consultation, bodies: words(consultation.bodies), termHours: hours(consultation.termHours) }),
      ),
    linked:
      linked &&
      moddle.create(
        'motcua:Linked',
        given({
          ...linked,
          bodies: linked.bodies.map((body) =>
            moddle.create('motcua:Body', given({ ...body, termHours: hours(body.termHours) })),
          ),
        }),
      ),
  }
}

type Drawing = {
  graph: Graph
  layout: Layout
  elements: ReadonlyMap<string, ModdleElement>
  collaboration: ModdleElement
  participant: ModdleElement
  lanes: readonly ModdleElement[]
}

function diagram(moddle: BpmnModdle, drawing: Drawing): ModdleElement {
  const { graph, layout, elements, collaboration, participant, lanes } = drawing
  const shape = (bpmnElement: ModdleElement | undefined, box: Box | undefined, more: Record<string, unknown> = {}) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${String(bpmnElement?.get('id'))}_di`,
      bpmnElement,
      bounds: moddle.create('dc:Bounds', { ...box }),
      ...more,
    })
  const mark = ({ kind }: GraphNode) => (kind === 'exclusive' ? { isMarkerVisible: true } : {})
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: 'Plane',
    bpmnElement: collaboration,
    planeElement: [
      shape(participant, layout.pool, { isHorizontal: true }),
      ...lanes.map((lane, index) => shape(lane, layout.lanes[index]?.box, { isHorizontal: true })),
      ...graph.nodes.map((node) => shape(elements.get(node.id), layout.boxes.get(node.id), mark(node))),
      ...graph.flows.map(({ id }) =>
        moddle.create('bpmndi:BPMNEdge', {
          id: `${id}_di`,
          bpmnElement: elements.get(id),
          waypoint: (layout.points.get(id) ?? []).map((point) => moddle.create('dc:Point', point)),
        }),
      ),
    ],
  })
  return moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram', plane })
}
