import { commonPages } from './application-form.ts'
import { fieldsOf, type FormLayout } from './form.ts'
import { unsoundReasons } from './texts.ts'

/** The question of the common pages whose choices are the procedure's own. */
const BY_PROCEDURE = 'caseCode'

const ANYBODY = { id: '', version: 1, subjects: [], cases: [] }

/** What a layout says that cannot work; undefined when it is sound. */
export function whyUnsound(layout: FormLayout): string | undefined {
  const common = layout.application ? commonPages(ANYBODY, layout.application.behalf) : { before: [], after: [] }
  const pages = [...common.before, ...layout.pages, ...common.after]
  const fields = fieldsOf({ layout: { pages } })
  const names = new Set(fields.map((spec) => spec.name))
  if (names.size < fields.length) return unsoundReasons.sameName
  if (new Set(pages.map((page) => page.id)).size < pages.length) return unsoundReasons.samePage
  for (const spec of fields) {
    if (spec.kind === 'choice' && !spec.options?.length) return unsoundReasons.noOptions(spec.label)
    if (spec.bornWith !== undefined && !names.has(spec.bornWith)) return unsoundReasons.strangeField(spec.label)
    const { when } = spec
    if (!when || (layout.application && when.field === BY_PROCEDURE)) continue
    const deciding = fields.find((other) => other.name === when.field)
    const isOffered = deciding?.kind === 'choice' && deciding.options?.some((option) => option.value === when.is)
    if (!isOffered || deciding?.when) return unsoundReasons.strangeField(spec.label)
  }
  return undefined
}
