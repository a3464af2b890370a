import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { runErrand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountBySignInName, grantsOf } from '../../identity/index.ts'
import { unitById } from '../../organisation/index.ts'
import { openDemoPki, type DemoPki } from '../demo-pki.ts'
import { keyOfAccount, keyOfUnit } from '../register/find-key.ts'
import { stopCertificate } from '../register/stop-certificate.ts'
import { runAction } from '../../platform/action.ts'
import { signAtOnce } from '../sign-at-once.ts'
import { signersPort } from '../signer.ts'
import { allSigners } from '../signers/all-signers.ts'
import { cscSigner } from '../signers/csc/csc.ts'
import { embeddedKeysPort, embeddedSigner, type EmbeddedKeys } from '../signers/embedded.ts'
import { MAX_PIN_TRIES } from '../signers/pin-tries.ts'
import { triesInFile } from '../signers/tries-file.ts'
import { CSC_BASE } from '../simulators/csc.ts'
import { startRemoteSigning, type RemoteSigningServer } from '../simulators/server.ts'
import { signingRefusals } from '../texts.ts'
import { seatTrust } from '../trust.ts'
import { linkKeyRoutes } from '../workspace/link-key/routes.tsx'
import { LINK_KEY } from '../workspace/certificates/frame.tsx'
import { OWN_KEY, OWN_SEALS } from './own-key-path.ts'
import { ownKeyRoutes } from '../workspace/own-key/routes.tsx'
import { ownSealRoutes } from '../workspace/own-key/seal.routes.tsx'
import { changePin } from './change-pin.ts'
import { getOwnKey } from './get-own-key.ts'
import { importKey } from './import-key.ts'
import { linkKey } from './link-key.ts'
import { listLinkableKeys } from './list-linkable-keys.ts'
import { pfxOf } from './testing.ts'
import { unlockKey } from './unlock-key.ts'

const PASSWORD = 'Mật khẩu 1'
const PIN = '248613'
const CSC = { clientId: 'motcua', clientSecret: 'csc-secret' }
const document = { title: 'Quyết định', signedAttributesDer: Buffer.from('x'), hash: 'sha256' } as const

let test: TestApp
let pki: DemoPki
let keys: EmbeddedKeys
let services: RemoteSigningServer
let leader: Officer
let administrator: Officer
let agency: { id: string; code: string; name: string }
let bare: BareWeb
let reader: Actor
let pfx: Buffer

beforeAll(async () => {
  test = await openTestApp({ province: true, refusals: signingRefusals })
  const { app, clock, folder } = test
  pki = await openDemoPki(join(folder, 'keys'), clock.now())
  keys = embeddedSigner({ folder: pki.keys, clock })
  services = await startRemoteSigning({
    keys: pki.keys,
    clock,
    smartca: { spId: '', spPassword: '' },
    mysign: { clientId: '', clientSecret: '', profileId: '' },
    csc: CSC,
  })
  const tries = triesInFile(join(folder, 'keys', 'csc.tries.json'))
  const csc = cscSigner({ account: { ...CSC, url: `${services.url}${CSC_BASE}/v2` }, tries, clock })
  app.ports.set(embeddedKeysPort, keys)
  app.ports.set(signersPort, allSigners([keys, csc]))
  await seatTrust(app)
  leader = await officer('thinh.bd')
  administrator = await officer('linh.tk')
  const unit = await unitById(app.db, leader.grants.find(({ role }) => role === 'signatory')?.unitId ?? '')
  if (!unit) throw new Error('the leader signs nowhere')
  agency = unit
  await person('file-leader', leader.fullName)
  await person('file-stranger', 'Nguyễn Văn Khác')
  await pki.agency(
    { keyRef: 'file-seal', agencyName: unit.name, identifier: `MDD:${unit.code}`, pin: PIN },
    clock.now(),
  )
  pfx = await pfxOf(pki, { keyRef: 'file-leader', pin: PIN, password: PASSWORD })
  reader = leader
  bare = await openBareWeb(
    app,
    () => reader,
    async (web) => {
      await ownKeyRoutes(web)
      await ownSealRoutes(web)
      await linkKeyRoutes(web)
    },
  )
})
afterAll(async () => {
  await bare?.close()
  await services?.close()
  await test?.close()
})
beforeEach(() => {
  reader = leader
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(test.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(test.app.db, account.id, '2026-11-20')
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}
const person = (keyRef: string, fullName: string) =>
  pki.person({ keyRef, fullName, agency: agency.name, personalId: '000000000001', pin: PIN }, test.clock.now())
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error as Error)),
  )
