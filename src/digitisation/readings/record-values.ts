import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Hint } from '../bench/hint.ts'
import { paperRead } from '../events.ts'
import { pagesOfPaper, paperForUpdate, setPaperState, setPaperType } from '../intake/store.ts'
import { PaperId } from './begin-reading.ts'
import type { PaperSays } from './paper-says.ts'
import { pagesToRead } from './reading.ts'
import { readingsOf, replaceValues } from './store.ts'
import { unseenValues } from './values.ts'

/**
 * What a paper says goes before people. False when its pages were mended while it was read: then it is read on. A paper of which no
 * page could be read fails, and one bad page among others does not spoil it.
 */
export const recordValues = action({
  name: 'digitisation.record-values',
  roles: ['system'],
  input: Type.Object({
    paperId: PaperId,
    version: Type.Integer(),
    pages: Type.Integer({ minimum: 0 }),
    says: Type.Unsafe<PaperSays>({}),
    hints: Type.Unsafe<[string, Hint[]][]>({}),
  }),
  unjournalled: 'a paper whose pages were mended meanwhile is read on',
  async run({ db, now, journal, emit }, _, { paperId, version, pages, says: { kind, fields }, hints }) {
    const paper = await paperForUpdate(db, paperId)
    if (!paper || paper.state !== 'reading' || paper.version !== version) return false
    const own = await pagesOfPaper(db, paperId)
    const readings = await readingsOf(
      db,
      own.map(({ id }) => id),
    )
    if (pagesToRead(own, readings).length > 0) return false
    const subject = `paper:${paperId}`
    if (pages === 0) {
      await setPaperState(db, paper, 'failed', { code: 'digitisation.nothing-read' })
      journal({ subject, what: 'digitisation.paper-failed' })
      return true
    }
    const values = unseenValues(paperId, kind?.type ?? null, fields, new Map(hints), vietnamDate(now))
    await replaceValues(db, paperId, values)
    await setPaperType(db, paperId, kind?.type ?? null, kind?.confidence ?? 0)
    await setPaperState(db, paper, 'to-check')
    const facts = { type: kind?.type ?? null, certainty: kind?.certainty ?? null, values: values.length, pages }
    journal({ subject, what: 'digitisation.paper-read', facts })
    await emit(paperRead, { paperId })
    return true
  },
})
