import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { ReadPage } from '../reading/read-page.ts'
import { PaperId } from './begin-reading.ts'
import { keepFailure, keepRead } from './store.ts'

const Which = { paperId: PaperId, pageId: PaperId, pictureSha256: Type.String(), tookMs: Type.Integer({ minimum: 0 }) }

/** Keeps what was read on one picture, or that it could not be read. Told twice, nothing changes. */
export const recordReading = action({
  name: 'digitisation.record-reading',
  roles: ['system'],
  input: Type.Union([
    Type.Object({ ...Which, read: Type.Unsafe<ReadPage>({}) }),
    Type.Object({ ...Which, failure: Type.String() }),
  ]),
  unjournalled: 'a picture that was read already is not read again',
  async run({ db, now, journal }, _, told) {
    const { paperId, pageId, pictureSha256, tookMs } = told
    const page = { pageId, pictureSha256, tookMs, readAt: now }
    const isNews =
      'read' in told
        ? await keepRead(db, { ...page, ...told.read })
        : await keepFailure(db, { ...page, failure: told.failure })
    if (!isNews) return
    const facts =
      'read' in told
        ? { page: pageId, sha256: pictureSha256, by: told.read.recogniser }
        : { page: pageId, sha256: pictureSha256, failure: told.failure }
    const what = 'read' in told ? 'digitisation.page-read' : 'digitisation.page-not-read'
    journal({ subject: `paper:${paperId}`, what, facts })
  },
})
