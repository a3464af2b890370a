import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import { ANONYMOUS, type Actor, type Officer } from '../platform/actor.ts'
import { runAction } from '../platform/action.ts'
import { rows, sql } from '../platform/db.ts'
import { unitById } from '../organisation/index.ts'
import {
  allSigners,
  embeddedSigner,
  signersPort,
  tokenSigner,
  type SigningWaits,
  type TokenOrder,
} from '../signing/index.ts'
import { tokenApiRoutes } from '../signing/api/token-routes.ts'
import { getPassOutcome } from '../signing/token/pass-outcome.ts'
import { readPdf } from '../signing/pdf/file.ts'
import { formFields } from '../signing/pdf/form.ts'
import { registerToken } from '../signing/token/register-token.ts'
import { signElsewhere, tokenKey, type TokenKey } from '../signing/token/testing.ts'
import { confirmationRoutes } from '../signing/workspace/confirmation.routes.tsx'
import { tokenWorkspaceRoutes } from '../signing/workspace/token-routes.tsx'
import { signRequestByToken } from '../signing/token/token-request.ts'
import { draftResult, getResult, signInitials } from './index.ts'
import { sealResultByToken, signResultByToken } from './sign-by-token.ts'
import { signResult } from './sign-result.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'

let world: ResultsWorld
let web: BareWeb
let leader: TokenKey
let seal: TokenKey

beforeAll(async () => {
  world = await openResultsWorld()
  const { app, pki, clock, people } = world
  app.ports.set(signersPort, allSigners([embeddedSigner({ folder: pki.keys, clock }), tokenSigner]))
  web = await openBareWeb(app, () => ANONYMOUS, tokenApiRoutes)
  const unit = await unitById(app.db, people.leader.grants[0]?.unitId ?? '')
  const agency = unit?.name ?? ''
  const [pin, personalId] = ['123456', '000000000001']
  await pki.person({ keyRef: 'token-leader', fullName: people.leader.fullName, agency, personalId, pin }, clock.now())
  await pki.agency(
    { keyRef: 'token-seal', agencyName: agency, identifier: `MDD:${unit?.code ?? ''}`, pin },
    clock.now(),
  )
  leader = await tokenKey(pki.keys, { keyRef: 'token-leader', pin })
  seal = await tokenKey(pki.keys, { keyRef: 'token-seal', pin })
})

afterAll(async () => {
  await web.close()
  await world.close()
})

const base64 = ({ chain }: TokenKey) => chain[0]?.der.toString('base64') ?? ''
const register = (who: Officer, key: TokenKey, unitId?: string) =>
  runAction(world.app, registerToken, who, { certificate: base64(key), ...(unitId === undefined ? {} : { unitId }) })
const unitOf = (who: Officer) => who.grants[0]?.unitId ?? ''

const pathOf = (address: string) => new URL(address).pathname
const fetched = ({ order }: TokenOrder) => web.web.inject({ url: pathOf(order.FileName) })
async function bring({ order }: Pick<TokenOrder, 'order'>, signed: Uint8Array, field = 'uploadfile') {
  const boundary = '----motcua'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="signed.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), signed, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await web.web.inject({ method: 'POST', url: pathOf(order.FileUploadHandler), headers, payload })
  return answer.json<{ Status: boolean; Message: string; FileName: string; FileServer: string }>()
}
const signedBy = async (order: TokenOrder, key: TokenKey) =>
  signElsewhere((await fetched(order)).rawPayload, key, world.clock.now())
const outcomeOf = (order: TokenOrder, who: Officer) => world.read(getPassOutcome, who, { id: order.passId })
const stateOf = async (dossierCode: string) =>
  (await world.read(getResult, world.people.clerk, { dossierCode })).result.state

