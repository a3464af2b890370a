import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import type { System } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { beginSigning } from '../ceremony/begin-signing.ts'
import { signingPurposesPort, type SigningPurpose } from '../ceremony/purpose.ts'
import { readCertificate } from '../crypto/certificate.ts'
import { openDemoPki, type DemoPki } from '../demo-pki.ts'
import { requestCompleted, requestSignature, type SigningRequest } from '../register/signing-request.ts'
import { askChain, certificateOfKey } from '../register/enter-certificate.ts'
import { keyOfUnit } from '../register/find-key.ts'
import { saveHolder } from '../register/holder-store.ts'
import { answersInMemory } from '../revocation/answer-cache.ts'
import { revocationPort } from '../revocation/certificate-status.ts'
import {
  knownResponders,
  startRevocationServer,
  type EmbeddedRevocationServer,
} from '../revocation/embedded-responder.ts'
import { onlineRevocation } from '../revocation/online-revocation.ts'
import { signersPort } from '../signer.ts'
import { allSigners } from '../signers/all-signers.ts'
import { embeddedSigner } from '../signers/embedded.ts'
import { pdfLibDocument } from '../testing.ts'
import { askPoppler, askQpdf, hasPeers } from '../testing-peers.ts'
import { timestampAuthorityPort } from '../timestamp-authority.ts'
import { startTimestampServer, type EmbeddedTimestampServer } from '../timestamp-authorities/embedded-server.ts'
import { rfc3161 } from '../timestamp-authorities/rfc3161.ts'
import { trustPort } from '../trust.ts'
import { countRaisings } from './store.ts'
import { raiseAll } from './raise-waiting.ts'

const BY: System = { kind: 'system', name: 'test' }
const UNIT = newId()
let world: TestApp
let pki: DemoPki
let stamps: EmbeddedTimestampServer
let responder: EmbeddedRevocationServer
let sha256: string
/** What was kept, in order. */
const kept: { name: string; levels: string[]; pdf: Buffer }[] = []
let dieOnce: string | undefined

const paper: SigningPurpose<{ name: string }, string> = {
  name: 'test-paper',
  listPath: '/',
  level: () => 'B-LT',
  delayed: async () => undefined,
  look: async (_, { context: { name } }) => ({
    title: name,
    field: { name: 'con-dau', page: 1, rect: [60, 60, 160, 160] },
    reason: 'Thử',
    location: 'Quảng Ninh',
    certify: true,
  }),
  async keep(app, _, { id, context: { name } }, { pdf, report }) {
    if (dieOnce === name) {
      dieOnce = undefined
      throw new Error('the process was killed')
    }
    kept.push({ name, levels: report.signatures.map(({ level }) => level ?? ''), pdf })
    await requestCompleted({ db: app.db, now: app.clock.now() }, id, newId())
    return name
  },
}

beforeAll(async () => {
  world = await openTestApp()
  const { app, clock, folder } = world
  pki = await openDemoPki(join(folder, 'keys'), clock.now())
  await pki.agency(
    { keyRef: 'agency', agencyName: 'UBND phường thử', identifier: 'MDD:H49.1', pin: '123456' },
    clock.now(),
  )
  stamps = await startTimestampServer({ ...pki.timestampAuthority, clock })
  responder = await startRevocationServer({ revocation: pki.revocation, clock })
  app.ports.set(signersPort, allSigners([embeddedSigner({ folder: pki.keys, clock })]))
  app.ports.set(trustPort, pki.trust)
  app.ports.set(timestampAuthorityPort, rfc3161({ url: stamps.url, timeoutMs: 10_000 }))
  const known = knownResponders(pki.revocation, responder.url)
  app.ports.set(revocationPort, onlineRevocation({ cache: answersInMemory(), clock, timeoutMs: 10_000, known }))
  app.ports.set(signingPurposesPort, [paper])
  const ctx = { db: app.db, now: clock.now(), settings: app.settings, port: app.ports.get } as Parameters<
    typeof certificateOfKey
  >[0]
  const key = { signer: 'embedded', keyRef: 'agency' }
  await saveHolder(app.db, await certificateOfKey(ctx, await askChain(app, key), { ...key, holder: { unitId: UNIT } }))
  sha256 = (await app.files.put(await pdfLibDocument())).sha256
})
afterAll(async () => {
  await stamps?.close()
  await responder?.close()
  await world?.close()
})

