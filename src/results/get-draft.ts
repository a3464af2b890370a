import { Type } from 'typebox'
import type { App } from '../platform/app.ts'
import type { Actor } from '../platform/actor.ts'
import { query } from '../platform/query.ts'
import { refuse } from '../platform/refusal.ts'
import { dossierWithinReach, processOf, whyNot, type ReachedDossier } from '../dossiers/index.ts'
import { correctionUnderWay, type CorrectionUnderWay } from './correction/correction-of.ts'
import { draftFor, type Draft } from './draft.ts'
import { renderPreview } from './render-result.ts'
import { DossierCode, DraftChanges } from './result-input.ts'
import type { Result } from './result.ts'
import { resultOf } from './store.ts'

export type OpenResultDraft = {
  dossier: ReachedDossier
  draft: Draft
  before: Result | null
  correction: CorrectionUnderWay | null
}

/** The draft as the specialist finds it: made from the dossier, or as it was when returned. Nothing is kept yet. */
export const getResultDraft = query({
  name: 'results.get-draft',
  roles: ['specialist'],
  input: Type.Object({ dossierCode: DossierCode, ...DraftChanges.properties }),
  async run(app, actor, { dossierCode, ...changes }): Promise<OpenResultDraft> {
    return open(app, actor, dossierCode, changes)
  },
  reads: (_, __, { dossier }) => [`dossier:${dossier.id}`],
})

/** The paper as it would be, marked DỰ THẢO on every page; nothing is kept. */
export const previewDraft = query({
  name: 'results.preview-draft',
  roles: ['specialist'],
  input: Type.Object({ dossierCode: DossierCode, ...DraftChanges.properties }),
  async run(app, actor, { dossierCode, ...changes }): Promise<{ dossierId: string; pdf: Buffer }> {
    const { dossier, draft } = await open(app, actor, dossierCode, changes)
    const pdf = await renderPreview({
      ...draft,
      dossierCode: dossier.code,
      verificationCode: NO_CODE_YET,
      publicAddress: app.settings.publicAddress,
      now: app.clock.now(),
    })
    return { dossierId: dossier.id, pdf }
  },
  reads: (_, __, { dossierId }) => [`dossier:${dossierId}`],
})

const NO_CODE_YET = '····-····-····'

async function open(
  { db, clock }: App,
  actor: Actor,
  dossierCode: string,
  changes: DraftChanges,
): Promise<OpenResultDraft> {
  const dossier = await dossierWithinReach(db, actor, dossierCode)
  refuse(whyNot('draftResult', dossier, actor, await processOf(db, dossier.processId)))
  const before = await resultOf(db, dossier.id)
  const correction = await correctionUnderWay(db, dossier.id)
  const draft = await draftFor(db, dossier, { before, correction }, changes, { now: clock.now() })
  return { dossier, before: before ?? null, correction: correction ?? null, draft }
}
