import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareWeb } from '../../../test/support/bare-web.ts'
import { ANONYMOUS, type Officer } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { linesOf } from '../../platform/journal/read.ts'
import {
  openDemoPki,
  revocationPort,
  rfc3161,
  seatRevocation,
  startRevocationServer,
  startTimestampServer,
  timestampAuthorityPort,
  trustPort,
} from '../../signing/index.ts'
import {
  downloadResult,
  getResult,
  keepRenewal,
  planUnplanned,
  renewAll,
  renewalCheck,
  renewalPlan,
  signaturesCommand,
  verifyDocument,
} from '../index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../testing.ts'
import { resultsWorkspaceRoutes } from '../workspace/routes.tsx'
import { claimRenewal } from './store.ts'
import { watchRenewals } from './tell-late.ts'

const READER = { kind: 'system', name: 'test' } as const
let world: ResultsWorld
let dossiers: string[]
let first: Buffer[]
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  world = await openResultsWorld()
  dossiers = [await world.sealed(), await world.sealed()]
  first = await handedOut()
})
afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
  await world?.close()
})

const handedOut = () =>
  Promise.all(
    dossiers.map(async (dossierCode) => {
      const { file } = await world.read(downloadResult, world.people.hanh, { dossierCode })
      return world.app.files.bytes(file.sha256)
    }),
  )
const plan = () => world.read(renewalPlan, READER, {})
const versions = () =>
  rows(
    world.app.db,
    sql<{ no: number; signatures: number }>`select no, signatures from results.issued_version order by no`,
  )
const judged = async (bytes: Buffer) => {
  const { judgement, file } = await world.read(verifyDocument, ANONYMOUS, { bytes })
  return [judgement, file?.verdict]
}
/** The application itself deletes no plan. */
async function forgetPlan(): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.url('motcua_owner') })
  await client.connect()
  await client.query('delete from results.renewal').finally(() => client.end())
}
async function command(...argv: string[]) {
  const lines: string[] = []
  const say = (text: string) => void lines.push(text)
  const code = await signaturesCommand.run(argv, { out: say, err: say }, world.app)
  return { code, text: lines.join('\n') }
}

async function page(actor: Officer): Promise<{ statusCode: number; body: string }> {
  const site = await openBareWeb(world.app, () => actor, resultsWorkspaceRoutes)
  const { statusCode, body } = await site.web.inject({ url: '/quan-tri/chung-thu-so/gia-han' })
  await site.close()
  return { statusCode, body }
}
const administrator = (): Officer => {
  const { supervisor } = world.people
  return { ...supervisor, grants: supervisor.grants.map((grant) => ({ ...grant, role: 'administrator' })) }
}

test('what is issued is planned for: half a year before the first algorithm or certificate ends', async () => {
  expect(await plan()).toEqual({ years: [{ year: 2030, count: 2 }], late: 0, unplanned: 0 })
  expect(await codeOf(world.read(renewalPlan, world.people.clerk, {}))).toBe('platform.forbidden')
  expect(JSON.parse((await command('plan', '--json')).text)).toEqual(await plan())
  expect((await command('plan')).text).toMatch(/Năm 2030\s+2 văn bản\nKhông văn bản nào quá ngày\./)
  expect((await command('renew')).code).toBe(2)
  expect((await page(world.people.clerk)).statusCode).toBe(403)
  expect((await page(administrator())).body).toMatch(/Năm 2030.*2 văn bản/s)
})

test('what was issued before there was a plan is caught up', async () => {
  await forgetPlan()
  expect(await plan()).toEqual({ years: [], late: 0, unplanned: 2 })
  expect(await planUnplanned(world.app)).toBe(2)
  expect(await planUnplanned(world.app)).toBe(0)
  expect(await plan()).toEqual({ years: [{ year: 2030, count: 2 }], late: 0, unplanned: 0 })
})

test('nothing is stamped before its day, and nothing changes while no stamps are to be had', async () => {
  world.clock.set('2030-07-03T08:00:00+07:00')
  expect(await renewAll(world.app)).toEqual({ renewed: 0, waiting: 0 })
  world.clock.set('2030-07-06T08:00:00+07:00')
  world.timestamps.behave({ mode: 'down' })
  expect(await renewAll(world.app)).toEqual({ renewed: 0, waiting: 1 })
  expect(await versions()).toEqual([])
  expect(await handedOut()).toEqual(first)
  expect((await plan()).late).toBe(2)
  expect((await page(administrator())).body).toContain('Quá ngày: 2 văn bản')
  await watchRenewals.run(world.app, undefined)
  const unitId = world.people.clerk.grants[0]?.unitId ?? ''
  const told = (await linesOf(world.app.db, `unit:${unitId}`)).filter(
    ({ what }) => what === 'results.told-late-renewals',
  )
  expect(told.map(({ facts }) => facts)).toEqual([
    {
      count: 2,
      oldest: expect.stringMatching(/^2030-07-0\d$/),
      clerks: [world.people.clerk.accountId],
      administrators: [world.people.administrator.accountId],
    },
  ])
  await expect(renewalCheck(world.app).check()).rejects.toThrow('2 issued documents wait')
  expect(await command('plan')).toMatchObject({ code: 1, text: expect.stringContaining('Quá ngày: 2 văn bản') })
})

