import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { saveHandOver } from './hand-over-store.ts'
import { whyNotLook } from './look.ts'
import { BENCH_ROLES, checkersFor, paperWithinReach } from './reach.ts'

const Id = Type.String({ format: 'uuid' })

/** Puts a paper before another who checks papers here: what one cannot read another may, and where two must look. */
export const handOverPaper = action({
  name: 'digitisation.hand-over-paper',
  roles: [...BENCH_ROLES],
  input: Type.Object({ paperId: Id, toAccountId: Id, note: Type.String({ maxLength: 500 }) }),
  async run({ db, now, journal }, actor, { paperId, toAccountId, note }) {
    const officer = officerOf(actor)
    const paper = await paperWithinReach(db, officer, paperId, 'change')
    refuse(whyNotLook(paper))
    const to = (await checkersFor(db, paper, officer, now)).find(({ accountId }) => accountId === toAccountId)
    if (!to) throw new Refusal('digitisation.nobody-to-check')
    const by = { byAccountId: officer.accountId, byName: officer.fullName }
    await saveHandOver(db, { paperId, toAccountId, toName: to.fullName, ...by, note, at: now })
    journal({ subject: `paper:${paperId}`, what: 'digitisation.paper-handed-over', facts: { to: toAccountId } })
  },
})
