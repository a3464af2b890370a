import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { dossierById, type Dossier } from '../dossiers/index.ts'
import { isAuthorityInForce, issueAuthoritiesFor, type IssueAuthority } from '../organisation/index.ts'
import { automaticKeysPort, keyOfUnit, whyNotUse } from '../signing/index.ts'
import { gatherEvidence } from './evidence.ts'
import { confirmedBy, runChecks } from './run-checks.ts'
import { reasonOf, type Run } from './run.ts'
import { declarationInForce, insertRun, runOf } from './store.ts'
import { LOOKING } from './system.ts'

/** Writes down what the checks said, once for a dossier; on a second delivery the first judgement stands. */
const recordJudgement = action({
  name: 'instant.record-judgement',
  roles: ['system'],
  input: Type.Object({
    run: Type.Unsafe<Omit<Run, 'askedForPersonAt' | 'beganAt' | 'endedAt'>>({}),
    version: Type.Integer(),
  }),
  unjournalled: 'a second judgement of the same dossier is dropped; the first writes its line',
  async run(ctx, _, { run, version }) {
    const { now } = ctx
    if (!(await insertRun(ctx.db, { ...run, beganAt: now, endedAt: run.state === 'passed' ? null : now }))) return
    const { declarationId, authorityId, checks, state, reason } = run
    ctx.journal({
      subject: `dossier:${run.dossierId}`,
      what: 'instant.judged',
      facts: {
        declaration: declarationId,
        version,
        authority: authorityId,
        state,
        reason: reason?.code ?? null,
        checks: Object.fromEntries(checks.map(({ code, is }) => [code, is])),
      },
    })
  },
})

/**
 * Judges a dossier just filed by the checks of its procedure's declaration. Undefined when none is in force or somebody has
 * the dossier in hand already.
 */
export async function judgeDossier(app: App, dossierId: string): Promise<Run | undefined> {
  const dossier = await dossierById(app.db, dossierId)
  if (dossier?.handling !== 'submitted') return undefined
  const on = vietnamDate(app.clock.now())
  const declaration = await declarationInForce(app.db, dossier.procedureCode, on)
  if (!declaration) return undefined
  const [authority, evidence] = await Promise.all([
    authorityFor(app, dossier),
    gatherEvidence(app, dossier, declaration.definition),
  ])
  const checks = runChecks(evidence)
  const reason = reasonOf(checks) ?? (authority ? await whyNotSeal(app, authority) : { code: 'instant.no-authority' })
  const run = {
    dossierId,
    declarationId: declaration.id,
    authorityId: authority?.id ?? null,
    state: reason ? ('to-person' as const) : ('passed' as const),
    checks,
    confirmed: confirmedBy(evidence),
    reason: reason ?? null,
  }
  await runAction(app, recordJudgement, LOOKING, { run, version: declaration.version })
  return runOf(app.db, dossierId)
}

/** The instrument in force today for the body that decides this dossier. */
async function authorityFor({ db, clock }: App, dossier: Dossier): Promise<IssueAuthority | undefined> {
  const on = vietnamDate(clock.now())
  const all = await issueAuthoritiesFor(db, dossier.procedureCode)
  return all.find((one) => one.unitId === dossier.competentUnitId && isAuthorityInForce(one, on))
}

/** Nothing is begun that could not be sealed at its end. */
async function whyNotSeal(app: App, { unitId }: IssueAuthority) {
  const holder = await keyOfUnit(app.db, unitId, app.clock.now())
  const pin = holder && (await app.ports.get(automaticKeysPort).pinOf(holder.keyRef))
  return whyNotUse(holder, app.clock.now()) ?? (pin === undefined ? { code: 'instant.no-automatic-key' } : undefined)
}
