import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { KeyUser } from './sign-result.ts'
import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import { requestFailed, signPdf, signersPort, timestampAuthorityPort, trustPort, verifyPdf } from '../signing/index.ts'
import type { SignPdf, VerificationReport } from '../signing/index.ts'

/** What was noted before the key was used. */
export type Begun = { requestId: string; sha256: string; signer: string; keyRef: string; fill: Record<string, string> }

type Look = Pick<SignPdf, 'field' | 'appearance' | 'reason' | 'location' | 'certify'>

/** A file just signed, and our own reading of it. */
export type SignedFile = { pdf: Buffer; report: VerificationReport }

/**
 * Signs the bytes of a begun request, with a time stamp, while no transaction is open, and reads the outcome as strangers
 * would: what does not verify is not kept. When anything goes wrong the request is noted as failed and the reason rises;
 * nothing else has changed. The PIN goes to the signer and nowhere else.
 */
export async function signOutside(
  app: App,
  officer: KeyUser,
  begun: Begun,
  look: Look,
  pin: string,
): Promise<SignedFile> {
  return orFailed(app, officer, begun, async () => {
    const bytes = await app.files.bytes(begun.sha256)
    // The store names files by their content; a disk that lies must not get a signature.
    if (createHash('sha256').update(bytes).digest('hex') !== begun.sha256)
      throw new Refusal('results.changed-after-approval')
    const now = app.clock.now()
    const pdf = await signPdf({
      ...look,
      pdf: bytes,
      fill: begun.fill,
      signer: app.ports.get(signersPort).named(begun.signer),
      keyRef: begun.keyRef,
      authorisation: { pin },
      timestampAuthority: app.ports.get(timestampAuthorityPort),
      now,
    })
    const report = verifyPdf(pdf, app.ports.get(trustPort), app.clock.now())
    if (report.verdict !== 'valid') throw new Refusal('results.signature-not-believed', { reasons: report.reasons })
    return { pdf, report }
  })
}

/** Runs one part of a begun signature; when it fails the request says so. */
export async function orFailed<T>(
  app: App,
  officer: KeyUser,
  { requestId }: Begun,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'error'
    // What went wrong matters more to the officer than that it could not be noted.
    await runAction(app, noteFailure, officer, { requestId, code }).catch((second: unknown) =>
      app.log.warn({ err: second }, 'a failed signature could not be noted'),
    )
    throw error
  }
}

const noteFailure = action({
  name: 'results.note-signature-failure',
  roles: ['signatory', 'clerk', 'system'],
  input: Type.Object({ requestId: Type.String({ format: 'uuid' }), code: Type.String({ maxLength: 100 }) }),
  async run(ctx, _, { requestId, code }) {
    await requestFailed(ctx, requestId, code)
    ctx.journal({ subject: `signature:${requestId}`, what: 'results.signature-failed', facts: { code } })
  },
})
