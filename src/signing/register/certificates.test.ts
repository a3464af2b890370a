import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { runAction } from '../../platform/action.ts'
import type { Actor, Officer } from '../../platform/actor.ts'
import { oneRow, rows, sql } from '../../platform/db.ts'
import { runErrand } from '../../platform/errand.ts'
import { runQuery } from '../../platform/query.ts'
import { foldText } from '../../platform/text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountBySignInName, grantsOf } from '../../identity/index.ts'
import { unitByCode } from '../../organisation/index.ts'
import { openDemoPki, type DemoPki } from '../demo-pki.ts'
import { signersPort, type Signer } from '../signer.ts'
import { allSigners } from '../signers/all-signers.ts'
import { embeddedSigner } from '../signers/embedded.ts'
import { signingRefusals } from '../texts.ts'
import { seatTrust, trustInFolder } from '../trust.ts'
import { certificatesRoutes } from '../workspace/certificates/routes.tsx'
import { CERTIFICATES } from '../workspace/certificates/frame.tsx'
import { certifyAgency, certifyPerson } from './certify.ts'
import { whyNotRegister } from './enter-certificate.ts'
import { keyByFingerprint, keyOfAccount, keyOfUnit } from './find-key.ts'
import { getCertificate } from './get-certificate.ts'
import { handOverCertificate } from './hand-over-certificate.ts'
import { whyNotUse } from './key-holder.ts'
import { listCertificates } from './list-certificates.ts'
import { listExpiring } from './list-expiring.ts'
import { noteCitizenCertificate } from './note-citizen-certificate.ts'
import { resumeCertificate, stopCertificate, withdrawCertificate } from './stop-certificate.ts'
import { readCertificate, type Certificate } from '../crypto/certificate.ts'
import { revocationPort, type CertificateStatus } from '../revocation/certificate-status.ts'
import { askRevocation, askRevocations, refuseRevoked } from './ask-revocation.ts'
import { demandLevel } from '../raising/demand-level.ts'
import { levelDemanded } from '../raising/demanded-level-store.ts'
import { warnOfEnd, warnOfEnds } from './warn-ending.ts'
import { warningDue } from './warning.ts'
import { newId } from '../../platform/id.ts'

let test: TestApp
let pki: DemoPki
let administrator: Officer
let leader: Officer
let unitId: string
let reader: Actor
let bare: BareWeb

let agency: string

beforeAll(async () => {
  test = await openTestApp({ province: true, refusals: signingRefusals })
  const { app, clock, folder } = test
  pki = await openDemoPki(join(folder, 'keys'), clock.now())
  app.ports.set(signersPort, allSigners([embeddedSigner({ folder: pki.keys, clock })]))
  await seatTrust(app)
  leader = await officer('thinh.bd')
  const unit = await unitByCode(
    app.db,
    leader.grants.find(({ role }) => role === 'signatory')?.unitCode ?? '',
    '2026-11-20',
  )
  if (!unit) throw new Error('the leader signs nowhere')
  unitId = unit.id
  await certifyPerson(app, pki, { accountId: leader.accountId, agency: unit.name, pin: '123456' })
  await certifyAgency(app, pki, { unitId, pin: '123456' })
  agency = unit.name
  administrator = await officer('linh.tk')
  reader = administrator
  bare = await openBareWeb(app, () => reader, certificatesRoutes)
})
afterAll(async () => {
  await bare?.close()
  await test?.close()
})

async function officer(signInName: string): Promise<Officer> {
  const { app } = test
  const account = await accountBySignInName(app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  return {
    kind: 'officer',
    accountId: account.id,
    fullName: account.fullName,
    grants: await grantsOf(app.db, account.id, '2026-11-20'),
  }
}

const now = () => test.clock.now()
const own = () => keyOfAccount(test.app.db, leader.accountId, now())
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error as Error)),
  )
const run = (which: Parameters<typeof runAction>[1], input: object, actor: Actor = administrator) =>
  runAction(test.app, which, actor, input)
const handOver = (input: object, actor: Actor = administrator) => runErrand(test.app, handOverCertificate, actor, input)
const list = (input: Parameters<typeof listCertificates.run>[2], actor: Actor = administrator) =>
  runQuery(test.app, listCertificates, actor, input)
const elsewhere = (): Officer => ({
  ...administrator,
  grants: [{ role: 'administrator', unitId: newId(), unitCode: 'H49.1', reach: 'subtree' }],
})

/** A second key of the leader with a certificate of its own. */
async function anotherKey(keyRef: string): Promise<string> {
  await pki.person({ keyRef, fullName: leader.fullName, agency, personalId: '000000000001', pin: '123456' }, now())
  return keyRef
}

