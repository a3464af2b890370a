import { Refusal } from '../../platform/refusal.ts'
import type { Signer, SigningProgress, ToSign } from '../signer.ts'

export type AskingSigner = Signer & {
  /** What the holder has been asked about and not yet answered, the newest last. */
  asked: { transaction: string; documents: readonly ToSign[] }[]
  /** The holder agrees, to all but these. */
  agree(transaction: string, except?: readonly string[]): Promise<void>
  decline(transaction: string): void
}

/** A signer whose holder is asked elsewhere, over keys that another opens by PIN. */
export function askingSigner(
  name: string,
  keys: Signer,
  options: { pin: string; expiresAt: () => Date },
): AskingSigner {
  const asked: AskingSigner['asked'] = []
  const progress = new Map<string, { keyRef: string; answer: SigningProgress | Refusal }>()
  const find = (transaction: string) => {
    const found = progress.get(transaction)
    if (!found) throw new Error(`nobody asked for ${transaction}`)
    return found
  }
  return {
    name,
    authorisedBy: 'confirmation',
    asked,
    certificateChain: (keyRef) => keys.certificateChain(keyRef),
    async start(keyRef, documents) {
      const transaction = `${name}-${asked.length + 1}`
      asked.push({ transaction, documents })
      const answer = { state: 'waiting', transaction, expiresAt: options.expiresAt() } as const
      progress.set(transaction, { keyRef, answer })
      return answer
    },
    async follow(_, transaction) {
      const { answer } = find(transaction)
      if (answer instanceof Refusal) throw answer
      return answer
    },
    async agree(transaction, except = []) {
      const found = find(transaction)
      const documents = asked.find((one) => one.transaction === transaction)?.documents ?? []
      const signed = await keys.start(found.keyRef, documents, { pin: options.pin })
      if (signed.state === 'waiting') throw new Error('keys opened by PIN answer at once')
      const answers = signed.answers.map((one) =>
        except.includes(one.id) ? { id: one.id, refusal: new Refusal('signing.declined') } : one,
      )
      progress.set(transaction, { ...found, answer: { state: 'answered', answers } })
    },
    decline: (transaction) =>
      void progress.set(transaction, { ...find(transaction), answer: new Refusal('signing.declined') }),
  }
}
