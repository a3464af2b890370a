import { foldText } from '../../platform/text.ts'
import type { ProcedureCase } from '../procedure.ts'
import type { SourceProcedure } from '../source-procedure.ts'
import type { Doubt } from './finding.ts'
import { plainTerm, readTerm, sameTerm } from './read-term.ts'

/**
 * The cases of a procedure in the order of their codes. Cases that differ in nothing a person can see become one; a procedure
 * without any gets one under its own code, with what its ways of filing say.
 */
export function settleCases(source: SourceProcedure): { cases: ProcedureCase[]; doubts: Doubt[] } {
  const doubts: Doubt[] = []
  const kept = new Map<string, ProcedureCase>()
  for (const one of [...(source.cases ?? [])].sort((a, b) => a.code.localeCompare(b.code))) {
    const { term, termText, doubt } = readTerm(one.time, one.unit, source.methods)
    const where = `cases.${one.code}`
    const key = `${foldText(one.name)}|${term ? `${term.quantity} ${term.unit}` : termText}`
    if (kept.has(key)) {
      doubts.push({ code: 'case.merged', where, sourceText: one.name })
      continue
    }
    kept.set(key, { code: one.code, name: one.name, term, termText })
    if (doubt) doubts.push({ code: doubt, where, sourceText: termText })
  }
  const cases = [...kept.values()]
  if (cases.length === 0) {
    const { term, termText, doubt } = termOfMethods(source)
    doubts.push({ code: 'case.missing', where: 'cases', sourceText: termText })
    if (doubt) doubts.push({ code: doubt, where: 'cases', sourceText: termText })
    return { cases: [{ code: source.code, name: source.name, term, termText }], doubts }
  }
  return { cases, doubts: [...doubts, ...sameNames(cases), ...differingMethods(source, cases)] }
}

function termOfMethods({ methods }: SourceProcedure) {
  return readTerm(0, 'OTHER', methods)
}

function sameNames(cases: readonly ProcedureCase[]): Doubt[] {
  const seen = new Set<string>()
  return cases.flatMap((one) => {
    const name = foldText(one.name)
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ code: 'case.same-name' as const, where: `cases.${one.code}`, sourceText: one.name }]
  })
}

/** A case and the ways of filing may state different terms: the case is kept, a person must say which is the law's. */
function differingMethods(source: SourceProcedure, cases: readonly ProcedureCase[]): Doubt[] {
  const stated = source.methods.map((method) => plainTerm(method.time, method.unit)).filter((term) => term !== null)
  if (stated.length === 0) return []
  return cases
    .filter(({ term }) => term !== null && !stated.some((other) => sameTerm(other, term)))
    .map((one) => ({
      code: 'term.case-and-method-differ',
      where: `cases.${one.code}`,
      sourceText: `${one.termText} / ${[...new Set(source.methods.map((method) => `${method.time} ${method.unit}`))].join(', ')}`,
    }))
}
