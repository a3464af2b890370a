import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { query } from '../../platform/query.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { isChangedElsewhere, markOf } from '../drafts/draft.ts'
import type { SavedPage } from '../drafts/save-draft-page.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { accountOf } from '../move-handling.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { halfAnswerOf, lockRequest, saveHalfAnswer } from './store.ts'

/** bổ sung khai dở: what is typed and sent for each item, by the name of its box. Its owner's alone until it is sent. */
export type HalfAnswer = Record<string, string[]>

const Answers = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Array(Type.String({ maxLength: 10_000 }), { maxItems: 60 }),
)

/** Keeps an answer to a supplement request while it is being made; never over what another window or device saved since. */
export const keepHalfAnswer = action({
  name: 'dossiers.keep-half-answer',
  roles: ['citizen'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    answers: Answers,
    basedOn: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  }),
  unjournalled: 'an answer half made is the citizen’s own note; sending it writes the line',
  async run({ db, now }, citizen, { dossierCode, answers, basedOn }): Promise<SavedPage> {
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    refuse(whyNot('supplyDossier', dossier, citizen, await processOf(db, dossier.processId)))
    const key = { dossierId: dossier.id, requestNo: dossier.supplementCount, accountId: accountOf(citizen) ?? '' }
    await lockRequest(db, key)
    if (basedOn !== undefined && isChangedElsewhere(await halfAnswerOf(db, key), { basedOn, answers }))
      throw new Refusal('dossiers.draft-changed-elsewhere')
    await saveHalfAnswer(db, key, answers, now)
    return { savedAt: now, mark: markOf(answers) }
  },
})

/** What the reader has kept of an answer to the dossier's last request. */
export const getHalfAnswer = query({
  name: 'dossiers.get-half-answer',
  roles: ['citizen'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db }, citizen, { dossierCode }): Promise<HalfAnswer | undefined> {
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    const accountId = accountOf(citizen) ?? ''
    return halfAnswerOf(db, { dossierId: dossier.id, requestNo: dossier.supplementCount, accountId })
  },
  reads: () => [],
})
