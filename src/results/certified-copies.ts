import { definePort } from '../platform/ports.ts'
import type { Verdict } from '../signing/index.ts'
import { judge, type Judgement, type KnownVersion } from './verification.ts'

/** A certified copy that a file is or begins with: nothing about the person whose paper it is. */
export type KnownCopy = Pick<KnownVersion, 'sha256' | 'issuedSignatures' | 'agency'> & {
  /** `signed`: without the agency's signature. */
  stage: 'signed' | 'sealed'
  /** Null while it is not in the register. */
  number: string | null
  certifiedOn: string | null
}

/** Registers of certified copies, kept elsewhere: the copy one of whose files has one of these hashes, the furthest first. */
export type CertifiedCopies = (sha256s: readonly string[]) => Promise<KnownCopy | undefined>
export const certifiedCopiesPort = definePort<CertifiedCopies>('certified-copies')

/** What a file is that comes from the register of copies. */
export function judgeCopy(
  verdict: Verdict,
  { sha256, stage }: Pick<KnownCopy, 'sha256' | 'stage'>,
  file: string,
): Judgement {
  return stage === 'sealed' && sha256 === file ? 'certified-copy' : judge(verdict, false, true)
}