describe('the register', () => {
  it('finds by names without diacritics, by state, kind, unit and signer', async () => {
    const all = await list({})
    expect(all.certificates).toHaveLength(2)
    expect(
      all.certificates.every(({ isDemo, state, chain }) => isDemo && state === 'in-force' && chain.length > 0),
    ).toBe(true)
    expect((await list({ words: foldText(agency) })).certificates).toHaveLength(2)
    expect((await list({ kind: 'agency' })).certificates.map(({ unitId: id }) => id)).toEqual([unitId])
    expect((await list({ state: 'expired' })).certificates).toEqual([])
    expect((await list({ unitId, signer: 'embedded', state: 'in-force' })).certificates).toHaveLength(2)
    expect((await list({ signer: 'pkcs11' })).certificates).toEqual([])
    const first = await list({ limit: 1 })
    const second = await list({ limit: 1, after: first.next ?? '' })
    expect([...first.certificates, ...second.certificates].map(({ fingerprint }) => fingerprint)).toEqual(
      all.certificates.map(({ fingerprint }) => fingerprint),
    )
    expect(second.next).toBeNull()
  })

  it('shows the chain up to the root that is believed, the kind of key and where it is', async () => {
    const holder = await own()
    const view = await runQuery(test.app, getCertificate, administrator, { fingerprint: holder?.fingerprint ?? '' })
    expect(view).toMatchObject({
      problem: null,
      keyKind: 'RSA 2048 bit',
      signer: 'embedded',
      isDemo: true,
      timesUsed: 0,
    })
    expect(view.chainMembers.map(({ isAnchor }) => isAnchor)).toEqual([false, false, true])
  })

  it('is closed to other roles, and to administrators of other units', async () => {
    const fingerprint = (await own())?.fingerprint ?? ''
    expect(await codeOf(list({}, leader))).toBe('platform.forbidden')
    expect((await list({}, elsewhere())).certificates).toEqual([])
    expect(await codeOf(runQuery(test.app, getCertificate, elsewhere(), { fingerprint }))).toBe('platform.not-found')
    expect(await codeOf(run(withdrawCertificate, { fingerprint, reason: 'x' }, elsewhere()))).toBe('platform.not-found')
    expect(await codeOf(run(stopCertificate, { fingerprint, as: 'revoked', reason: 'x' }, leader))).toBe(
      'platform.forbidden',
    )
  })
})

describe('stopped by notice', () => {
  it('is suspended, taken up again, revoked for good', async () => {
    const fingerprint = (await own())?.fingerprint ?? ''
    await run(stopCertificate, { fingerprint, as: 'suspended', reason: 'Mất điện thoại', notice: 'CV 12/TB' })
    expect(whyNotUse(await own(), now())?.code).toBe('signing.certificate-suspended')
    expect((await list({ state: 'suspended' })).certificates).toHaveLength(1)
    await run(resumeCertificate, { fingerprint, reason: 'Đã tìm thấy' })
    expect(whyNotUse(await own(), now())).toBeUndefined()
    expect(await codeOf(run(resumeCertificate, { fingerprint, reason: 'x' }))).toBe('signing.not-suspended')
  })
})