const bring = (
  input: Partial<{ bytes: Uint8Array; password: string; pin: string; unitId: string }> = {},
  actor: Actor = leader,
) => runErrand(test.app, importKey, actor, { bytes: pfx, password: PASSWORD, pin: PIN, ...input })
const own = (actor: Actor = leader) => runQuery(test.app, getOwnKey, actor, {})
const sign = async (pin: string) => signAtOnce(keys, (await own())?.holder.keyRef ?? '', document, { pin })
const elsewhere = (): Officer => ({
  ...administrator,
  grants: [{ role: 'administrator', unitId: newId(), unitCode: 'H49.1', reach: 'subtree' }],
})
const citizen: Citizen = {
  kind: 'citizen',
  accountId: newId(),
  citizenId: newId(),
  fullName: 'Nguyễn Thu Hạnh',
  personalId: '022188000512',
}

describe("an officer's own key", () => {
  it.each<[string, () => Partial<{ bytes: Uint8Array; password: string; pin: string }> | Promise<object>, string]>([
    ['a wrong password', () => ({ password: 'another' }), 'signing.pfx-wrong-password'],
    ['a weak PIN', () => ({ pin: '123456' }), 'signing.pin-too-weak'],
    ['what is no PFX', () => ({ bytes: Buffer.from('%PDF-1.7') }), 'signing.pfx-unreadable'],
    ['what is too large', () => ({ bytes: Buffer.alloc(70_000, 0x30) }), 'signing.pfx-unreadable'],
    [
      "another person's",
      async () => ({ bytes: await pfxOf(pki, { keyRef: 'file-stranger', pin: PIN, password: PASSWORD }) }),
      'signing.certificate-of-another',
    ],
    [
      'an old cipher',
      async () => ({
        bytes: await pfxOf(pki, { keyRef: 'file-leader', pin: PIN, password: PASSWORD, words: ['-legacy'] }),
      }),
      'signing.pfx-legacy-cipher',
    ],
  ])('is not taken with %s', async (_, input, code) => {
    expect(await codeOf(bring(await input()))).toBe(code)
    expect(await own()).toBeUndefined()
  })

  it('is for officers alone', async () => {
    expect(await codeOf(bring({}, citizen))).toBe('platform.forbidden')
    expect(await codeOf(own(citizen))).toBe('platform.forbidden')
  })

  it('comes in from a file, signs with the PIN its holder chose, and is in the register', async () => {
    await bring()
    const key = await own()
    expect(key).toMatchObject({
      standing: 'ready',
      unusable: undefined,
      holder: { subject: leader.fullName, isDemo: true },
    })
    expect(await sign(PIN)).toBeInstanceOf(Uint8Array)
    expect(await keyOfAccount(test.app.db, leader.accountId, test.clock.now())).toMatchObject({ signer: 'embedded' })
  })

  it('gets another PIN from its holder alone', async () => {
    const change = (old: string, next: string, actor: Actor = leader) =>
      codeOf(runErrand(test.app, changePin, actor, { old, new: next }))
    expect(await change('000000', '909192')).toBe('signing.wrong-pin')
    expect(await change(PIN, PIN)).toBe('signing.pin-same')
    expect(await change(PIN, '111111')).toBe('signing.pin-too-weak')
    expect(await change(PIN, '864213', administrator)).toBe('signing.pin-not-here')
    expect(await change(PIN, '864213')).toBe('done')
    expect(await codeOf(sign(PIN))).toBe('signing.wrong-pin')
    expect(await codeOf(sign('864213'))).toBe('done')
  })

  it('locks after five wrong PINs; an administrator of its unit unlocks, its holder sets a new PIN', async () => {
    for (let time = 0; time < MAX_PIN_TRIES; time++) await codeOf(sign('000000'))
    expect((await own())?.standing).toBe('locked')
    expect(await codeOf(bring())).toBe('signing.key-locked')
    const { fingerprint } = (await own())!.holder
    const unlock = (actor: Actor) => codeOf(runErrand(test.app, unlockKey, actor, { fingerprint }))
    expect(await unlock(leader)).toBe('platform.forbidden')
    expect(await unlock(elsewhere())).toBe('platform.not-found')
    expect(await unlock(administrator)).toBe('done')
    expect((await own())?.standing).toBe('must-change-pin')
    expect(await codeOf(sign('864213'))).toBe('signing.pin-must-change')
    // The old PIN is forgotten: the file opens it anew.
    await bring()
    expect(await codeOf(sign(PIN))).toBe('done')
  })

  it('does not come back by itself once an administrator wrote it down as revoked', async () => {
    const { fingerprint } = (await own())!.holder
    const stop = { fingerprint, as: 'revoked', reason: 'Mất máy tính', notice: 'TB 12' }
    expect(await codeOf(runAction(test.app, stopCertificate, administrator, stop))).toBe('done')
    expect((await own())?.unusable?.code).toBe('signing.certificate-revoked')
    expect(await codeOf(bring())).toBe('signing.certificate-ended')
  })
})

