import { createHash } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { KeyRef, Signer, SignerAnswer, SigningProgress, ToSign } from '../../signer.ts'
import { matchingCode } from './matching-code.ts'
import { signatureValue } from './signature-value.ts'
import type { AskedDocument, Part, PartStatus, RemoteTransaction, RemoteTransactions } from './transaction.ts'

/** One service in its own words; what holds for all of them is done here. */
export type RemoteService = {
  name: string
  maxDocuments: number
  answerWithinMs: number
  /** @throws Refusal `signing.key-unknown`, `signing.remote-certificate-invalid`, `signing.signer-unavailable`… */
  certificateChain(keyRef: KeyRef): Promise<Uint8Array[]>
  /**
   * Asks the holder. `id` is ours and the same for every try, so that they are asked once.
   * @returns the service's name of what was asked
   */
  ask(keyRef: KeyRef, id: string, documents: readonly AskedDocument[]): Promise<string>
  status(keyRef: KeyRef, providerId: string, part: Part): Promise<PartStatus>
}

type Options = { service: RemoteService; transactions: RemoteTransactions; clock: Clock }

/** A confirmation given in the last second is told a moment later. */
const GRACE_MS = 60_000
/** A service that cannot be asked for so long has lost the answer, if there was one. */
const LOST_AFTER_MS = 24 * 3_600_000

/** Keys held by a trust service, used after their holder confirms on a telephone. Only hashes leave this machine. */
export function remoteSigner({ service, transactions, clock }: Options): Signer {
  const { name } = service

  async function start(keyRef: KeyRef, documents: readonly ToSign[]): Promise<SigningProgress> {
    // The holder and the state of their certificate are known before anything appears on a telephone.
    await service.certificateChain(keyRef)
    const id = newId()
    const askedAt = clock.now()
    const asked = documents.map(asAsked)
    const groups = grouped(asked, service.maxDocuments)
    const parts: Part[] = groups.map((group) => ({
      providerId: null,
      documents: group.map(({ id: documentId, code }) => ({ id: documentId, code })),
    }))
    const expiresAt = new Date(askedAt.getTime() + service.answerWithinMs)
    const transaction: RemoteTransaction = { id, signer: name, keyRef, parts, askedAt, expiresAt }
    await transactions.save(transaction)
    for (const [index, part] of parts.entries()) {
      try {
        part.providerId = await service.ask(keyRef, `${id}-${index + 1}`, groups[index] ?? [])
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        part.refusal = { code: error.code, facts: error.facts }
      }
      await transactions.save(transaction)
      // Nothing stands on the telephone yet: the whole can be tried again.
      if (index === 0 && part.refusal) throw asRefusal(part.refusal)
    }
    return { state: 'waiting', transaction: id, expiresAt }
  }

  async function follow(keyRef: KeyRef, id: string): Promise<SigningProgress> {
    const transaction = await transactions.find(name, id)
    if (!transaction || transaction.keyRef !== keyRef) throw new Refusal('signing.expired')
    const { parts, expiresAt } = transaction
    const answers: SignerAnswer[] = []
    let waits = false
    for (const part of parts) {
      const status = await statusOf(transaction, part)
      if (status.state === 'waiting') waits = true
      else answers.push(...answersOf(part, status))
    }
    if (waits) return { state: 'waiting', transaction: id, expiresAt }
    const [refusal] = parts.flatMap((part) => (part.refusal ? [part.refusal] : []))
    if (refusal && parts.every((part) => part.refusal?.code === refusal.code)) throw asRefusal(refusal)
    return { state: 'answered', answers }
  }

  async function statusOf(transaction: RemoteTransaction, part: Part): Promise<PartStatus> {
    if (part.refusal) return { state: 'refused', refusal: asRefusal(part.refusal) }
    const late = clock.now().getTime() - transaction.expiresAt.getTime()
    const end = async (refusal: Refusal): Promise<PartStatus> => {
      part.refusal = { code: refusal.code, facts: refusal.facts }
      await transactions.save(transaction)
      return { state: 'refused', refusal }
    }
    // The machine stopped between noting and asking.
    if (part.providerId === null) return end(new Refusal('signing.expired'))
    try {
      const status = await service.status(transaction.keyRef, part.providerId, part)
      if (status.state === 'refused') return await end(status.refusal)
      return status.state === 'waiting' && late > GRACE_MS ? await end(new Refusal('signing.expired')) : status
    } catch (error) {
      if (error instanceof Refusal && late > LOST_AFTER_MS) return end(new Refusal('signing.expired'))
      throw error
    }
  }

  return {
    name,
    authorisedBy: 'confirmation',
    certificateChain: (keyRef) => service.certificateChain(keyRef),
    start,
    follow,
  }
}

function asAsked({ id, title, signedAttributesDer, hash }: ToSign, index: number): AskedDocument {
  if (hash !== 'sha256') throw new Error(`signed attributes go to a remote service under SHA-256, not ${hash}`)
  return {
    id,
    code: `${matchingCode(signedAttributesDer)}-${index + 1}`,
    title,
    hash: createHash('sha256').update(signedAttributesDer).digest(),
  }
}

function grouped<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

function answersOf(part: Part, status: Exclude<PartStatus, { state: 'waiting' }>): SignerAnswer[] {
  return part.documents.map(({ id, code }): SignerAnswer => {
    if (status.state === 'refused') return { id, refusal: status.refusal }
    const signature = signatureValue(status.signatures.get(code) ?? '')
    return signature ? { id, signature } : { id, refusal: new Refusal('signing.signature-missing') }
  })
}

const asRefusal = ({ code, facts }: NonNullable<Part['refusal']>) => new Refusal(code, facts)
