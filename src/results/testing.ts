import { join } from 'node:path'
import { Type } from 'typebox'
export { codeOf } from '../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from '../platform/action.ts'
import type { Actor, Citizen, Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { runErrand } from '../platform/errand.ts'
import type { App } from '../platform/app.ts'
import { checksPort, createChecks } from '../platform/operations/checks.ts'
import { newId } from '../platform/id.ts'
import type { Work } from '../platform/jobs/queue.ts'
import { runQuery } from '../platform/query.ts'
import { type RefusalTexts } from '../platform/refusal.ts'
import { documentsJobs, noScanner, signatureCheckerPort, virusScanPort } from '../documents/index.ts'
import {
  assignDossier,
  dossiersJobs,
  dossiersPurposes,
  dossiersRefusals,
  receiveDossier,
  recordAppraisal,
  submitDossier,
} from '../dossiers/index.ts'
import { aFiling, answersOfPerson } from '../dossiers/testing.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../identity/index.ts'
import {
  allSigners,
  embeddedSigner,
  ensureDemoCertificates,
  openDemoPki,
  rfc3161,
  signersPort,
  signingJobs,
  signingPurposesPort,
  signingRefusals,
  seatRevocation,
  startRevocationServer,
  startTimestampServer,
  type EmbeddedRevocationServer,
  timestampAuthorityPort,
  signatureFinding,
  trustPort,
  type DemoPki,
  type EmbeddedTimestampServer,
  type SigningRaises,
  type SigningWaits,
} from '../signing/index.ts'
import {
  approveResult,
  draftResult,
  certifiedCopiesPort,
  resultsPurposes,
  resultsReactions,
  resultsRefusals,
  sealResult,
  signResult,
} from './index.ts'

export const CERTIFIED_COPY = '2.000815'

const OFFICERS = {
  desk: 'anh.vn',
  head: 'chau.dm',
  specialist: 'huy.pq',
  leader: 'thinh.bd',
  clerk: 'nga.ht',
  otherDesk: 'thang.lv',
  otherLeader: 'quy.cv',
  otherClerk: 'hoa.nt',
  otherSpecialist: 'bich.tt',
  supervisor: 'binh.nth',
  administrator: 'linh.tk',
  consulted: 'thao.ltp',
} as const
export type OfficerName = keyof typeof OFFICERS

/** The province with its people, keys and a time-stamp authority of this machine. */
export type ResultsWorld = TestApp & {
  pki: DemoPki
  timestamps: EmbeddedTimestampServer
  responder: EmbeddedRevocationServer
  people: Record<OfficerName, Officer> & { hanh: Citizen; dong: Citizen }
  pins: { leader: string; otherLeader: string; seal: string; otherSeal: string }
  run<A extends Parameters<typeof runAction>[1]>(
    which: A,
    actor: Actor,
    input: object,
  ): Promise<Awaited<ReturnType<A['run']>>>
  undertake<E extends Parameters<typeof runErrand>[1]>(
    which: E,
    actor: Actor,
    input: object,
    // Keys of this world answer at once.
  ): Promise<Exclude<Awaited<ReturnType<E['run']>>, SigningWaits | SigningRaises>>
  read<Q extends Parameters<typeof runQuery>[1]>(
    which: Q,
    actor: Actor,
    input: object,
  ): Promise<Awaited<ReturnType<Q['run']>>>
  /** Codes of dossiers brought as far as the name says. */
  appraised(changes?: {
    outcome?: 'eligible' | 'ineligible'
    note?: string
    resultDelivery?: string
    procedureCode?: string
    citizen?: Citizen
  }): Promise<string>
  /** Records the conclusion anew. */
  appraise(dossierCode: string, outcome: 'eligible' | 'ineligible'): Promise<void>
  approved(): Promise<string>
  signed(): Promise<string>
  sealed(resultDelivery?: string): Promise<string>
}

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

function seatResponder(app: App, pki: DemoPki, embeddedUrl: string): void {
  const settings = {
    ...app.settings,
    embedded: { ...app.settings.embedded, revocation: true },
    revocation: { ...app.settings.revocation, embeddedUrl },
  }
  app.ports.set(checksPort, createChecks(app.clock))
  seatRevocation({ ...app, settings }, pki)
}

/** `more`: what modules above do after a request, and how they refuse. */
export async function openResultsWorld(more?: Partial<Work> & { refusals?: RefusalTexts }): Promise<ResultsWorld> {
  const refusals = { ...dossiersRefusals, ...signingRefusals, ...resultsRefusals, ...more?.refusals }
  const world = await openTestApp({
    province: true,
    work: {
      jobs: [...documentsJobs, ...dossiersJobs, ...signingJobs, ...(more?.jobs ?? [])],
      reactions: more?.reactions ?? resultsReactions,
    },
    refusals,
  })
  const { app, clock } = world
  app.ports.set(virusScanPort, noScanner)
  app.ports.set(signatureCheckerPort, signatureFinding(app))
  const pki = await openDemoPki(join(world.folder, 'keys'), clock.now())
  app.ports.set(signersPort, allSigners([embeddedSigner({ folder: pki.keys, clock })]))
  app.ports.set(signingPurposesPort, [...dossiersPurposes, ...resultsPurposes])
  app.ports.set(trustPort, pki.trust)
  app.ports.set(certifiedCopiesPort, async () => undefined)
  const timestamps = await startTimestampServer({ ...pki.timestampAuthority, clock })
  app.ports.set(timestampAuthorityPort, rfc3161({ url: timestamps.url, timeoutMs: 1000 }))
  const responder = await startRevocationServer({ revocation: pki.revocation, clock })
  seatResponder(app, pki, responder.url)
  const pins = await ensureDemoCertificates(app, pki, { officers: Object.values(OFFICERS) })
  const pinOf = (name: OfficerName) => pins.people.find(({ signInName }) => signInName === OFFICERS[name])?.pin ?? ''
  const sealOf = (unitCode: string) => pins.agencies.find((one) => one.unitCode === unitCode)?.pin ?? ''

  const officer = async (signInName: string): Promise<Officer> => {
    const account = await accountBySignInName(app.db, signInName)
    if (!account) throw new Error(`nobody named ${signInName}`)
    const grants = await grantsOf(app.db, account.id, vietnamDate(clock.now()))
    return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
  }
  const citizen = async (personalId: string, fullName: string): Promise<Citizen> => {
    const { id } = await runAction(app, know, { kind: 'system', name: 'test' }, { personalId, fullName })
    return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
  }
  const officers = await Promise.all(
    Object.entries(OFFICERS).map(async ([name, signInName]) => [name, await officer(signInName)] as const),
  )
  const people = {
    ...(Object.fromEntries(officers) as Record<OfficerName, Officer>),
    hanh: await citizen('022188000512', 'Nguyễn Thu Hạnh'),
    dong: await citizen('022085000274', 'Lê Văn Đông'),
  }
  const run: ResultsWorld['run'] = (which, actor, input) => runAction(app, which, actor, input) as never
  const undertake: ResultsWorld['undertake'] = (which, actor, input) => runErrand(app, which, actor, input) as never

  const appraised: ResultsWorld['appraised'] = async ({
    outcome = 'eligible',
    note = 'Giấy tờ đầy đủ, đúng thẩm quyền.',
    resultDelivery = 'counter',
    procedureCode = CERTIFIED_COPY,
    citizen: applicant = people.hanh,
  } = {}) => {
    const { desk, head, specialist } = people
    const answers = { ...answersOfPerson(applicant), resultDelivery }
    const filing = await aFiling(app, applicant, procedureCode, { answers })
    const { code: dossierCode } = await run(submitDossier, applicant, filing)
    await run(receiveDossier, desk, { dossierCode })
    await run(assignDossier, head, { dossierCode, assigneeAccountId: specialist.accountId })
    await run(recordAppraisal, specialist, { dossierCode, outcome, note })
    return dossierCode
  }
  const drafted = async (dossierCode: string) => {
    await run(draftResult, people.specialist, { dossierCode })
    await run(approveResult, people.head, { dossierCode })
    return dossierCode
  }
  const signedOf = async (dossierCode: string) => {
    await undertake(signResult, people.leader, { dossierCode, pin: pinOf('leader') })
    return dossierCode
  }
  const seal = sealOf('H49.136')
  return {
    ...world,
    pki,
    timestamps,
    responder,
    people,
    pins: {
      leader: pinOf('leader'),
      otherLeader: pinOf('otherLeader'),
      seal,
      otherSeal: pins.agencies.find(({ unitCode }) => unitCode !== 'H49.136')?.pin ?? '',
    },
    run,
    undertake,
    read: (which, actor, input) => runQuery(app, which, actor, input) as never,
    appraised,
    async appraise(dossierCode, outcome) {
      await run(recordAppraisal, people.specialist, { dossierCode, outcome, note: 'Xem lại theo hồ sơ đã lưu.' })
    },
    approved: async () => drafted(await appraised()),
    signed: async () => signedOf(await drafted(await appraised())),
    async sealed(resultDelivery = 'counter') {
      const dossierCode = await signedOf(await drafted(await appraised({ resultDelivery })))
      await undertake(sealResult, people.clerk, { dossierCode, pin: seal })
      return dossierCode
    },
    async close() {
      await timestamps.close()
      await responder.close()
      await world.close()
    },
  }
}
