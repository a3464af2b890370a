import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSoftToken, SOFT_TOKEN_MODULE, type SoftToken } from '../../../test/support/soft-token.ts'
import { openDemoPki } from '../demo-pki.ts'
import { unsealKey } from '../key-folder.ts'
import { signAtOnce } from '../sign-at-once.ts'
import { signerContract } from '../signer.contract.ts'
import { AGENCY, LEADER, SIGNED_AT } from '../testing.ts'
import { pkcs11Signer } from './pkcs11.ts'
import { MAX_PIN_TRIES } from './pin-tries.ts'
import { triesInFile } from './tries-file.ts'

const document = { title: 'Quyết định', signedAttributesDer: Buffer.from('attributes'), hash: 'sha256' } as const
const closers: (() => Promise<void>)[] = []
let token: Promise<SoftToken> | undefined

/** A token of the agency with the leader's RSA key and the seal on P-384, as an HSM of a province would hold them. */
async function fillToken(): Promise<SoftToken> {
  const made = await openSoftToken('UBND phuong Ha Long')
  const pki = await openDemoPki(await mkdtemp(join(tmpdir(), 'motcua-token-')), SIGNED_AT)
  await Promise.all([pki.person(LEADER, SIGNED_AT), pki.agency(AGENCY, SIGNED_AT, 'p-384')])
  for (const [id, { keyRef, pin }] of [['01', LEADER] as const, ['02', AGENCY] as const]) {
    const record = await pki.keys.read(keyRef)
    const privateKey = record && (await unsealKey(record.sealedKey, pin))
    if (!record || !privateKey) throw new Error(`no key ${keyRef}`)
    await made.put(
      id,
      privateKey,
      record.chain.map(({ der }) => der),
    )
  }
  return made
}

async function openToken() {
  const made = await (token ??= fillToken())
  const tries = triesInFile(join(await mkdtemp(join(tmpdir(), 'motcua-tries-')), 'pkcs11.tries.json'))
  const signer = pkcs11Signer({ module: SOFT_TOKEN_MODULE, tries, authorities: () => [] })
  closers.push(signer.close)
  const keys = [
    { keyRef: `${made.label}/01`, hash: 'sha256' },
    { keyRef: `${made.label}/02`, hash: 'sha384' },
  ] as const
  const holder = { authorises: 'pin', pin: made.pin, maxTries: MAX_PIN_TRIES } as const
  return { signer, keys, holder, tries, outage: () => made.takeOut() }
}

afterAll(async () => {
  for (const close of closers) await close()
})

signerContract('pkcs11', 'pin', openToken)

describe('a token behind PKCS#11', () => {
  it('names the keys it holds a certificate for, and no authority', async () => {
    const { signer, keys } = await openToken()
    expect((await signer.listKeys()).toSorted()).toEqual(keys.map(({ keyRef }) => keyRef))
  })

  it('counts wrong PINs for the whole token, and counts none while the token is out', async () => {
    const { signer, keys, holder, outage } = await openToken()
    const sign = (at: 0 | 1, pin: string) => signAtOnce(signer, keys[at].keyRef, document, { pin })
    await expect(sign(0, 'wrong')).rejects.toMatchObject({ facts: { triesLeft: MAX_PIN_TRIES - 1 } })
    const putBack = await outage()
    await expect(sign(1, 'wrong')).rejects.toMatchObject({ code: 'signing.signer-unavailable' })
    await putBack()
    await expect(sign(1, 'wrong')).rejects.toMatchObject({ facts: { triesLeft: MAX_PIN_TRIES - 2 } })
    expect(await sign(1, holder.pin)).toBeInstanceOf(Uint8Array)
  })

  it('signs again after an administrator let a locked token be tried', async () => {
    const { signer, keys, holder } = await openToken()
    const sign = (pin: string) => signAtOnce(signer, keys[0].keyRef, document, { pin })
    for (let time = 0; time < MAX_PIN_TRIES; time++) await sign('wrong').catch(() => undefined)
    await expect(sign(holder.pin)).rejects.toMatchObject({ code: 'signing.key-locked' })
    await signer.unlock?.(keys[0].keyRef)
    expect(await sign(holder.pin)).toBeInstanceOf(Uint8Array)
  })

  it('leaves the event loop free while the token works', async () => {
    const { signer, keys, holder } = await openToken()
    await signer.certificateChain(keys[0].keyRef)
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 2)
    const documents = Array.from({ length: 300 }, (_, index) => ({ ...document, id: String(index) }))
    const began = performance.now()
    const progress = await signer.start(keys[0].keyRef, documents, { pin: holder.pin })
    const took = performance.now() - began
    clearInterval(beat)
    expect(progress.state === 'answered' && progress.answers.every((one) => 'signature' in one)).toBe(true)
    expect(longest).toBeLessThan(took / 2)
  })

  it('says in words that there is no such library', async () => {
    const { tries } = await openToken()
    const signer = pkcs11Signer({ module: '/nowhere/libtoken.so', tries, authorities: () => [] })
    closers.push(signer.close)
    await expect(signer.listKeys()).rejects.toMatchObject({
      code: 'signing.signer-unavailable',
      facts: { cause: expect.stringContaining('/nowhere/libtoken.so') },
    })
  })
})
