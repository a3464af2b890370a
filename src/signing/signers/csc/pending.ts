import { Refusal } from '../../../platform/refusal.ts'
import type { SignerAnswer } from '../../signer.ts'

/** What a service answers later, by its own name for it, and the documents in their order. */
export type PendingPart = { responseId: string; ids: string[] }

/** A signing that is not answered yet, or in parts: everything needed to ask for the rest. Nothing of it is secret. */
export type Pending = { parts: PendingPart[]; answers: SignerAnswer[]; expiresAt: Date }

type Written = {
  parts: PendingPart[]
  answers: ({ id: string; signature: string } | { id: string; code: string; facts: Refusal['facts'] })[]
  expiresAt: string
}

/** The name of the transaction is the transaction: the service keeps the rest. */
export function sealPending({ parts, answers, expiresAt }: Pending): string {
  const written: Written = {
    parts,
    answers: answers.map((one) =>
      'refusal' in one
        ? { id: one.id, code: one.refusal.code, facts: one.refusal.facts }
        : { id: one.id, signature: Buffer.from(one.signature).toString('base64') },
    ),
    expiresAt: expiresAt.toISOString(),
  }
  return Buffer.from(JSON.stringify(written)).toString('base64url')
}

/** @throws Refusal `signing.expired` for what was never sealed here */
export function openPending(transaction: string): Pending {
  try {
    const { parts, answers, expiresAt } = JSON.parse(Buffer.from(transaction, 'base64url').toString()) as Written
    return {
      parts,
      answers: answers.map((one) =>
        'signature' in one
          ? { id: one.id, signature: Buffer.from(one.signature, 'base64') }
          : { id: one.id, refusal: new Refusal(one.code, one.facts) },
      ),
      expiresAt: new Date(expiresAt),
    }
  } catch {
    throw new Refusal('signing.expired')
  }
}
