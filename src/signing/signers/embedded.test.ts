import { cp, mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newKeyPair } from '../crypto/issue-certificate.ts'
import { openDemoPki } from '../demo-pki.ts'
import { signAtOnce } from '../sign-at-once.ts'
import { signerContract } from '../signer.contract.ts'
import { AGENCY, LEADER, SIGNED_AT } from '../testing.ts'
import { embeddedSigner } from './embedded.ts'
import { MAX_PIN_TRIES } from './pin-tries.ts'

const PIN = '112233'
const clock = { now: () => SIGNED_AT }
const folders: string[] = []

let template: Promise<string> | undefined

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-signer-'))
  const pki = await openDemoPki(folder, SIGNED_AT)
  await Promise.all([
    pki.person({ ...LEADER, pin: PIN }, SIGNED_AT),
    pki.agency({ ...AGENCY, pin: PIN }, SIGNED_AT, 'p-384'),
  ])
  return folder
}

async function openEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-signer-'))
  folders.push(folder)
  await cp(await (template ??= makeTemplate()), folder, { recursive: true })
  const pki = await openDemoPki(folder, SIGNED_AT)
  const signer = embeddedSigner({ folder: pki.keys, clock })
  const keys = [
    { keyRef: LEADER.keyRef, hash: 'sha256' },
    { keyRef: AGENCY.keyRef, hash: 'sha384' },
  ] as const
  return { signer, pki, keys, holder: { authorises: 'pin', pin: PIN, maxTries: MAX_PIN_TRIES } as const }
}

signerContract('embedded', 'pin', openEmbedded)

it('remembers wrong PINs across a restart, and keeps no key readable in its folder', async () => {
  const { signer, pki } = await openEmbedded()
  const what = { title: 'x', signedAttributesDer: createHash('sha256').update('x').digest(), hash: 'sha256' } as const
  await expect(signAtOnce(signer, LEADER.keyRef, what, { pin: 'wrong' })).rejects.toMatchObject({
    code: 'signing.wrong-pin',
  })
  const again = embeddedSigner({ folder: pki.keys, clock })
  await expect(signAtOnce(again, LEADER.keyRef, what, { pin: 'wrong' })).rejects.toMatchObject({
    facts: { triesLeft: MAX_PIN_TRIES - 2 },
  })
  const folder = folders.at(-1) ?? ''
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json'))) {
    expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/PRIVATE KEY|112233/)
  }
})

it('keeps the same certificates when opened again', async () => {
  const { pki } = await openEmbedded()
  const again = await openDemoPki(folders.at(-1) ?? '', SIGNED_AT)
  expect(again.root.der.equals(pki.root.der)).toBe(true)
  const own = (await pki.keys.read(LEADER.keyRef))?.chain[0]
  expect(own && (await again.person({ ...LEADER, pin: PIN }, SIGNED_AT)).der.equals(own.der)).toBe(true)
})

describe('a key of this machine', () => {
  const what = { title: 'x', signedAttributesDer: createHash('sha256').update('x').digest(), hash: 'sha256' } as const

  it('signs with its new PIN alone once that is changed', async () => {
    const { signer } = await openEmbedded()
    await signer.changePin(LEADER.keyRef, { old: PIN, new: '909090' })
    await expect(signAtOnce(signer, LEADER.keyRef, what, { pin: PIN })).rejects.toMatchObject({
      code: 'signing.wrong-pin',
    })
    expect(await signAtOnce(signer, LEADER.keyRef, what, { pin: '909090' })).toBeInstanceOf(Uint8Array)
  })

  it('wants a new PIN of its holder after an administrator has unlocked it', async () => {
    const { signer } = await openEmbedded()
    const sign = (pin: string) => signAtOnce(signer, LEADER.keyRef, what, { pin })
    for (let time = 0; time < MAX_PIN_TRIES; time++) await sign('wrong').catch(() => undefined)
    expect(await signer.standingOf(LEADER.keyRef)).toBe('locked')
    await expect(signer.changePin(LEADER.keyRef, { old: PIN, new: '909090' })).rejects.toMatchObject({
      code: 'signing.key-locked',
    })
    await signer.unlock(LEADER.keyRef)
    expect(await signer.standingOf(LEADER.keyRef)).toBe('must-change-pin')
    await expect(sign(PIN)).rejects.toMatchObject({ code: 'signing.pin-must-change' })
    await signer.changePin(LEADER.keyRef, { old: PIN, new: '909090' })
    expect(await sign('909090')).toBeInstanceOf(Uint8Array)
    expect(await signer.standingOf(LEADER.keyRef)).toBe('ready')
  })

  it('takes no other key into the place of a locked one', async () => {
    const { signer, pki } = await openEmbedded()
    const kept = await pki.keys.read(LEADER.keyRef)
    const { privateKey } = await newKeyPair('p-256')
    for (let time = 0; time < MAX_PIN_TRIES; time++)
      await signAtOnce(signer, LEADER.keyRef, what, { pin: 'wrong' }).catch(() => undefined)
    const keep = signer.keep(LEADER.keyRef, { privateKey, chain: kept?.chain ?? [], pin: '909090' })
    await expect(keep).rejects.toMatchObject({ code: 'signing.key-locked' })
  })
})
