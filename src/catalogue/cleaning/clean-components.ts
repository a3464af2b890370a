import type { DossierComponent } from '../procedure.ts'
import type { SourceComponent, SourceProcedure } from '../source-procedure.ts'
import { bareWords, withoutBullet } from './bullets.ts'
import { judgeComponent } from './component-kind.ts'
import { inStatedOrder } from './component-order.ts'
import type { Doubt } from './finding.ts'
import { countsInText } from './read-counts.ts'

const DECLARATION =
  /^[\s\-+*•\d.()a-z]{0,6}(tờ khai|đơn |bản khai|giấy đề nghị|phiếu đề nghị|phiếu khai|văn bản đề nghị)/i

/** The components of a procedure in stated order, each judged to be a paper, a note or a heading. */
export function cleanComponents(source: SourceProcedure): { components: DossierComponent[]; doubts: Doubt[] } {
  const doubts: Doubt[] = []
  const components = (source.component_groups ?? []).flatMap((group) => {
    const groupWords = bareWords(group.name)
    return inStatedOrder(onceEach(group.items, doubts)).map((item): DossierComponent => {
      const templates = item.forms ?? []
      const { name, orig: originals, copy: copies } = item
      const judgement = judgeComponent(
        { name, groupName: group.name, originals, copies, hasForm: templates.length > 0 },
        groupWords,
      )
      const counts = judgement.doubt === 'component.no-count' ? countsInText(item.name) : undefined
      const doubt = counts ? 'component.count-read' : judgement.doubt
      if (doubt) doubts.push({ code: doubt, where: `components.${item.code}`, sourceText: item.name })
      return {
        code: item.code,
        groupName: group.name.trim(),
        name,
        kind: judgement.kind,
        ...(counts ?? { originals, copies }),
        eform: judgement.kind === 'paper' && DECLARATION.test(withoutBullet(item.name)),
        conditional: judgement.conditional,
        templates,
        isResult: item.is_result === true,
      }
    })
  })
  if (!components.some(({ kind }) => kind === 'paper')) {
    doubts.push({
      code: 'component.none',
      where: 'components',
      sourceText: components.map(({ name }) => name).join('; '),
    })
  }
  return { components: withUniqueCodes(components), doubts }
}

/** A group lists some papers twice, word for word. */
function onceEach(items: readonly SourceComponent[], doubts: Doubt[]): SourceComponent[] {
  const kept = new Map<string, SourceComponent>()
  for (const item of items) {
    const key = `${item.name}|${item.orig}|${item.copy}`
    if (kept.has(key))
      doubts.push({ code: 'component.repeated', where: `components.${item.code}`, sourceText: item.name })
    else kept.set(key, item)
  }
  return [...kept.values()]
}

/** The source lists one code twice in some procedures; a dossier needs one key for each paper. */
function withUniqueCodes(components: DossierComponent[]): DossierComponent[] {
  const uses = new Map<string, number>()
  return components.map((component) => {
    const use = (uses.get(component.code) ?? 0) + 1
    uses.set(component.code, use)
    return use === 1 ? component : { ...component, code: `${component.code}~${use}` }
  })
}