describe('handing over', () => {
  it('asks the device with no transaction open, and nobody out of reach makes it ask', async () => {
    const { app } = test
    const fingerprint = (await own())?.fingerprint ?? ''
    const signers = app.ports.get(signersPort)
    const open: bigint[] = []
    const watched: Signer = {
      ...signers.named('embedded'),
      name: 'watched',
      async certificateChain() {
        const state = sql<{ count: bigint }>`
          select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`
        open.push((await oneRow(app.db, state)).count)
        return []
      },
    }
    app.ports.set(signersPort, allSigners([...signers.all(), watched]))
    const asked = { fingerprint, signer: 'watched', keyRef: 'any', changeOverOn: '2026-12-01' }
    expect(await codeOf(handOver(asked, elsewhere()))).toBe('platform.not-found')
    expect(await codeOf(handOver(asked))).toBe('signing.key-unknown')
    expect(open).toEqual([0n])
    app.ports.set(signersPort, signers)
  })

  it('lets the old one serve until the day, the new one from it on', async () => {
    const old = await own()
    const fingerprint = old?.fingerprint ?? ''
    const keyRef = await anotherKey('leader-2')
    const asked = { fingerprint, signer: 'embedded', keyRef }
    expect(await codeOf(handOver({ ...asked, changeOverOn: '2026-11-19' }))).toBe('signing.change-over-day')
    expect(await codeOf(handOver({ ...asked, changeOverOn: '2036-01-01' }))).toBe('signing.change-over-day')
    expect(await codeOf(handOver({ ...asked, keyRef: old?.keyRef, changeOverOn: '2026-12-01' }))).toBe(
      'signing.certificate-known',
    )
    await handOver({ ...asked, changeOverOn: '2026-12-01' })
    expect((await own())?.fingerprint).toBe(fingerprint)
    expect((await list({ state: 'handing-over' })).certificates).toHaveLength(1)
    expect(await codeOf(handOver({ ...asked, keyRef: await anotherKey('leader-3'), changeOverOn: '2026-12-02' }))).toBe(
      'signing.hand-over-arranged',
    )
    test.clock.set('2026-12-01T07:00:00+07:00')
    const next = await own()
    expect(next?.keyRef).toBe('leader-2')
    expect(whyNotUse(next, now())).toBeUndefined()
    expect((await list({ state: 'replaced' })).certificates.map((one) => one.fingerprint)).toEqual([fingerprint])
  })

  it('lets the new one serve at once when the old one is revoked before the day', async () => {
    const fingerprint = (await own())?.fingerprint ?? ''
    await handOver({ fingerprint, signer: 'embedded', keyRef: 'leader-3', changeOverOn: '2026-12-20' })
    await run(stopCertificate, { fingerprint, as: 'revoked', reason: 'Lộ khoá' })
    expect((await own())?.keyRef).toBe('leader-3')
    expect(whyNotUse(await own(), now())).toBeUndefined()
    expect((await list({ state: 'revoked' })).certificates).toHaveLength(1)
    expect(await codeOf(run(stopCertificate, { fingerprint, as: 'suspended', reason: 'x' }))).toBe(
      'signing.not-stoppable',
    )
  })
})

describe('near its end', () => {
  it('is listed as expiring, then expired', async () => {
    const until = (await own())?.validTo ?? now()
    test.clock.set(new Date(until.getTime() - 40 * 86_400_000).toISOString())
    const soon = await runQuery(test.app, listExpiring, administrator, {})
    expect(soon.map(({ keyRef }) => keyRef)).toContain('leader-3')
    expect((await list({ state: 'expiring' })).certificates).toHaveLength(soon.length)
    expect(await runQuery(test.app, listExpiring, elsewhere(), {})).toEqual([])
    test.clock.set(new Date(until.getTime() + 1000).toISOString())
    expect(whyNotUse(await own(), now())?.code).toBe('signing.certificate-expired')
    test.clock.set('2026-12-01T07:00:00+07:00')
  })
})

describe('a unit merged away', () => {
  it('takes its seal and its officers’ certificates with it', async () => {
    const { app } = test
    await app.db
      .transaction()
      .execute((db) => sql`update organisation.unit set valid_to = '2026-12-31' where id = ${unitId}`.execute(db))
    expect(whyNotUse(await keyOfUnit(app.db, unitId, now()), now())).toBeUndefined()
    test.clock.set('2027-01-01T07:00:00+07:00')
    expect(whyNotUse(await keyOfUnit(app.db, unitId, now()), now())).toMatchObject({
      code: 'signing.unit-merged',
      facts: { until: '2026-12-31' },
    })
    expect(whyNotUse(await own(), now())?.code).toBe('signing.unit-merged')
    expect((await list({ state: 'unit-merged' })).certificates.map(({ kind }) => kind).toSorted()).toEqual([
      'agency',
      'person',
    ])
    test.clock.set('2026-12-01T07:00:00+07:00')
  })
})

describe('a certificate of a demonstration', () => {
  it('is neither registered nor believed in production', async () => {
    const certificate = readCertificate((await own())?.certificate ?? Buffer.alloc(0))
    expect(whyNotRegister(certificate, { mode: 'production', now: now() })?.code).toBe('signing.demo-certificate')
    expect(whyNotRegister(certificate, { mode: 'demo', now: now() })).toBeUndefined()
    const folder = join(test.folder, 'keys')
    expect((await trustInFolder(folder, 'production')).anchors).toEqual([])
    expect((await trustInFolder(folder, 'demo')).anchors).toHaveLength(1)
  })
})

