import { cp, mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openDemoPki } from '../demo-pki.ts'
import { signAtOnce } from '../sign-at-once.ts'
import { signerContract } from '../signer.contract.ts'
import { AGENCY, LEADER, SIGNED_AT } from '../testing.ts'
import { MAX_PIN_TRIES, embeddedSigner } from './embedded.ts'

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
