import { rm } from 'node:fs/promises'
import { sign as signWith } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { handwrittenSignatureImage } from '../appearance/handwriting.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { issueTimestamp, readTimestampQuery, timestampQuery, tokenOfResponse } from '../crypto/timestamp.ts'
import { LEADER, openSigningWorld, typstDocument } from '../testing.ts'
import type { Rect } from '../pdf/form.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'
import { sha256 } from '../crypto/cms.ts'
import { signToLevel } from './sign-to-level.ts'
import type { SignatureLevel } from './signature-level.ts'

/** Signs one document visibly, with an RSA-2048 key of this machine and services in this process. */
export type SigningBench = {
  source: Buffer
  sign(level: SignatureLevel): Promise<Buffer>
  /** The same document signed so often in turn, each time with a time stamp. */
  inTurn(signatures: number): Promise<Buffer>
  trust: VerifyTrust
  close(): Promise<void>
}

/** The PIN is asked once and the appearance drawn once, as in a batch; answers about revocations are young and kept. */
export async function openSigningBench(): Promise<SigningBench> {
  const clock = { now: () => new Date() }
  const world = await openSigningWorld(clock)
  const services = { ...world.services, timestampAuthority: inThisProcess(world.pki.timestampAuthority) }
  const image = await handwrittenSignatureImage(LEADER.fullName)
  const source = typstDocument()
  const sign = async (pdf: Uint8Array, name: string, rect: Rect, level: SignatureLevel) => {
    const request = {
      pdf,
      field: { name, page: 1, rect },
      appearance: { image },
      reason: 'Phê duyệt kết quả',
      location: 'Quảng Ninh',
      signer: world.signer,
      keyRef: LEADER.keyRef,
      authorisation: { pin: LEADER.pin },
      now: clock.now(),
    }
    return (await signToLevel(request, { level }, services)).pdf
  }
  return {
    source,
    trust: world.pki.trust,
    sign: (level) => sign(source, 'nguoi-ky', [330, 120, 500, 191], level),
    async inTurn(signatures) {
      let pdf: Uint8Array = source
      for (let no = 0; no < signatures; no += 1) {
        const bottom = 40 + no * 60
        pdf = await sign(pdf, `nguoi-ky-${no}`, [330, bottom, 460, bottom + 50], 'B-T')
      }
      return Buffer.from(pdf)
    },
    async close() {
      await Promise.all([world.server.close(), world.responder.close()])
      await rm(world.folder, { recursive: true, force: true })
    },
  }
}

/** The whole of RFC 3161 but the transport. */
function inThisProcess(authority: { chain: Certificate[]; privateKey: KeyObject }): TimestampAuthority {
  let serial = 0
  return {
    name: 'in this process',
    async stamp(digest) {
      const { der, nonce } = timestampQuery(digest)
      const response = await issueTimestamp({
        query: readTimestampQuery(der),
        serial: sha256(Buffer.from(String(serial++))).subarray(0, 8),
        chain: authority.chain,
        sign: (attributesDer) => Promise.resolve(signWith('sha256', attributesDer, authority.privateKey)),
        now: new Date(),
      })
      return tokenOfResponse(response, digest, nonce)
    },
  }
}