describe('a key of a service', () => {
  const link = (input: object, actor: Actor = administrator) =>
    codeOf(
      runErrand(test.app, linkKey, actor, {
        signer: 'csc',
        keyRef: 'seal',
        kind: 'agency',
        holder: agency.code,
        ...input,
      }),
    )

  beforeAll(async () => {
    await person('other-leader', leader.fullName)
    services.csc.enrol({ credentialID: 'leader', keyRef: 'other-leader' })
    services.csc.enrol({ credentialID: 'stranger', keyRef: 'file-stranger' })
    services.csc.enrol({ credentialID: 'seal', keyRef: 'file-seal' })
  })

  it('is named to administrators with the certificate it goes with', async () => {
    const found = await runQuery(test.app, listLinkableKeys, administrator, { signer: 'csc' })
    expect(found.map(({ keyRef, subject, isKnown }) => [keyRef, subject, isKnown])).toEqual([
      ['leader', leader.fullName, false],
      ['stranger', 'Nguyễn Văn Khác', false],
      ['seal', expect.stringContaining(agency.name.slice(0, 20)), false],
    ])
    expect(await codeOf(runQuery(test.app, listLinkableKeys, leader, { signer: 'csc' }))).toBe('platform.forbidden')
  })

  it('goes to the officer or agency it names, within reach, and to nobody else', async () => {
    expect(await link({}, leader)).toBe('platform.forbidden')
    expect(await link({}, elsewhere())).toBe('signing.holder-unknown')
    expect(await link({ holder: 'H49.999' })).toBe('signing.holder-unknown')
    expect(await link({ keyRef: 'nothing' })).toBe('signing.key-unknown')
    const stranger = { keyRef: 'stranger', kind: 'person', holder: 'thinh.bd' }
    expect(await link(stranger)).toBe('signing.certificate-of-another')
    expect(await link({ ...stranger, isNameCompared: true })).toBe('signing.certificate-of-another')
    expect(await link({})).toBe('done')
    expect(await keyOfUnit(test.app.db, agency.id, test.clock.now())).toMatchObject({ signer: 'csc', keyRef: 'seal' })
  })

  it('takes no place that is taken: that is a hand-over', async () => {
    expect(await link({ keyRef: 'leader', kind: 'person', holder: 'thinh.bd' })).toBe('signing.has-certificate')
  })
})

describe("an agency's seal from a file", () => {
  const seal = () => pfxOf(pki, { keyRef: 'file-seal', pin: PIN, password: PASSWORD })
  const keep = async (input: Partial<{ bytes: Uint8Array; password: string }>, who: Actor, unitId = agency.id) =>
    codeOf(bring({ bytes: await seal(), ...input, unitId }, who))
  const kept = async () => (await keyOfUnit(test.app.db, agency.id, test.clock.now()))?.fingerprint

  it('is taken from the clerk who keeps it, when it names the agency; refused, the one before stays', async () => {
    const clerk = await officer('nga.ht')
    const before = await kept()
    expect(await keep({ password: 'another' }, clerk)).toBe('signing.pfx-wrong-password')
    const words = ['-legacy']
    const legacy = await pfxOf(pki, { keyRef: 'file-seal', pin: PIN, password: PASSWORD, words })
    expect(await keep({ bytes: legacy }, clerk)).toBe('signing.pfx-legacy-cipher')
    expect(await keep({ bytes: pfx }, clerk)).toBe('signing.certificate-of-another')
    const elsewhereClerk = await officer('hoa.nt')
    expect(await keep({}, elsewhereClerk)).toBe('platform.not-found')
    expect(await keep({}, elsewhereClerk, elsewhereClerk.grants[0]?.unitId)).toBe('signing.certificate-of-another')
    expect(await keep({}, leader)).toBe('platform.not-found')
    const today = test.clock.now().toISOString()
    test.clock.set('2036-01-01T08:00:00+07:00')
    expect(await keep({}, clerk)).toBe('signing.certificate-expired')
    test.clock.set(today)
    expect(await kept()).toBe(before)
    expect(await keep({}, clerk)).toBe('done')
    const now = await keyOfUnit(test.app.db, agency.id, test.clock.now())
    expect(now).toMatchObject({ kind: 'agency', signer: 'embedded', isDemo: true })
    expect(await codeOf(signAtOnce(keys, now?.keyRef ?? '', document, { pin: PIN }))).toBe('done')
  })

  it('has a page of its own, which keeps the file through a wrong password', async () => {
    const clerk = await officer('nga.ht')
    reader = clerk
    const page = (await bare.web.inject(OWN_SEALS)).body
    for (const words of [agency.name, 'Con dấu số', 'Đưa chứng thư số vào']) expect(page).toContain(words)
    const fields = { tep: await seal(), mat_khau_tep: 'another', pin: PIN, pin_lai: PIN }
    const wrong = await upload(fields, `${OWN_SEALS}?co_quan=${agency.id}`)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Mật khẩu của tệp chưa đúng')
    expect(wrong.body).toContain('Đã nhận tệp quy.pfx')
    const done = await upload({ ...fields, mat_khau_tep: PASSWORD }, `${OWN_SEALS}?co_quan=${agency.id}`)
    expect(done.headers.location).toBe(`${OWN_SEALS}?co_quan=${agency.id}&xong=1`)
    reader = leader
    expect((await bare.web.inject(OWN_SEALS)).statusCode).toBe(403)
  })
})

