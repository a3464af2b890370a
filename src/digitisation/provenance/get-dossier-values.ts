import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { dossierWithinReach } from '../../dossiers/index.ts'
import { closedTo } from '../bench/reach.ts'
import { valuesOfPapers } from '../bench/store.ts'
import type { PaperValue } from '../bench/value.ts'
import type { Paper } from '../intake/scan.ts'
import { papersOfDossier } from '../intake/store.ts'
import { kindNames } from '../templates/templates-in-force.ts'

export type ReadPaperOfDossier = {
  paper: Paper
  typeName: string | null
  values: PaperValue[]
  /** Which archive has it, where the office has closed its scan: its values are not shown either. */
  closed: Awaited<ReturnType<typeof closedTo>>
}

/** What was read on the papers of a dossier, for whoever decides on it: each value with who answers for it. */
export const getDossierValues = query({
  name: 'digitisation.get-dossier-values',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ dossierCode: Type.String({ maxLength: 40 }) }),
  async run({ db }, actor, { dossierCode }): Promise<ReadPaperOfDossier[]> {
    const { id } = await dossierWithinReach(db, actor, dossierCode)
    const papers = await papersOfDossier(db, id)
    const values = await valuesOfPapers(
      db,
      papers.map((paper) => paper.id),
    )
    const names = await kindNames(db)
    const closed = new Map<string, ReadPaperOfDossier['closed']>()
    for (const paper of papers) closed.set(paper.id, await closedTo(db, actor, paper))
    return papers.map((paper) => ({
      paper,
      typeName: names.get(paper.typeCode) ?? null,
      closed: closed.get(paper.id),
      // What one of two found is not shown before the other has looked.
      values: values
        .filter(({ paperId }) => paperId === paper.id && !closed.get(paperId))
        .map((value) => (value.state === 'settled' ? value : { ...value, first: null, second: null })),
    }))
  },
})
