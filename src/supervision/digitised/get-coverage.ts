import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { componentsOfLists, listsInForce, procedureNames, type ListInForce } from '../../catalogue/index.ts'
import type { Db } from '../../platform/db.ts'
import { PAPER_FIGURES, type PaperFigure, type Scope } from './figures.ts'
import { countPapers } from './figures-store.ts'
import { Asked, FIGURE_READERS, scopeOf } from './get-figures.ts'

export type PaperFigures = Record<PaperFigure, number>
/** A paper of an approved list and how often it was digitised. */
export type CoveredPaper = PaperFigures & {
  procedureCode: string
  procedureName: string
  componentCode: string
  name: string
}
/** Of the papers of a list: how many were digitised at least once, how many came and never were, how many never came. */
export type FieldCoverage = { list: ListInForce; papers: number; once: number; never: number; unseen: number } & Pick<
  PaperFigures,
  'handedIn' | 'digitised' | 'notAsked'
>

const NOTHING = Object.fromEntries(PAPER_FIGURES.map((figure) => [figure, 0])) as PaperFigures

/** Whether a paper came to the office in the days: one a register stands for did not have to. */
export const isUnseen = ({ handedIn, notAsked }: Pick<PaperFigures, 'handedIn' | 'notAsked'>) =>
  handedIn === 0 && notAsked === 0
/** It came, and of no dossier is it digitised. */
export const isNeverDigitised = (paper: PaperFigures) => paper.handedIn > 0 && paper.digitised === 0

/** The papers of these lists with what was counted of each in the days. */
async function papersOfLists(db: Db, scope: Scope, listIds: readonly string[]) {
  const listed = await componentsOfLists(db, listIds)
  const counted = await countPapers(db, scope, [...new Set(listed.map(({ procedureCode }) => procedureCode))])
  const found = new Map(counted.map((row) => [`${row.procedureCode} ${row.componentCode}`, row]))
  return listed.map((paper) => {
    const { procedureCode, componentCode } = paper
    return { ...NOTHING, ...found.get(`${procedureCode} ${componentCode}`), ...paper }
  })
}

/** Each field with a list in force on the last of the days: how far its papers are digitised. */
export const getFieldCoverage = query({
  name: 'supervision.get-field-coverage',
  roles: [...FIGURE_READERS],
  input: Type.Object(Asked),
  async run({ db, clock }, actor, asked): Promise<FieldCoverage[]> {
    const scope = await scopeOf(db, actor, clock.now(), asked)
    const lists = await listsInForce(db, asked.to)
    const papers = await papersOfLists(
      db,
      scope,
      lists.map(({ id }) => id),
    )
    const fields = lists.map((list): FieldCoverage => {
      const own = papers.filter(({ listId }) => listId === list.id)
      const sum = (figure: PaperFigure) => own.reduce((total, paper) => total + paper[figure], 0)
      return {
        list,
        papers: own.length,
        once: own.filter(({ digitised }) => digitised > 0).length,
        never: own.filter(isNeverDigitised).length,
        unseen: own.filter(isUnseen).length,
        handedIn: sum('handedIn'),
        digitised: sum('digitised'),
        notAsked: sum('notAsked'),
      }
    })
    return fields.sort((one, other) => one.list.name.localeCompare(other.list.name, 'vi'))
  },
})

export type ComponentCoverage = { list: ListInForce; papers: CoveredPaper[] }

/** Each paper of a field's list: how often it was handed in, how deep it was digitised, how often it was not asked for again. */
export const getComponentCoverage = query({
  name: 'supervision.get-component-coverage',
  roles: [...FIGURE_READERS],
  input: Type.Object({ ...Asked, sectorCode: Type.String({ maxLength: 50 }) }),
  async run({ db, clock }, actor, { sectorCode, ...asked }): Promise<ComponentCoverage> {
    const scope = await scopeOf(db, actor, clock.now(), asked)
    const list = (await listsInForce(db, asked.to)).find((one) => one.sectorCode === sectorCode)
    if (!list) throw new Refusal('platform.not-found')
    const papers = await papersOfLists(db, scope, [list.id])
    const names = await procedureNames(db, [...new Set(papers.map(({ procedureCode }) => procedureCode))])
    return {
      list,
      papers: papers.map(({ listId: _list, ...paper }) => {
        return { ...paper, procedureName: names.get(paper.procedureCode) ?? paper.procedureCode }
      }),
    }
  },
})