const ask = (name: string) => async (): Promise<SigningRequest<{ name: string }>> => {
  const { app, clock } = world
  const now = clock.now()
  const holder = await keyOfUnit(app.db, UNIT, now)
  const asked = { purpose: paper.name, subject: `paper:${name}`, fileId: newId(), sha256, context: { name } }
  return requestSignature({ db: app.db, now }, BY, holder, asked)
}

async function sign(names: readonly string[]): Promise<string[]> {
  const items = names.map((name) => ({ id: name, ask: ask(name) }))
  const outcomes = await beginSigning(world.app, BY, paper, items, { pin: '123456' })
  return outcomes.map(({ state }) => state)
}
const named = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `p${String(from + index).padStart(3, '0')}`)
const names = () => kept.map(({ name }) => name)

describe('two hundred signatures, the stamp service down for an hour in the middle', () => {
  it('are all made, none kept below its level, all taken to it in order, nobody forgotten', async () => {
    expect(new Set(await sign(named(0, 60)))).toEqual(new Set(['signed']))
    stamps.behave({ mode: 'down' })
    for (let from = 60; from < 140; from += 20) {
      expect(new Set(await sign(named(from, from + 20)))).toEqual(new Set(['raising']))
      world.clock.advance(15)
      // Every round the oldest alone asks.
      expect(await raiseAll(world.app)).toEqual({ completed: 0, failed: 0, waiting: 1 })
    }
    // Those of one slice are signed at the same time: only what waited has an order.
    expect(names().toSorted()).toEqual(named(0, 60))
    stamps.behave({ mode: 'normal' })
    expect(new Set(await sign(named(140, 200)))).toEqual(new Set(['signed']))
    expect(await countRaisings(world.app.db)).toMatchObject({ count: 80 })
    expect(await raiseAll(world.app)).toEqual({ completed: 80, failed: 0, waiting: 0 })
    expect(names().slice(120)).toEqual(named(60, 140))
    expect(names().toSorted()).toEqual(named(0, 200))
    expect(kept.every(({ levels }) => levels[0] === 'B-LT')).toBe(true)
    expect(await countRaisings(world.app.db)).toEqual({ count: 0, oldest: null })
    const sample = [kept[0], kept[121], kept[199]].flatMap((one) => one?.pdf ?? [])
    for (const pdf of hasPeers ? sample : []) {
      expect((await askPoppler(pki.root, pdf))[0]).toMatchObject({ valid: true, trusted: true })
      expect(await askQpdf(pdf)).toContain('No syntax or stream encoding errors')
    }
  })
})

describe('other outages', () => {
  it('both services down, then one after the other', async () => {
    stamps.behave({ mode: 'down' })
    responder.behave({ mode: 'down' })
    world.clock.advance(24 * 60)
    expect(await sign(['both'])).toEqual(['raising'])
    stamps.behave({ mode: 'normal' })
    world.clock.advance(1)
    expect(await raiseAll(world.app)).toMatchObject({ completed: 0, waiting: 1 })
    expect(names()).not.toContain('both')
    responder.behave({ mode: 'normal' })
    world.clock.advance(20)
    expect(await raiseAll(world.app)).toMatchObject({ completed: 1, waiting: 0 })
    expect(kept.at(-1)).toMatchObject({ name: 'both' })
  })

  it('the server killed in the middle: done once, and not forgotten', async () => {
    stamps.behave({ mode: 'down' })
    await sign(['killed-1', 'killed-2'])
    stamps.behave({ mode: 'normal' })
    dieOnce = 'killed-1'
    expect(await raiseAll(world.app)).toMatchObject({ completed: 1, failed: 0, waiting: 1 })
    world.clock.advance(10)
    expect(await raiseAll(world.app)).toMatchObject({ completed: 1, failed: 0, waiting: 0 })
    expect(await raiseAll(world.app)).toEqual({ completed: 0, failed: 0, waiting: 0 })
    expect(names().filter((name) => name.startsWith('killed'))).toEqual(['killed-2', 'killed-1'])
  })

  it('a certificate taken back before the key is used: refused, nothing is signed', async () => {
    const holder = await keyOfUnit(world.app.db, UNIT, world.clock.now())
    world.clock.advance(120)
    await pki.revocation.revoke(readCertificate(holder?.certificate ?? Buffer.alloc(0)), {
      at: world.clock.now(),
      reason: 'keyCompromise',
    })
    expect(await sign(['revoked'])).toEqual(['failed'])
    expect(names()).not.toContain('revoked')
  })
})
