import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { knownOn } from '../known-on.ts'
import { setPaperState, setPaperType } from '../intake/store.ts'
import { findHints } from '../readings/find-hints.ts'
import { whatPaperSays, type PaperSays } from '../readings/paper-says.ts'
import { readPages } from '../readings/read-paper.ts'
import { replaceValues } from '../readings/store.ts'
import { unseenValues } from '../readings/values.ts'
import type { Hint } from './hint.ts'
import { whyNotLook } from './look.ts'
import { BENCH_ROLES, paperWithinReach } from './reach.ts'
import { insertJudgements } from './store.ts'

const Id = Type.String({ format: 'uuid' })
const PaperType = Type.Union([Type.String({ minLength: 1, maxLength: 60 }), Type.Null()])

const recordType = action({
  name: 'digitisation.record-type',
  roles: [...BENCH_ROLES],
  input: Type.Object({
    paperId: Id,
    version: Type.Integer(),
    type: PaperType,
    says: Type.Unsafe<PaperSays>({}),
    hints: Type.Unsafe<[string, Hint[]][]>({}),
  }),
  async run({ db, now, journal }, actor, { paperId, version, type, says, hints }) {
    const officer = officerOf(actor)
    const paper = await paperWithinReach(db, officer, paperId, 'change')
    refuse(whyNotLook(paper))
    if (paper.version !== version) throw new Refusal('platform.conflict')
    await replaceValues(db, paperId, unseenValues(paperId, type, says.fields, new Map(hints), vietnamDate(now)))
    await setPaperType(db, paperId, type, 1)
    await setPaperState(db, paper, 'to-check')
    const isRight = type === paper.typeCode
    await insertJudgements(db, [
      {
        id: newId(),
        paperId,
        kind: 'type',
        typeCode: type,
        name: '',
        label: '',
        turn: 'first',
        verdict: isRight ? 'accepted' : 'corrected',
        readAs: paper.typeCode ?? '',
        correctedTo: isRight ? null : (type ?? ''),
        confidence: paper.typeConfidence ?? 0,
        faults: [],
        way: 'single',
        byAccountId: officer.accountId,
        byName: officer.fullName,
        at: now,
      },
    ])
    const facts = { from: paper.typeCode, to: type }
    journal({ subject: `paper:${paperId}`, what: 'digitisation.type-changed', facts })
  },
})

/**
 * A person says what kind of paper it is; null when it is none of the known. Its values are taken off anew from what was read, so
 * what people found on them before is on record and no more.
 */
export const changeType = errand({
  name: 'digitisation.change-type',
  roles: [...BENCH_ROLES],
  input: Type.Object({ paperId: Id, type: PaperType }),
  async run(app, actor, { paperId, type }, meta) {
    const paper = await paperWithinReach(app.db, actor, paperId)
    refuse(whyNotLook(paper))
    const known = await knownOn(app.db, vietnamDate(app.clock.now()))
    if (type !== null && !known.templates.some((one) => one.type === type)) throw new Refusal('platform.not-found')
    const says = whatPaperSays(await readPages(app, paperId), known, type)
    const hints = [...(await findHints(app, paper, says.fields))]
    await runAction(app, recordType, actor, { paperId, version: paper.version, type, says, hints }, meta)
  },
})
