import { commonPages } from '../application-form.ts'
import { fieldsOf, type FormLayout } from '../form.ts'
import { conditionFaults } from './faults-of-conditions.ts'
import { questionFaults } from './faults-of-questions.ts'
import type { Spot } from './spot.ts'

export const FAULT_CODES = [
  'no-pages',
  'page-without-title',
  'page-without-sections',
  'same-page',
  'section-without-questions',
  'group-without-entry',
  'same-name',
  'bad-name',
  'common-name',
  'unknown-kind',
  'question-without-label',
  'no-options',
  'option-incomplete',
  'same-option',
  'bad-bounds',
  'bad-pattern',
  'strange-person',
  'strange-comparison',
  'unknown-question',
  'question-of-a-group',
  'impossible-answer',
  'circle',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** Why a form cannot be published, and where; words in `faultLine`. */
export type FormFault = { code: FaultCode; spot: Spot | null; name: string; facts?: Record<string, string | number> }

/** Everything wrong with a layout, page by page; empty when it can be published. */
export function faultsOf(layout: FormLayout): FormFault[] {
  const common = commonFields(layout)
  return [...outlineFaults(layout), ...questionFaults(layout, common), ...conditionFaults(layout, common)]
}

const ANYBODY = { id: '', version: 1, subjects: [], cases: [] }

/** The questions of the pages every application has, where the form stands between them. */
function commonFields({ application }: FormLayout) {
  if (!application) return []
  const { before, after } = commonPages(ANYBODY, application.behalf)
  return fieldsOf({ layout: { pages: [...before, ...after] } })
}

const COMMON_PAGES = new Set(['nop-cho', 'nguoi-nop', 'truong-hop', 'nhan-ket-qua'])

function outlineFaults({ pages, application }: FormLayout): FormFault[] {
  if (pages.length === 0) return [{ code: 'no-pages', spot: null, name: '' }]
  const ids = pages.map(({ id }) => id)
  return pages.flatMap(({ id, title, sections }, page) => {
    const fault = (code: FaultCode, section?: number): FormFault => ({
      code,
      spot: section === undefined ? { page } : { page, section },
      name: section === undefined ? title : (sections[section]?.title ?? title),
    })
    const isTaken = ids.indexOf(id) !== page || (application !== undefined && COMMON_PAGES.has(id))
    return [
      ...(title.trim() === '' ? [fault('page-without-title')] : []),
      ...(isTaken ? [fault('same-page')] : []),
      ...(sections.length === 0 ? [fault('page-without-sections')] : []),
      ...sections.flatMap(({ fields, repeat }, no) => [
        ...(fields.length === 0 ? [fault('section-without-questions', no)] : []),
        ...(repeat && repeat.entry.trim() === '' ? [fault('group-without-entry', no)] : []),
        ...(repeat && repeat.min > repeat.max ? [fault('bad-bounds', no)] : []),
      ]),
    ]
  })
}
