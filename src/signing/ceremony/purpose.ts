import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { definePort } from '../../platform/ports.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { SignatureLevel } from '../long-term/signature-level.ts'
import type { SignatureRequest } from '../prepare-signature.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import type { TokenAction } from '../token/token-pass.ts'
import type { VerificationReport } from '../verification/report.ts'

/** How a signature looks and what it says. `title`: what its holder reads on their own device before they agree. */
export type SignatureLook = Pick<SignatureRequest, 'field' | 'appearance' | 'reason' | 'location' | 'certify'> & {
  title: string
}

/** A file just signed, and our own reading of it. */
export type SignedFile = { pdf: Buffer; report: VerificationReport }

/**
 * What a module has signed, and what it does with the signed file. `Context` is what it needs for both: plain data, kept with the
 * request, since the signature may come minutes later in another process.
 */
export type SigningPurpose<Context = never, Kept = unknown> = {
  /** Stands in the request. */
  name: string
  /** Page where whoever signs finds what is still to be signed. */
  listPath: string | ((context: Context) => string)
  /** What the program of a USB token is told it is; `SignApproved` when left out. */
  tokenAction?: TokenAction
  /** At which level it is kept; B-T when left out. */
  level?(request: SigningRequest<Context>): SignatureLevel
  /**
   * Secures what must not be lost while a signature waits for its level; without it a signature is made at its level or not at all.
   * `keep` comes when the level is reached.
   */
  delayed?(app: App, request: SigningRequest<Context>): Promise<void>
  /**
   * Why a file at its level cannot be kept yet: what it rests on waits for its own level. It waits like one below its level, so it goes
   * with `delayed`. @throws Refusal when that will not come any more
   */
  awaits?(app: App, request: SigningRequest<Context>): Promise<Refusal | undefined>
  look(app: App, request: SigningRequest<Context>): Promise<SignatureLook>
  /** Runs the module's own completing action: roles, reach and `whyNot…` are asked again. */
  keep(app: App, by: Actor, request: SigningRequest<Context>, signed: SignedFile): Promise<Kept>
}

/** A purpose whatever its context; only what it put into a request comes back to it. */
export type AnyPurpose = SigningPurpose<never>

/** Every purpose of the house, so that a signature that waited finds its own. */
export const signingPurposesPort = definePort<readonly AnyPurpose[]>('signing-purposes')
