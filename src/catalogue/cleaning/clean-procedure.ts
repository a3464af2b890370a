import { departmentForSectors } from '../departments.ts'
import { isProcedureCode, type FilingMethod, type ProcedureContent, type ProcedureLevel } from '../procedure.ts'
import type { SourceProcedure } from '../source-procedure.ts'
import { CHANNELS, cleanFees } from './clean-fees.ts'
import { cleanComponents } from './clean-components.ts'
import { toFinding, type Doubt, type QualityFinding } from './finding.ts'
import { oldWording, ownBodies } from './old-wording.ts'
import { plainTerm } from './read-term.ts'
import { repairText } from './repair-text.ts'
import { settleCases } from './settle-cases.ts'

/** Raised whenever a rule changes what comes out: the catalogue is then cleaned again at the next load. */
export const CLEANING_RULES = 4

export type CleanedProcedure = { content: ProcedureContent; findings: QualityFinding[] }

/** What the catalogue knows around one procedure: titles of legal documents by number. */
export type CatalogueTitles = { legal: ReadonlyMap<string, string> }

/** A procedure of the source as the catalogue keeps it, with every doubt about it. */
export function cleanProcedure(source: SourceProcedure, titles: CatalogueTitles): CleanedProcedure {
  const { repaired, doubts: textDoubts } = repairAll(source)
  const { cases, doubts: caseDoubts } = settleCases(repaired)
  const { components, doubts: componentDoubts } = cleanComponents(repaired)
  const { fees, doubts: feeDoubts } = cleanFees(repaired)
  const { bodies, doubts: bodyDoubts } = ownBodies(repaired.executing ?? [])
  const department = departmentForSectors(repaired.fields.map(({ code }) => code))
  const content: ProcedureContent = {
    code: repaired.code,
    name: repaired.name,
    levels: LEVELS.filter(([level]) => repaired.levels.includes(level)).map(([, level]) => level),
    alsoElsewhere: repaired.levels.includes('bo') || repaired.levels.includes('khac'),
    sectors: repaired.fields.map(({ code, name }) => ({ code, name })),
    department,
    issuer: repaired.issuer,
    decision: repaired.decision,
    subjects: repaired.subjects,
    executing: bodies,
    fullOnline: repaired.full_process === true,
    anyDesk: repaired.non_territorial === true,
    counterOnly: repaired.offline_only === true,
    vertical: repaired.vertical === true,
    cases,
    components,
    fees,
    methods: methodsOf(repaired),
    steps: repaired.steps.filter(({ name, text }) => name !== '' || text !== ''),
    conditions: repaired.conditions ?? '',
    results: repaired.results ?? [],
    legal: (repaired.legal ?? []).map((code) => ({ code, name: titles.legal.get(code) ?? '' })),
    lifeEvent: repaired.life_event,
    note: repaired.note ?? '',
    keywords: repaired.keywords ?? '',
    sourceUpdatedOn: repaired.updated,
  }
  const doubts = [
    ...codeDoubts(content.code),
    ...caseDoubts,
    ...componentDoubts,
    ...feeDoubts,
    ...bodyDoubts,
    ...oldWording(placesOf(content)),
    ...textDoubts,
    ...(content.results.length === 0 ? [{ code: 'result.none' as const, where: 'results', sourceText: '' }] : []),
  ]
  return { content, findings: doubts.map((doubt) => toFinding(doubt, department)) }
}

const LEVELS: readonly ['tinh' | 'xa', ProcedureLevel][] = [
  ['tinh', 'province'],
  ['xa', 'commune'],
]

function codeDoubts(code: string): Doubt[] {
  return isProcedureCode(code) ? [] : [{ code: 'code.malformed', where: 'code', sourceText: code }]
}

function methodsOf(source: SourceProcedure): FilingMethod[] {
  const kept = new Map<string, FilingMethod>()
  for (const { channel, time, unit, text } of source.methods) {
    const term = plainTerm(time, unit)
    const words = [typeof time === 'string' && !/^\d*$/.test(time) ? time : '', text].filter(Boolean).join('\n')
    kept.set(`${channel}|${term?.quantity}|${term?.unit}|${words}`, { channel: CHANNELS[channel], term, text: words })
  }
  return [...kept.values()]
}

/** The places whose wording citizens read. */
function placesOf(content: ProcedureContent): { where: string; text: string }[] {
  return [
    { where: 'name', text: content.name },
    ...content.executing.map((text) => ({ where: 'executing', text })),
    ...content.components.map(({ code, name }) => ({ where: `components.${code}`, text: name })),
    ...content.methods.map(({ channel, text }) => ({ where: `methods.${channel}`, text })),
    ...content.steps.map(({ name, text }) => ({ where: 'steps', text: `${name}\n${text}` })),
    { where: 'conditions', text: content.conditions },
  ]
}

/** Every text of the record repaired; one doubt for each kind of damage, at the first place. */
function repairAll(source: SourceProcedure): { repaired: SourceProcedure; doubts: Doubt[] } {
  const doubts = new Map<Doubt['code'], Doubt>()
  const visit = (value: unknown, where: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, where))
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, visit(item, where === '' ? key : where)]),
      )
    }
    if (typeof value !== 'string') return value
    const { text, repaired, damaged } = repairText(value)
    if (repaired && !doubts.has('text.repaired'))
      doubts.set('text.repaired', { code: 'text.repaired', where, sourceText: value })
    if (damaged && !doubts.has('text.damaged'))
      doubts.set('text.damaged', { code: 'text.damaged', where, sourceText: text })
    return text
  }
  return { repaired: visit(source, '') as SourceProcedure, doubts: [...doubts.values()] }
}
