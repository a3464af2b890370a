import { runAction } from '../platform/action.ts'
import type { System } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { Refusal, type Reason } from '../platform/refusal.ts'
import { dossierById, returnStep, type Handling } from '../dossiers/index.ts'
import { returnDraft, returnSigned } from '../results/index.ts'
import { noteHandedOver } from './end-run.ts'
import type { Run } from './run.ts'
import { handOverWords } from './officers.texts.ts'

type Back = (app: App, system: System, input: { dossierCode: string; reason: string }) => Promise<unknown>

/** One step back, in each state, by the action an officer would use. */
const BACK: Partial<Record<Handling, Back>> = {
  'awaiting-seal': (app, system, input) => runAction(app, returnSigned, system, input),
  'awaiting-signature': (app, system, input) => runAction(app, returnDraft, system, input),
  'awaiting-approval': (app, system, input) => runAction(app, returnDraft, system, input),
  appraising: (app, system, input) => runAction(app, returnStep, system, input),
}
const MOST_STEPS = 5

/**
 * Leaves the rest to a person: what the system had begun goes back step by step to where an officer takes a dossier up, and
 * the reason stays with it. What somebody has taken over meanwhile is theirs and stays where it is.
 */
export async function handToPerson(app: App, system: System, { dossierId }: Run, reason: Reason): Promise<void> {
  await runAction(app, noteHandedOver, system, { dossierId, code: reason.code })
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const dossier = await dossierById(app.db, dossierId)
    const back = dossier?.assigneeAccountId === null ? BACK[dossier.handling] : undefined
    if (!dossier || !back) return
    try {
      await back(app, system, { dossierCode: dossier.code, reason: handOverWords })
    } catch (error) {
      if (error instanceof Refusal) return
      throw error
    }
  }
}
