import type { FormPage } from '../../../forms/index.ts'
import type { FiledPaper, Filing } from './open-filing.ts'
import { pagesOf, pageState } from './open-filing.ts'

export type PartState = 'done' | 'current' | 'todo' | 'optional'

/** One thing to do in a half-done form, with its address. */
export type Part =
  | { kind: 'page'; id: string; page: FormPage; href: string; state: PartState; left: number }
  | { kind: 'place'; id: 'noi-giai-quyet'; href: string; state: PartState }
  | { kind: 'paper'; id: string; paper: FiledPaper; href: string; state: PartState }

/** The box files are chosen in. */
export const FILE_BOX = 'tep'

export const PLACE_PART = 'noi-giai-quyet'

/** The parts of a filing in the order they are offered; any order will do. */
export function partsOf(filing: Filing): Part[] {
  const base = draftAddress(filing)
  const pages = pagesOf(filing).map((page): Part => {
    const { isSaved, left } = pageState(filing, page)
    const state = !isSaved ? 'todo' : left === 0 ? 'done' : 'current'
    return { kind: 'page', id: page.id, page, href: `${base}/${page.id}`, state, left }
  })
  const place: Part[] = hasChoiceOfPlace(filing)
    ? [{ kind: 'place', id: PLACE_PART, href: `${base}/${PLACE_PART}`, state: filing.place.ok ? 'done' : 'todo' }]
    : []
  const papers = filing.papers.map((paper): Part => {
    return {
      kind: 'paper',
      id: `giay-to-${paper.no}`,
      paper,
      href: paperAddress(filing, paper),
      state: paperState(paper),
    }
  })
  return [...pages, ...place, ...papers]
}

export function draftAddress({ draft }: Pick<Filing, 'draft'>): string {
  return `/bai-khai/${draft.resumeCode}`
}

export function paperAddress(filing: Pick<Filing, 'draft'>, { no }: Pick<FiledPaper, 'no'>): string {
  return `${draftAddress(filing)}/giay-to/${no}`
}

/** Commune procedures may be filed where the person lives or elsewhere; departments have no such choice. */
export function hasChoiceOfPlace({ procedure }: Pick<Filing, 'procedure'>): boolean {
  return procedure.levels.includes('commune')
}

function paperState({ files, omitted, conditional, eform }: FiledPaper): PartState {
  if (files.length > 0 || omitted !== null) return 'done'
  return conditional || eform ? 'optional' : 'todo'
}

/** Papers are listed for several cases and none is asked of everybody: nothing tells a person which are theirs but the words. */
export function isByCase({ papers }: Pick<Filing, 'papers'>): boolean {
  const real = papers.filter(({ eform }) => !eform)
  return real.length > 0 && real.every(({ conditional }) => conditional)
}

/** What still has to be done before the dossier can be handed in. */
export function openParts(filing: Filing): Part[] {
  return partsOf(filing).filter(({ state }) => state === 'todo' || state === 'current')
}

/** Where "save and go on" leads: the next part not done, else the list. */
export function nextAddress(filing: Filing, doneId: string): string {
  const parts = partsOf(filing)
  const after = parts.slice(parts.findIndex(({ id }) => id === doneId) + 1)
  return after.find(({ state }) => state === 'todo' || state === 'current')?.href ?? draftAddress(filing)
}

/** Where one goes on without a line: the next questions, papers and places need the server. */
export function nextQuestions(filing: Filing, doneId: string): string {
  const pages = pagesOf(filing)
  const next = pages[pages.findIndex(({ id }) => id === doneId) + 1]
  return next ? `${draftAddress(filing)}/${next.id}` : draftAddress(filing)
}
