import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Type } from 'typebox'
import { formClient, type FormAnswer, type FormClient } from '../../../test/support/form-client.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction, action } from '../../platform/action.ts'
import { ANONYMOUS, type Actor, type Citizen, type Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { serveAssets } from '../../platform/web/assets.ts'
import { createWeb } from '../../platform/web/server.ts'
import type { Web } from '../../platform/web/web.ts'
import { catalogueRefusals, loadCatalogue } from '../../catalogue/index.ts'
import { deadlinesRefusals, loadCalendar } from '../../deadlines/index.ts'
import { documentsRefusals, noScanner, virusScanPort } from '../../documents/index.ts'
import { aPdf } from '../../documents/testing.ts'
import { documentsPortalRoutes } from '../../documents/portal/routes.ts'
import {
  accountBySignInName,
  grantsOf,
  identityJobs,
  loadDemoPeople,
  rememberCitizen,
  type CitizenFacts,
} from '../../identity/index.ts'
import { insertAccount } from '../../identity/store/accounts.ts'
import type { Account } from '../../identity/account.ts'
import { loadOrganisation } from '../../organisation/index.ts'
import { errorPage } from '../../portal/error-page.tsx'
import { officialFrame, portalFrame } from '../../portal/frame.tsx'
import { allSigners, signersPort, signingJobs } from '../../signing/index.ts'
import { buildAssets } from '../../ui/build-assets.ts'
import { dossiersJobs, dossiersRefusals } from '../index.ts'
import type { FilingStep } from './filing-step.ts'
import { dossiersPortalRoutes } from './routes.ts'
import { consultationTrackingSection } from './tracking/consultation-section.tsx'

export type PortalWorld = {
  world: TestApp
  web: Web
  /** Who sends requests that carry no `x-actor` of their own. */
  signedIn: { actor: Actor }
  citizen(facts: Pick<CitizenFacts, 'personalId' | 'fullName'> & Partial<CitizenFacts>): Promise<Citizen>
  /** Known, and with an account signed in to at this moment. */
  accountHolder(facts: Pick<CitizenFacts, 'personalId' | 'fullName'> & Partial<CitizenFacts>): Promise<Citizen>
  officer(signInName: string): Promise<Officer>
  close(): Promise<void>
}

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ facts: Type.Unsafe<Parameters<typeof rememberCitizen>[1]>({}) }),
  run: (ctx, _, { facts }) => rememberCitizen(ctx, facts),
})

/** Birth registration, certified copy, household business, a building permit with many papers, and one of a department. */
const PROCEDURES = ['1.001193', '2.000815', '1.001612', '1.013225', '2.002615']

/** A data folder with these procedures alone: the whole catalogue takes twenty seconds to load. */
async function someProcedures(folder: string): Promise<string> {
  const source = join(PROJECT_ROOT, 'data')
  for (const part of ['codes', 'organisation', 'processes'])
    await cp(join(source, part), join(folder, part), { recursive: true })
  const lines = gunzipSync(await readFile(join(source, 'procedures/procedures.jsonl.gz')))
    .toString('utf8')
    .split('\n')
  const wanted = lines.filter((line) =>
    PROCEDURES.some((code) => line.includes(`"code":"${code}"`) || line.includes(`"code": "${code}"`)),
  )
  await mkdir(join(folder, 'procedures'))
  await writeFile(join(folder, 'procedures/procedures.jsonl.gz'), gzipSync(wanted.join('\n')))
  return folder
}

