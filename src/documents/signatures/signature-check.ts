import { Type, type Static } from 'typebox'
import { definePort } from '../../platform/ports.ts'

/** Kết luận kiểm tra chữ ký số của tệp nhận vào. */
export const SignatureFinding = Type.Object({
  verdict: Type.Union([
    Type.Literal('valid'),
    Type.Literal('valid-untrusted'),
    Type.Literal('altered'),
    Type.Literal('broken'),
    Type.Literal('unsigned'),
  ]),
  /** Names as in the certificates, in the order of signing. */
  signers: Type.Array(Type.String()),
  /** Pages that show something else than what was signed, counted from 1. */
  pages: Type.Array(Type.Integer()),
  /** Some certificate was made for demonstrations and is worth nothing in law. */
  demo: Type.Boolean(),
})
export type SignatureFinding = Static<typeof SignatureFinding>

/** `null`: not looked at yet. */
export type SignatureCheck = { finding: SignatureFinding | null }

/** Whoever can verify signatures: documents knows that there are some, not how they are made. */
export type SignatureChecker = (bytes: Uint8Array) => Promise<SignatureFinding>
export const signatureCheckerPort = definePort<SignatureChecker>('signature-checker')
