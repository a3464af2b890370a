import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freePorts } from '../../../../test/support/system.ts'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { beginCitizenSignIn, completeCitizenSignIn, RETURN_PATH } from '../../sign-in-citizen.ts'
import { findCitizenByPersonalId, identityRefusals } from '../../index.ts'
import { journalOf } from '../../testing.ts'
import { identityProviderPort } from '../port.ts'
import { readVneidClaims } from './claims.ts'
import { simulatedVneidAddresses, startVneidSimulator } from './simulator.ts'
import { createVneidProvider } from './vneid.ts'

const HANH = {
  personalId: '022188000512',
  fullName: 'Nguyễn Thu Hạnh',
  bornOn: '1988-03-14',
  sex: 'female',
  address: 'Phường Bãi Cháy',
  communeCode: '06673',
  phone: null,
  email: null,
  password: 'Mat-Khau-Cua-Hanh-1',
} as const
const LEVEL_ONE = { ...HANH, personalId: '022090000146', fullName: 'Trần Hải Nam', accountLevel: 1 } as const
const A_FIRM = { ...HANH, personalId: '022195000633', fullName: 'Công ty Hạ Long', accountType: '2' } as const

let world: TestApp
let simulator: Awaited<ReturnType<typeof startVneidSimulator>>
let origin: string

beforeAll(async () => {
  world = await openTestApp({ refusals: identityRefusals })
  const [port = 0] = await freePorts(1)
  origin = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const client = { clientId: 'motcua', clientSecret: 'bi-mat-cua-he-thong' }
  const { publicAddress } = world.app.settings
  const place = { host: '127.0.0.1', port, publicAddress, returnPath: RETURN_PATH, clock: world.clock }
  simulator = await startVneidSimulator({
    ...client,
    ...place,
    people: [HANH, LEVEL_ONE, A_FIRM],
    clientKey: privateKey,
  })
  world.app.ports.set(
    identityProviderPort,
    createVneidProvider({ ...client, ...simulatedVneidAddresses(origin), privateKey, timeoutMs: 1_000 }),
  )
})
afterAll(async () => {
  await simulator.stop()
  await world.close()
})
beforeEach(() => simulator.control.set('normal'))

const DEVICE = { device: 'Firefox', address: '127.0.0.1' }

/** What a browser does between leaving for VNeID and coming back: the address it is sent back to. */
async function throughVneid(
  address: string,
  person: { personalId: string; password: string },
  step = '',
): Promise<URL> {
  const page = await (await fetch(address)).text()
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
  const init =
    step === ''
      ? { method: 'POST', body: new URLSearchParams({ personalId: person.personalId, password: person.password }) }
      : {}
  const sent = await fetch(`${origin}${action}${step}`, { ...init, redirect: 'manual' })
  return new URL(sent.headers.get('location') ?? 'about:blank')
}

async function signIn(person: { personalId: string; password: string }, change: (back: URL) => URL = (back) => back) {
  const { address, token } = await beginCitizenSignIn(world.app, '/ho-so')
  return completeCitizenSignIn(world.app, { token, callback: change(await throughVneid(address, person)), ...DEVICE })
}

const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: Refusal) => error.code,
  )

describe('signing in with VNeID', () => {
  test('a person comes in: code under a key, answers in envelopes, no identity token', async () => {
    for (let round = 0; round < 5; round += 1)
      expect(await signIn(HANH)).toMatchObject({ returnTo: '/ho-so', token: expect.stringMatching(/.{20}/) })
    const known = await findCitizenByPersonalId(world.app.db, HANH.personalId)
    expect(known).toMatchObject({ fullName: 'Nguyễn Thu Hạnh', bornOn: '1988-03-14', source: 'identity-provider' })
  })

  test('an account of level 1 and an organisation’s are told what to do, and the journal knows', async () => {
    expect(await codeOf(signIn(LEVEL_ONE))).toBe('identity.level-too-low')
    expect(await codeOf(signIn(A_FIRM))).toBe('identity.organisation-account')
    expect(await journalOf(world.app, 'sign-in:citizens')).toEqual([
      'identity.sign-in-refused',
      'identity.sign-in-refused',
    ])
  })

  test('turned back, another state, a code used twice: refused', async () => {
    const { address, token } = await beginCitizenSignIn(world.app, '/ho-so')
    const back = await throughVneid(address, HANH, '/huy')
    expect(await codeOf(completeCitizenSignIn(world.app, { token, callback: back, ...DEVICE }))).toBe(
      'identity.provider-refused',
    )
    const otherState = (url: URL) => (url.searchParams.set('state', 'x'.repeat(32)), url)
    expect(await codeOf(signIn(HANH, otherState))).toBe('identity.provider-refused')
    let first: URL | undefined
    await signIn(HANH, (url) => (first = url))
    const again = await beginCitizenSignIn(world.app, '/ho-so')
    const state = new URL(again.address).searchParams.get('state') ?? ''
    const replayed = new URL(String(first).replace(/state=[^&]*/, `state=${state}`))
    expect(await codeOf(completeCitizenSignIn(world.app, { token: again.token, callback: replayed, ...DEVICE }))).toBe(
      'identity.provider-refused',
    )
  })

  test.each([
    ['slow', 'identity.provider-away'],
    ['down', 'identity.provider-away'],
    ['wrong', 'identity.provider-refused'],
  ] as const)('a service that is %s: %s', async (state, code) => {
    const { address, token } = await beginCitizenSignIn(world.app, '/ho-so')
    const callback = await throughVneid(address, HANH)
    simulator.control.set(state)
    expect(await codeOf(completeCitizenSignIn(world.app, { token, callback, ...DEVICE }))).toBe(code)
    simulator.control.set('normal')
    expect((await signIn(HANH)).returnTo).toBe('/ho-so')
  })
})

test.each([
  ['1988-03-14', '1988-03-14'],
  ['1988-03-14T00:00:00', '1988-03-14'],
  ['14/03/1988', '1988-03-14'],
  ['19880314', '1988-03-14'],
  ['1988', null],
  ['31/31/1988', null],
])('a birth date %s is read as %s', (birthDate, bornOn) => {
  expect(readVneidClaims({ citizenPid: HANH.personalId, fullName: 'Hạnh', birthDate }).bornOn).toBe(bornOn)
})
