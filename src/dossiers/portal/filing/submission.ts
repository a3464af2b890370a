import { componentsOfDraft } from '../../drafts/draft.ts'
import type { FilingInput } from '../../filing/filing-input.ts'
import type { Filing } from './open-filing.ts'

/** What is handed in: the answers understood, the files by paper, and why other papers are left out. */
export function submissionOf({ draft, procedure, answers, papers }: Filing): FilingInput {
  const omitted = papers.flatMap(({ code, omitted: reason, files }) =>
    reason !== null && files.length === 0 ? [{ componentCode: code, reason }] : [],
  )
  return {
    procedureCode: procedure.code,
    ...(draft.competentUnitCode === null ? {} : { competentUnitCode: draft.competentUnitCode }),
    answers: answers.data,
    components: componentsOfDraft(draft.files),
    omitted,
    draftCode: draft.resumeCode,
  }
}
