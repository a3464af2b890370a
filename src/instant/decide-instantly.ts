import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { reaction } from '../platform/events.ts'
import { defineJob } from '../platform/jobs.ts'
import { dossierById, dossierSubmitted } from '../dossiers/index.ts'
import { issueAuthorityById } from '../organisation/index.ts'
import { raisingOf } from '../signing/index.ts'
import { carryThrough } from './carry-through.ts'
import { handToPerson } from './hand-to-person.ts'
import { judgeDossier } from './judge-dossier.ts'
import { declarationInForce, runOf, runsStuckSince } from './store.ts'
import { LOOKING, under } from './system.ts'

/** Judges and, where everything holds, issues; delivered again it goes on where it stopped. */
export const decideInstantly = defineJob<{ dossierId: string }>(
  'instant.decide',
  { retryLimit: 3 },
  async (app, { dossierId }) => {
    const run = (await runOf(app.db, dossierId)) ?? (await judgeDossier(app, dossierId))
    if (run?.state === 'passed') await carryThrough(app, run)
  },
)

/** A dossier filed online is decided at once where its procedure is declared for it. */
export const onDossierSubmitted = reaction(dossierSubmitted, 'instant.decide-on-filing', async (app, { dossierId }) => {
  const dossier = await dossierById(app.db, dossierId)
  const on = vietnamDate(app.clock.now())
  if (dossier && (await declarationInForce(app.db, dossier.procedureCode, on))) {
    await app.jobs.enqueue(app.db, decideInstantly, { dossierId }, { singletonKey: dossierId })
  }
})

const STUCK_MS = 5 * 60_000

/** What was begun and did not come to its end in five minutes is a person's: no dossier waits for a machine unseen. */
export const giveUpStuckRuns = defineJob('instant.give-up-stuck', { schedule: '*/5 * * * *' }, async (app: App) => {
  for (const { dossierId } of await runsStuckSince(app.db, new Date(app.clock.now().getTime() - STUCK_MS))) {
    const run = await runOf(app.db, dossierId)
    // Sealed, and waiting for a time stamp or an answer about the certificate: nobody can do more about it.
    if (await raisingOf(app.db, `dossier:${dossierId}`)) continue
    if (run && (await dossierById(app.db, dossierId))?.finishedAt) {
      await carryThrough(app, run)
      continue
    }
    const authority = run?.authorityId ? await issueAuthorityById(app.db, run.authorityId) : undefined
    if (run) await handToPerson(app, authority ? under(authority) : LOOKING, run, { code: 'instant.stuck' })
  }
})
