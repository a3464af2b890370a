import { createHash, verify, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signAtOnce } from './sign-at-once.ts'
import type { KeyRef, Signer } from './signer.ts'

export type SignerUnderTest = { signer: Signer; rsaKey: KeyRef; ecKey: KeyRef; pin: string; maxTries: number }

/** What every signer must do, whichever program or device stands behind it. */
export function signerContract(name: string, open: () => Promise<SignerUnderTest>): void {
  describe(`signer: ${name}`, () => {
    const attributes = createHash('sha512').update('signed attributes').digest()
    const document = { title: 'Quyết định', signedAttributesDer: attributes, hash: 'sha256' } as const

    it('gives the certificate of the key first, and signs so that it verifies', async () => {
      const { signer, rsaKey, ecKey, pin } = await open()
      for (const key of [rsaKey, ecKey]) {
        const [own, issuer] = (await signer.certificateChain(key)).map((der) => new X509Certificate(der))
        expect(own && issuer && own.checkIssued(issuer)).toBe(true)
        const signature = await signAtOnce(signer, key, document, { pin })
        expect(own && verify('sha256', attributes, own.publicKey, signature)).toBe(true)
      }
    })

    it('refuses a wrong PIN, counts it, and forgets the count after a right one', async () => {
      const { signer, rsaKey, pin, maxTries } = await open()
      const wrong = () => signAtOnce(signer, rsaKey, document, { pin: `${pin}0` })
      await expect(wrong()).rejects.toMatchObject({ code: 'signing.wrong-pin', facts: { triesLeft: maxTries - 1 } })
      await expect(wrong()).rejects.toMatchObject({ code: 'signing.wrong-pin', facts: { triesLeft: maxTries - 2 } })
      await signAtOnce(signer, rsaKey, document, { pin })
      await expect(wrong()).rejects.toMatchObject({ code: 'signing.wrong-pin' })
    })

    it('locks the key after too many wrong PINs, tried at once or in turn', async () => {
      const { signer, ecKey, pin, maxTries } = await open()
      const tries = Array.from({ length: maxTries + 1 }, () =>
        signAtOnce(signer, ecKey, document, { pin: 'not the pin' }),
      )
      const codes = (await Promise.allSettled(tries)).map((one) =>
        one.status === 'rejected' ? one.reason.code : 'signed',
      )
      expect(codes.filter((code) => code === 'signing.wrong-pin')).toHaveLength(maxTries - 1)
      await expect(signAtOnce(signer, ecKey, document, { pin })).rejects.toMatchObject({
        code: 'signing.key-locked',
      })
    })

    it('refuses a key it does not have', async () => {
      const { signer, pin } = await open()
      await expect(signer.certificateChain('nobody')).rejects.toMatchObject({ code: 'signing.key-unknown' })
      const attempt = signAtOnce(signer, 'nobody', document, { pin })
      await expect(attempt).rejects.toMatchObject({ code: 'signing.key-unknown' })
    })
  })
}