describe('the certificate on a token', () => {
  it('is taken for the person or agency whose name it carries, from an authority that is believed', async () => {
    const { leader: person, otherLeader, clerk, otherClerk } = world.people
    expect(await codeOf(register(otherLeader, leader))).toBe('signing.token-certificate-of-another')
    expect(await codeOf(register(otherClerk, seal, unitOf(clerk)))).toBe('platform.not-found')
    expect(await codeOf(register(clerk, leader, unitOf(clerk)))).toBe('signing.token-certificate-of-another')
    const rubbish = { certificate: 'x'.repeat(200) }
    expect(await codeOf(runAction(world.app, registerToken, person, rubbish))).toBe(
      'signing.token-certificate-unreadable',
    )
    expect(await codeOf(world.undertake(signResultByToken, person, { dossierCode: await world.approved() }))).toBe(
      'signing.no-token',
    )
    expect(await register(person, leader)).toMatchObject({ subject: person.fullName })
    expect(await register(clerk, seal, unitOf(clerk))).toMatchObject({ subject: seal.chain[0]?.subject.commonName })
  })

  it('stands beside the key held here: both ways to sign are open', async () => {
    const dossierCode = await world.approved()
    const { leader: person } = world.people
    await world.undertake(signResult, person, { dossierCode, pin: world.pins.leader })
    expect(await stateOf(dossierCode)).toBe('signed')
  })
})

