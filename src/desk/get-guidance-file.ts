import { Type } from 'typebox'
import { vietnamDate } from '../platform/dates.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { fileById, type StoredFile } from '../documents/index.ts'
import { openDraft } from '../dossiers/index.ts'
import { desksOf } from './counter-place.ts'
import { guidanceOf } from './store.ts'

/** A guidance sheet for whoever may open the reception it was given for. */
export const getGuidanceFile = query({
  name: 'desk.get-guidance-file',
  roles: ['intake-officer'],
  input: Type.Object({ resumeCode: Type.String({ maxLength: 12 }), no: Type.Integer({ minimum: 1 }) }),
  async run({ db, clock }, actor, { resumeCode, no }): Promise<StoredFile> {
    await desksOf(db, actor, vietnamDate(clock.now()))
    const draft = await openDraft(db, actor, resumeCode)
    const given = (await guidanceOf(db, draft.id)).find((one) => one.no === no)
    const file = given && (await fileById(db, given.fileId))
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_, __, file) => [`file:${file.id}`],
})
