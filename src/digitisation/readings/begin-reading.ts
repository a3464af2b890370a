import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { paperForUpdate, setPaperState } from '../intake/store.ts'

export const PaperId = Type.String({ format: 'uuid' })

/** The machine takes up a paper. False when it is not to be read: read already, or taken apart meanwhile. */
export const beginReading = action({
  name: 'digitisation.begin-reading',
  roles: ['system'],
  input: Type.Object({ paperId: PaperId }),
  unjournalled: 'a paper taken up again after a stop changes nothing',
  async run({ db, journal }, _, { paperId }): Promise<boolean> {
    const paper = await paperForUpdate(db, paperId)
    if (!paper || !['waiting', 'reading'].includes(paper.state)) return false
    if (paper.state === 'reading') return true
    await setPaperState(db, paper, 'reading')
    journal({ subject: `paper:${paperId}`, what: 'digitisation.reading-begun' })
    return true
  },
})