describe('citizens', () => {
  it('are noted when they sign, once', async () => {
    const { app } = test
    const citizenId = newId()
    const keyRef = await anotherKey('citizen-1')
    const chain = await app.ports.get(signersPort).named('embedded').certificateChain(keyRef)
    const ctx = { db: app.db, now: now(), settings: app.settings } as Parameters<typeof noteCitizenCertificate>[0]
    const first = await noteCitizenCertificate(ctx, { citizenId, signer: 'smartca', keyRef, chain })
    expect(first).toMatchObject({ kind: 'citizen', citizenId, signer: 'smartca' })
    expect(await noteCitizenCertificate(ctx, { citizenId, signer: 'smartca', keyRef, chain })).toEqual(first)
    expect(await keyByFingerprint(app.db, first.fingerprint)).toMatchObject({ kind: 'citizen', citizenId })
    expect((await list({ kind: 'citizen' })).certificates).toHaveLength(1)
  })
})

describe('pages', () => {
  it('list, show and mark what is of a demonstration', async () => {
    reader = administrator
    const all = await bare.web.inject({
      url: `${CERTIFICATES}?q=${encodeURIComponent(foldText(agency))}&trang_thai=in-force`,
    })
    expect(all.statusCode).toBe(200)
    expect(all.body).toContain('Trình diễn')
    const fingerprint = (await own())?.fingerprint ?? ''
    const one = await bare.web.inject({ url: `${CERTIFICATES}/${fingerprint}` })
    for (const words of ['không có giá trị pháp lý', fingerprint, 'gốc được tin', 'Chưa dùng lần nào']) {
      expect(one.body).toContain(words)
    }
    expect((await bare.web.inject({ url: `${CERTIFICATES}/sap-het-han` })).statusCode).toBe(200)
    const anchors = await bare.web.inject({ url: `${CERTIFICATES}/goc` })
    for (const words of ['Ban Cơ yếu Chính phủ', 'NEAC', 'Chưa cài, chưa tin', 'Trình diễn'])
      expect(anchors.body).toContain(words)
  })

  it('keep what was typed when something is refused', async () => {
    const fingerprint = (await own())?.fingerprint ?? ''
    const path = `${CERTIFICATES}/${fingerprint}/doi`
    const refused = await bare.post(path, path, { noi_giu: 'embedded', ten_khoa: 'khong-co', ngay_doi: '2026-12-05' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="khong-co"')
    expect(refused.body).toContain('chưa có chứng thư số')
    const stop = `${CERTIFICATES}/${fingerprint}/thu-hoi`
    expect((await bare.post(stop, stop, { ghi_la: 'suspended' })).body).toContain('ly_do')
    const done = await bare.post(stop, stop, { ghi_la: 'suspended', ly_do: 'Mất thiết bị' })
    expect(done.statusCode).toBe(303)
    expect((await bare.web.inject({ url: String(done.headers.location) })).body).toContain('Mất thiết bị')
  })

  it('set the level documents are issued at, from a day on', async () => {
    const path = `${CERTIFICATES}/muc-chu-ky`
    const refused = await bare.post(path, path, { muc: 'B-LTA', tu_ngay: '2020-01-01', can_cu: 'Quy chế số 5' })
    expect(refused.body).toContain('từ hôm nay trở đi')
    expect(refused.body).toContain('value="Quy chế số 5"')
    const asked = { thu_tuc: '2.000815', muc: 'B-LTA', tu_ngay: '2026-12-15', can_cu: 'Quy chế số 5' }
    expect((await bare.post(path, path, asked)).statusCode).toBe(303)
    expect((await bare.post(path, path, asked)).body).toContain('Đã đặt mức chữ ký từ ngày 15/12/2026')
    const { db } = test.app
    expect(await levelDemanded(db, '2.000815', '2026-12-14')).toBe('B-LT')
    expect(await levelDemanded(db, '2.000815', '2026-12-15')).toBe('B-LTA')
    expect(await levelDemanded(db, '1.000000', '2026-12-15')).toBe('B-LT')
    const input = { level: 'B-T' as const, validFrom: '2027-01-01', basis: 'Thử cấp xã' }
    expect(await codeOf(run(demandLevel, input, elsewhere()))).toBe('signing.level-of-province')
    expect(await codeOf(run(demandLevel, input, leader))).toBe('platform.forbidden')
  })

  it('are closed to others', async () => {
    reader = leader
    expect((await bare.web.inject({ url: CERTIFICATES })).statusCode).toBe(403)
    reader = administrator
    expect((await bare.web.inject({ url: `${CERTIFICATES}/abc` })).statusCode).toBe(404)
  })
})

describe('asking the authority', () => {
  const asked: string[] = []
  const answering = (status: CertificateStatus) => ({
    statusOf: async (certificate: Certificate, issuer: Certificate) => {
      asked.push(issuer.subject.commonName)
      if (status.state === 'unknown') throw new Refusal('signing.revocation-unavailable')
      const at = now()
      const nextUpdate = new Date(at.getTime() + 3_600_000)
      return {
        kind: 'ocsp' as const,
        der: certificate.der,
        status,
        producedAt: at,
        thisUpdate: at,
        nextUpdate,
        responder: issuer,
      }
    },
    forget: async () => undefined,
  })

  it('keeps the answer; nobody answering changes nothing; a revoked key does not sign', async () => {
    const { app } = test
    await app.db
      .transaction()
      .execute((db) => sql`update organisation.unit set valid_to = null where id = ${unitId}`.execute(db))
    const fingerprint = (await keyOfUnit(app.db, unitId, now()))?.fingerprint ?? ''
    app.ports.set(revocationPort, answering({ state: 'good' }))
    expect(await askRevocation(app, fingerprint)).toBe('good')
    expect(asked.at(-1)).toBe(pki.issuing.subject.commonName)
    expect(await keyByFingerprint(app.db, fingerprint)).toMatchObject({ revocation: 'good', revocationSource: 'ocsp' })
    app.ports.set(revocationPort, answering({ state: 'unknown' }))
    expect(await askRevocation(app, fingerprint)).toBe('unknown')
    expect(await codeOf(refuseRevoked(app, fingerprint))).toBe('done')
    expect((await keyByFingerprint(app.db, fingerprint))?.revocation).toBe('good')
    app.ports.set(revocationPort, answering({ state: 'revoked', at: now(), reason: 'certificateHold' }))
    await askRevocations.run(app, undefined)
    expect(whyNotUse(await keyOfUnit(app.db, unitId, now()), now())?.code).toBe('signing.certificate-suspended')
    app.ports.set(revocationPort, answering({ state: 'revoked', at: now(), reason: 'keyCompromise' }))
    expect(await codeOf(refuseRevoked(app, fingerprint))).toBe('signing.certificate-revoked')
    expect(whyNotUse(await keyOfUnit(app.db, unitId, now()), now())?.code).toBe('signing.certificate-revoked')
  })
})

describe('warned of the end', () => {
  it('tells holder and administrator each mark once, and after a standstill the nearest alone', async () => {
    const { app } = test
    const holder = await own()
    const before = (days: number) =>
      test.clock.set(new Date((holder?.validTo.getTime() ?? 0) - days * 86_400_000).toISOString())
    const fingerprint = holder?.fingerprint ?? ''
    const look = () => runAction(app, warnOfEnd, { kind: 'system', name: 'test' }, { fingerprint })
    before(61)
    expect(await look()).toEqual({ warned: false })
    before(60)
    expect(await look()).toEqual({ warned: true })
    expect(await look()).toEqual({ warned: false })
    before(5)
    await warnOfEnds.run(app, undefined)
    expect(await look()).toEqual({ warned: false })
    before(-2)
    await warnOfEnds.run(app, undefined)
    expect(await look()).toEqual({ warned: false })
    const told = await rows(
      app.db,
      sql<{ daysBefore: number; told: { holders: string[]; administrators: string[] } }>`
      select days_before, told from signing.certificate_warning where fingerprint = ${fingerprint} order by days_before`,
    )
    expect(told.map(({ daysBefore }) => daysBefore)).toEqual([-1, 7, 30, 60])
    expect(told[0]?.told).toMatchObject({ holders: [leader.accountId], administrators: [administrator.accountId] })
  })

  it('chooses the nearest mark', () => {
    const validTo = new Date('2026-12-31T00:00:00+07:00')
    const due = (on: string, warned: number[]) =>
      warningDue({ validTo }, { daysBefore: [60, 30, 7], daysAfter: [1, 8] }, warned, new Date(on))
    expect(due('2026-10-31T09:00:00+07:00', [])).toBeUndefined()
    expect(due('2026-11-01T09:00:00+07:00', [])).toEqual({ tell: 60, passed: [] })
    expect(due('2026-12-10T09:00:00+07:00', [])).toEqual({ tell: 30, passed: [60] })
    expect(due('2026-12-28T09:00:00+07:00', [60])).toEqual({ tell: 7, passed: [30] })
    expect(due('2026-12-31T09:00:00+07:00', [7])).toBeUndefined()
    expect(due('2027-01-02T09:00:00+07:00', [])).toEqual({ tell: -1, passed: [7, 30, 60] })
    expect(due('2027-01-08T09:00:00+07:00', [7, -1])).toEqual({ tell: -8, passed: [30, 60] })
    expect(due('2027-02-02T09:00:00+07:00', [7, -1, -8])).toBeUndefined()
  })
})
