import { foldText } from '../../platform/text.ts'
import type { CleanedProcedure } from './clean-procedure.ts'
import { toFinding } from './finding.ts'

/**
 * Marks procedures that carry the same name, whatever province announced them: a citizen cannot tell them apart. Both stay;
 * procedure control says which one is meant.
 */
export function markSameNames(procedures: readonly CleanedProcedure[]): CleanedProcedure[] {
  const codesByName = new Map<string, string[]>()
  for (const { content } of procedures) {
    const name = nameKey(content.name)
    codesByName.set(name, [...(codesByName.get(name) ?? []), content.code])
  }
  return procedures.map((procedure) => {
    const { code, name, department } = procedure.content
    const others = (codesByName.get(nameKey(name)) ?? []).filter((other) => other !== code)
    if (others.length === 0) return procedure
    const doubt = { code: 'procedure.same-name' as const, where: 'name', sourceText: `${name} (${others.join(', ')})` }
    return { ...procedure, findings: [...procedure.findings, toFinding(doubt, department)] }
  })
}

function nameKey(name: string): string {
  return foldText(name)
    .replace(/^thu tuc /, '')
    .replace(/[\s.;]+$/, '')
}