describe('a result signed with the USB tokens of the leader and of the agency', () => {
  it('is signed, numbered and sealed by a program that is not ours', async () => {
    const { leader: person, clerk } = world.people
    const dossierCode = await world.approved()
    const order = await world.undertake(signResultByToken, person, { dossierCode })
    expect(order).toMatchObject({
      service: 'wss://127.0.0.1:8987/SignApproved',
      order: { SessionId: '', JWTToken: '', MetaData: [] },
    })
    const first = await bring(order, await signedBy(order, leader))
    expect(first).toEqual({
      Status: true,
      Message: '',
      FileName: `${dossierCode}.pdf`,
      FileServer: `${dossierCode}.pdf`,
    })
    expect(await stateOf(dossierCode)).toBe('signed')
    expect(await outcomeOf(order, person)).toEqual({ outcome: 'accepted', facts: {} })

    const sealing = await world.undertake(sealResultByToken, clerk, { dossierCode })
    const [number, day] = sealing.order.MetaData.map(({ Value }) => Value)
    expect(sealing.service).toBe('wss://127.0.0.1:8987/SignIssued')
    expect(await bring(sealing, await signedBy(sealing, seal))).toMatchObject({ Status: true })
    const { result, issued, files } = await world.read(getResult, clerk, { dossierCode })
    expect(result.state).toBe('sealed')
    expect(issued?.numberText).toBe(number)
    expect(day).toMatch(/^\d{2}\/\d{2}\/\d{4}$/)
    expect(files.find(({ stage }) => stage === 'sealed')?.signatures).toBe(2)
  })

  it('keeps no address readable, and lets each be used once, in order and in time', async () => {
    const { leader: person } = world.people
    const dossierCode = await world.approved()
    const order = await world.undertake(signResultByToken, person, { dossierCode })
    const kept = JSON.stringify(await rows(world.app.db, sql`select * from signing.token_pass`))
    const secret = order.order.FileName.split('/').at(-1) ?? ''
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(kept).not.toContain(secret)
    expect(await bring(order, Buffer.from('%PDF-'))).toMatchObject({
      Status: false,
      Message: expect.stringMatching(/chưa tải|mà chưa/),
    })
    const file = await fetched(order)
    expect(file.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/pdf' })
    expect((await fetched(order)).statusCode).toBe(410)
    const signed = await signElsewhere(file.rawPayload, leader, world.clock.now())
    expect(await bring(order, signed, 'other')).toMatchObject({
      Status: false,
      Message: expect.stringContaining('không gửi kèm'),
    })
    expect(await bring(order, signed)).toMatchObject({ Status: true })
    expect(await bring(order, signed)).toMatchObject({
      Status: false,
      Message: expect.stringContaining('đã dùng một lần'),
    })
    expect(await codeOf(outcomeOf(order, world.people.otherLeader) as Promise<unknown>)).toBe('platform.not-found')
    const unknown = await web.web.inject({ url: `/api/v1/token-signing/file/${'a'.repeat(43)}` })
    expect(unknown.statusCode).toBe(404)
  })

  it('is refused with words, and the original stays, when it is late, another file or by another key', async () => {
    const { leader: person } = world.people
    const dossierCode = await world.approved()
    const late = await world.undertake(signResultByToken, person, { dossierCode })
    const signed = await signedBy(late, leader)
    world.clock.advance(6)
    expect(await bring(late, signed)).toMatchObject({
      Status: false,
      Message: expect.stringContaining('quá thời gian'),
    })

    const wrong = await world.undertake(signResultByToken, person, { dossierCode })
    const answer = await bring(wrong, await signedBy(wrong, seal))
    expect(answer).toMatchObject({
      Status: false,
      Message: expect.stringContaining(seal.chain[0]?.subject.commonName ?? '-'),
    })
    expect(await outcomeOf(wrong, person)).toMatchObject({ outcome: 'signing.token-wrong-certificate' })

    const other = await world.undertake(signResultByToken, person, { dossierCode })
    await fetched(other)
    expect(await bring(other, signed.subarray(0, 3000))).toMatchObject({ Status: false })
    expect(await stateOf(dossierCode)).toBe('approved')

    const earlier = await world.undertake(signResultByToken, person, { dossierCode })
    const again = await world.undertake(signResultByToken, person, { dossierCode })
    expect(await bring(earlier, await signedBy(earlier, leader))).toMatchObject({ Status: false })
    expect(await bring(again, await signedBy(again, leader))).toMatchObject({ Status: true })
    expect(await stateOf(dossierCode)).toBe('signed')
  })

  it('is not for somebody who is not named on it or does not reach it; without a time stamp it waits like every other', async () => {
    const { otherLeader, otherClerk, leader: person } = world.people
    const dossierCode = await world.approved()
    expect(await codeOf(world.undertake(signResultByToken, otherLeader, { dossierCode }))).toBe('platform.not-found')
    expect(await codeOf(world.undertake(sealResultByToken, otherClerk, { dossierCode }))).toBe('platform.not-found')
    world.timestamps.behave({ mode: 'down' })
    const order = await world.undertake(signResultByToken, person, { dossierCode })
    const answer = await bring(order, await signedBy(order, leader))
    world.timestamps.behave({ mode: 'normal' })
    expect(answer).toMatchObject({ Status: true })
    expect(await outcomeOf(order, person)).toEqual({
      outcome: 'raising',
      facts: { missing: 'signing.timestamp-unavailable' },
    })
    expect(await stateOf(dossierCode)).toBe('approved')
  })
})

describe('whatever else an officer signs whose only key is on a token', () => {
  it('waits on a page of its own for their machine, and for nobody else; going on is as with any other key', async () => {
    const { people, pki, clock, app } = world
    const { specialist, otherSpecialist } = people
    const made = { agency: 'UBND', personalId: '000000000009', pin: '123456' }
    await pki.person({ ...made, keyRef: 'token-specialist', fullName: specialist.fullName }, clock.now())
    const key = await tokenKey(pki.keys, { keyRef: 'token-specialist', pin: made.pin })
    await register(specialist, key)
    const dossierCode = await world.appraised()
    await world.run(draftResult, specialist, { dossierCode })
    const waits = (await world.undertake(signInitials, specialist, { dossierCode })) as unknown as SigningWaits
    expect(waits.state).toBe('waiting')
    const id = waits.confirmationId
    let actor: Actor = specialist
    const pages = await openBareWeb(
      app,
      () => actor,
      async (doors) => {
        await confirmationRoutes(doors)
        await tokenWorkspaceRoutes(doors)
      },
    )
    const here = `/ky-so/usb-token/ky/${id}`
    expect((await pages.web.inject(`/ky-so/cho/${id}`)).headers.location).toBe(here)
    expect((await pages.web.inject(here)).body).toContain('Ký bằng USB token')
    expect(await codeOf(world.undertake(signRequestByToken, otherSpecialist, { id }))).toBe('platform.not-found')

    const posted = await pages.post(here, here, {})
    const sent = JSON.parse(posted.body) as Pick<TokenOrder, 'service' | 'order'>
    expect(sent.service).toBe('wss://127.0.0.1:8987/Comment')
    const handed = (await fetched(sent as TokenOrder)).rawPayload
    // The place the law or the officer chose is in the file already.
    expect(formFields(readPdf(handed)).map(({ name }) => name)).toContain('ky-nhay')
    expect(await bring(sent, await signElsewhere(handed, key, clock.now()))).toMatchObject({
      Status: true,
      Message: '',
    })
    expect((await pages.web.inject(here)).body).toContain('Đã ký.')
    const { files } = await world.read(getResult, people.clerk, { dossierCode })
    expect(files.map(({ stage }) => stage)).toEqual(['unsigned', 'initialled'])
    expect(await codeOf(world.undertake(signRequestByToken, specialist, { id }))).toBe('platform.conflict')
    actor = otherSpecialist
    expect((await pages.web.inject(here)).statusCode).toBe(404)
    await pages.close()
  })
})