describe('the pages', () => {
  it('keep the file when the password was wrong, and take it without choosing it again', async () => {
    reader = await officer('quy.cv')
    await person('file-quy', reader.fullName)
    const file = await pfxOf(pki, { keyRef: 'file-quy', pin: PIN, password: PASSWORD })
    const first = await upload({ tep: file, mat_khau_tep: 'sai', pin: PIN, pin_lai: PIN })
    expect(first.statusCode).toBe(422)
    expect(first.body).toContain('Mật khẩu của tệp chưa đúng')
    expect(first.body).not.toContain(`value="${PIN}"`)
    const kept = /name="tep_da_nhan" value="([^"]+)"/.exec(first.body)?.[1] ?? ''
    expect(Buffer.from(kept, 'base64').equals(file)).toBe(true)
    const again = { tep_da_nhan: kept, ten_tep: 'quy.pfx', mat_khau_tep: PASSWORD, pin: PIN }
    expect((await upload({ ...again, pin_lai: '248614' })).body).toContain('không giống nhau')
    const second = await upload({ ...again, pin_lai: PIN })
    expect(second.headers.location).toBe(`${OWN_KEY}?xong=nhan`)
    const page = await bare.web.inject(OWN_KEY)
    expect(page.body).toContain(reader.fullName)
    expect(page.body).toContain('không có giá trị pháp lý')
  })

  it('ask for the file, and refuse one that is no key file by its size', async () => {
    expect((await upload({ mat_khau_tep: 'x', pin: PIN, pin_lai: PIN })).body).toContain('Chọn tệp chứng thư số')
    const large = await upload({ tep: Buffer.alloc(80_000), mat_khau_tep: 'x', pin: PIN, pin_lai: PIN })
    expect(large.body).toContain('Tệp lớn quá 64 KB')
  })

  it('say what is missing for a link and keep what was typed', async () => {
    reader = administrator
    const said = await bare.post(LINK_KEY, LINK_KEY, { noi_giu: 'csc', nguoi_giu: 'thinh.bd' })
    expect(said.statusCode).toBe(422)
    expect(said.body).toContain('Chọn khoá hoặc nhập tên khoá')
    expect(said.body).toContain('value="thinh.bd"')
    services.csc.set('down')
    expect((await bare.web.inject(LINK_KEY)).body).toContain('Chưa hỏi được nơi giữ khoá')
    services.csc.set('normal')
  })
})

/** Sends the form of a key file as a browser would. */
async function upload(fields: Record<string, string | Buffer>, page: string = OWN_KEY) {
  const opened = await bare.web.inject(page)
  const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
  const token = /_csrf=([^"&]*)"/.exec(opened.body)?.[1] ?? ''
  const boundary = 'khoa-cua-toi'
  const parts = Object.entries(fields).map(([name, value]) => {
    const file = typeof value === 'string' ? '' : '; filename="quy.pfx"\r\ncontent-type: application/x-pkcs12'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')])
  })
  const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return bare.web.inject({
    method: 'POST',
    url: `${page}${page.includes('?') ? '&' : '?'}_csrf=${token}`,
    cookies,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}