/** The citizen's pages on the whole province, with people put before the door instead of signing in; `more` doors of other modules. */
export async function openPortalWorld(
  more?: (web: Web) => Promise<void>,
  steps: readonly FilingStep[] = [],
): Promise<PortalWorld> {
  const refusals = { ...catalogueRefusals, ...deadlinesRefusals, ...documentsRefusals, ...dossiersRefusals }
  const world = await openTestApp({
    work: { jobs: [...dossiersJobs, ...identityJobs, ...signingJobs], reactions: [] },
    refusals,
  })
  const { app, clock } = world
  app.ports.set(virusScanPort, noScanner)
  app.ports.set(signersPort, allSigners([]))
  await loadOrganisation(app)
  await loadCalendar(app.db)
  await loadCatalogue(app, await someProcedures(`${world.folder}/data`))
  await loadDemoPeople(app)
  const folder = `${world.folder}/assets`
  const assets = await buildAssets(folder)
  const frame = officialFrame(assets)
  const web = await createWeb({
    app,
    shells: { portal: portalFrame(assets), workspace: frame, official: frame, kiosk: frame },
    errorPage,
    version: 'test',
    formActions: [],
  })
  const signedIn: { actor: Actor } = { actor: ANONYMOUS }
  web.addHook('onRequest', async (request) => {
    request.actor = signedIn.actor
  })
  await serveAssets(web, folder)
  await documentsPortalRoutes(web)
  await dossiersPortalRoutes(web, [consultationTrackingSection], steps)
  await more?.(web)
  await web.ready()
  const citizen: PortalWorld['citizen'] = async (facts) => {
    const { id } = await runAction(app, know, { kind: 'system', name: 'test' }, { facts })
    const { fullName, personalId } = facts
    return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
  }
  return {
    world,
    web,
    signedIn,
    citizen,
    async accountHolder(facts) {
      const person = await citizen({ source: 'identity-provider', ...facts })
      await insertAccount(app.db, accountFor(person, clock.now()), clock.now())
      return person
    },
    async officer(signInName) {
      const account = await accountBySignInName(app.db, signInName)
      if (!account) throw new Error(`nobody named ${signInName}`)
      const grants = await grantsOf(app.db, account.id, vietnamDate(clock.now()))
      return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
    },
    async close() {
      await web.close()
      await world.close()
    },
  }
}

/** The account of a person put before the door. */
export function accountFor({ accountId: id, citizenId, fullName }: Citizen, now: Date): Account {
  return {
    id,
    kind: 'citizen',
    signInName: null,
    fullName,
    citizenId,
    email: null,
    phone: null,
    status: 'active',
    passwordHash: null,
    passwordSetAt: null,
    mustChangePassword: false,
    failedTries: 0,
    lockedUntil: null,
    activeSince: now,
    lastSignInAt: now,
    origin: 'identity-provider',
    version: 1,
  }
}

/** A browser without script whose person is put before the door. */
export function browse({ web, signedIn }: Pick<PortalWorld, 'web' | 'signedIn'>, firstActor: Actor) {
  let actor = firstActor
  const client = formClient(web, [], () => {
    signedIn.actor = actor
  })
  return {
    ...client,
    /** The session ends, or somebody else signs in, with the page still open. */
    becomes(next: Actor) {
      actor = next
    },
  }
}

export type Visitor = ReturnType<typeof browse>

/** Follows the redirect of an answer. */
export async function follow(visitor: FormClient, answer: FormAnswer): Promise<FormAnswer> {
  if (answer.to === undefined) throw new Error(`no redirect but ${answer.status}: ${answer.body.slice(0, 400)}`)
  return visitor.get(answer.to)
}

export const APPLICANT = {
  phone: '0912 000 512',
  address: 'Số 12, đường Hậu Cần',
  communeCode: '06673',
  onBehalf: 'self',
}
export const REQUEST = { request: 'Khai sinh cho con mới sinh', resultDelivery: 'electronic', declaredTrue: 'yes' }

/** Begins a form; gives its address. */
export async function begin(visitor: FormClient, procedure: string): Promise<string> {
  await visitor.get(`/thu-tuc/${procedure}/nop`)
  const { to } = await visitor.post(`/thu-tuc/${procedure}/nop`, { luot: crypto.randomUUID() })
  return to ?? ''
}

/** Fills in the form and answers for every paper; ends before handing in. */
export async function filledIn(visitor: FormClient, procedure: string): Promise<string> {
  const draft = await begin(visitor, procedure)
  await visitor.get(`${draft}/nguoi-nop`)
  await visitor.post(`${draft}/nguoi-nop`, { applicantKind: 'person', ...APPLICANT })
  await visitor.post(`${draft}/noi-dung`, REQUEST)
  for (let left = (await visitor.get(draft)).body; ; left = (await visitor.get(draft)).body) {
    const open =
      /href="([^"]+\/giay-to\/\d+)">[^<]*<\/a>(?:<small>[^<]*<\/small>)?<\/span><span class="the sea">(?:(?!<\/span>).)*Chưa làm/.exec(
        left,
      )
    if (!open?.[1]) return draft
    const paper = await visitor.upload(open[1], [['tep', 'giay.pdf', aPdf()]])
    if (paper.status !== 303) throw new Error(`the paper was not taken: ${paper.body.slice(0, 400)}`)
  }
}
