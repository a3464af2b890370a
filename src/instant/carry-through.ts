import { runAction } from '../platform/action.ts'
import type { System } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { runErrand } from '../platform/errand.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  dossierById,
  receiveDossier,
  recordAppraisal,
  takeDossier,
  type Dossier,
  type Handling,
} from '../dossiers/index.ts'
import { isAuthorityInForce, issueAuthorityById, type IssueAuthority } from '../organisation/index.ts'
import { approveResult, draftResult, releaseResult, sealResult } from '../results/index.ts'
import { automaticKeysPort, isRaising, keyOfUnit } from '../signing/index.ts'
import { noteIssued } from './end-run.ts'
import { handToPerson } from './hand-to-person.ts'
import { isRegisterField } from './register-field.ts'
import type { Run } from './run.ts'
import { declarationById, declarationInForce, runOf } from './store.ts'
import { under } from './system.ts'
import { appraisalWords, paperWords, registerFieldWords } from './officers.texts.ts'

type Turn = { app: App; system: System; run: Run; dossier: Dossier }

/** What an officer would do next, in each state, done by the same action. */
const NEXT: Partial<Record<Handling, (turn: Turn) => Promise<unknown>>> = {
  submitted: ({ app, system, dossier }) => runAction(app, receiveDossier, system, { dossierCode: dossier.code }),
  received: ({ app, system, dossier }) => runAction(app, takeDossier, system, { dossierCode: dossier.code }),
  appraising: (turn) => (turn.dossier.appraisal === null ? appraise(turn) : draft(turn)),
  'awaiting-approval': ({ app, system, dossier }) =>
    runAction(app, approveResult, system, { dossierCode: dossier.code }),
  'awaiting-signature': ({ app, system, dossier }) =>
    runAction(app, releaseResult, system, { dossierCode: dossier.code }),
  'awaiting-seal': async (turn) => runErrand(turn.app, sealResult, turn.system, await withPin(turn)),
}
const MOST_TURNS = 10

/**
 * Carries a dossier that passed its checks to its sealed result. What was done before, also by a process that was killed, is
 * found in the dossier's state and not done again. What the law or an outside system refuses goes to a person.
 */
export async function carryThrough(app: App, run: Run): Promise<void> {
  const authority = run.authorityId === null ? undefined : await issueAuthorityById(app.db, run.authorityId)
  if (!authority) throw new Error(`run ${run.dossierId} has no authority`)
  const system = under(authority)
  try {
    await refuseWhenStopped(app, authority)
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const dossier = await dossierById(app.db, run.dossierId)
      if (!dossier) throw new Error(`no dossier ${run.dossierId}`)
      // Given up meanwhile: a person has it.
      if ((await runOf(app.db, run.dossierId))?.state !== 'passed') return
      if (dossier.finishedAt) return await runAction(app, noteIssued, system, { dossierId: run.dossierId })
      const next = NEXT[dossier.handling]
      if (!next) throw new Refusal('instant.overtaken')
      // Sealed, and waiting for a service that is down: it goes on by itself when that answers.
      if (isRaising(await next({ app, system, run, dossier }))) return
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'signing.raises-already') return
    await handToPerson(app, system, run, { code: error.code })
  }
}

/** Taken up again after a pause, it may be that machines are to decide this procedure no more. */
async function refuseWhenStopped({ db, clock }: App, authority: IssueAuthority): Promise<void> {
  const on = vietnamDate(clock.now())
  if (!isAuthorityInForce(authority, on)) throw new Refusal('instant.no-authority')
  if (!(await declarationInForce(db, authority.procedureCode, on))) throw new Refusal('instant.switched-off')
}

function appraise({ app, system, run, dossier }: Turn) {
  const note = appraisalWords(run.checks)
  return runAction(app, recordAppraisal, system, { dossierCode: dossier.code, outcome: 'eligible', note })
}

/** The paper says what the register confirmed and nothing else. */
async function draft({ app, system, run, dossier }: Turn) {
  const declaration = await declarationById(app.db, run.declarationId)
  if (!declaration) throw new Error(`no declaration ${run.declarationId}`)
  const { title, template } = declaration.definition.result
  const facts = declaration.definition.registerFields
    .filter(isRegisterField)
    .flatMap((name) => (run.confirmed[name] ? [{ label: registerFieldWords[name], value: run.confirmed[name] }] : []))
  return runAction(app, draftResult, system, {
    dossierCode: dossier.code,
    title,
    template,
    facts,
    body: paperWords(dossier.code, run.beganAt),
  })
}

async function withPin({ app, dossier }: Turn): Promise<{ dossierCode: string; pin: string }> {
  const holder = await keyOfUnit(app.db, dossier.competentUnitId, app.clock.now())
  const pin = holder && (await app.ports.get(automaticKeysPort).pinOf(holder.keyRef))
  if (pin === undefined) throw new Refusal('instant.no-automatic-key')
  return { dossierCode: dossier.code, pin }
}