test('when stamps are back each file gets one, whoever else is at it; all versions are recognised', async () => {
  world.timestamps.behave({ mode: 'normal' })
  world.clock.advance(61)
  const both = await Promise.all([renewAll(world.app), renewAll(world.app)])
  expect(both.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(2)
  expect(await renewAll(world.app)).toEqual({ renewed: 0, waiting: 0 })
  expect(await versions()).toEqual([
    { no: 1, signatures: 3 },
    { no: 1, signatures: 3 },
  ])
  const renewed = await handedOut()
  for (const [index, pdf] of renewed.entries()) {
    const before = first[index] ?? Buffer.alloc(0)
    expect(pdf.length).toBeGreaterThan(before.length)
    expect(pdf.subarray(0, before.length).equals(before)).toBe(true)
    expect(await judged(pdf)).toEqual(['issued', 'valid'])
    expect(await judged(before)).toEqual(['issued', 'valid'])
    const added = await world.read(verifyDocument, ANONYMOUS, { bytes: Buffer.concat([pdf, Buffer.from('% thêm\n')]) })
    expect(added.comparison).toMatchObject({ relation: 'extended', issuedSignatures: 3 })
  }
  expect(await plan()).toEqual({ years: [{ year: 2031, count: 2 }], late: 0, unplanned: 0 })
  await renewalCheck(world.app).check()
})

test('a stamp that reaches no further is not kept; a new authority takes over, and a killed worker doubles nothing', async () => {
  world.clock.set('2031-06-10T08:00:00+07:00')
  expect(await renewAll(world.app)).toEqual({ renewed: 0, waiting: 2 })
  expect(await versions()).toHaveLength(2)
  await seatNewAuthorities()
  world.clock.advance(61)
  const now = world.clock.now()
  const until = new Date(now.getTime() + 5 * 60_000)
  const killed = await claimRenewal(world.app.db, { now, today: '2031-06-10', until, not: [] })
  expect(await renewAll(world.app)).toEqual({ renewed: 1, waiting: 0 })
  world.clock.advance(6)
  expect(await renewAll(world.app)).toEqual({ renewed: 1, waiting: 0 })
  expect((await versions()).map(({ no, signatures }) => [no, signatures])).toEqual([
    [1, 3],
    [1, 3],
    [2, 4],
    [2, 4],
  ])
  const again = { one: killed, renewed: { pdf: Buffer.from('x'), signatures: 4, renewBy: null } }
  expect(await codeOf(world.run(keepRenewal, READER, again))).toBe('platform.conflict')
})

test('years later the newest version proves itself, and the first is still known as ours', async () => {
  world.clock.set('2033-03-01T08:00:00+07:00')
  const [newest] = await handedOut()
  expect(await judged(newest ?? Buffer.alloc(0))).toEqual(['issued', 'valid'])
  expect(await judged(first[0] ?? Buffer.alloc(0))).toEqual(['issued', 'valid-untrusted'])
  const { issued } = await world.read(getResult, world.people.clerk, { dossierCode: dossiers[0] })
  const { document } = await world.read(verifyDocument, ANONYMOUS, { code: issued?.verificationCode })
  expect(document).toMatchObject({ sha256: issued?.sha256, size: newest?.length })
})

/** The authority of time stamps gets new keys; the old ones go on answering about their certificates. */
async function seatNewAuthorities(): Promise<void> {
  const { app, clock, folder, pki: old } = world
  const pki = await openDemoPki(join(folder, 'new-keys'), clock.now())
  const stamps = await startTimestampServer({ ...pki.timestampAuthority, clock })
  const responder = await startRevocationServer({ revocation: pki.revocation, clock })
  closing.push(stamps.close, responder.close)
  const before = app.ports.get(revocationPort)
  const embedded = { ...app.settings.embedded, revocation: true }
  const revocation = { ...app.settings.revocation, embeddedUrl: responder.url }
  seatRevocation({ ...app, settings: { ...app.settings, embedded, revocation } }, pki)
  const after = app.ports.get(revocationPort)
  const sourceOf = (issuer: typeof pki.root) =>
    [pki.root, pki.issuing].some(({ der }) => der.equals(issuer.der)) ? after : before
  app.ports.set(revocationPort, {
    statusOf: (certificate, issuer, options) => sourceOf(issuer).statusOf(certificate, issuer, options),
    forget: (certificate, issuer) => sourceOf(issuer).forget(certificate, issuer),
  })
  app.ports.set(timestampAuthorityPort, rfc3161({ url: stamps.url, timeoutMs: 1000, clock }))
  app.ports.set(trustPort, {
    anchors: [old.root, pki.root],
    intermediates: [old.issuing, pki.issuing],
  })
}
