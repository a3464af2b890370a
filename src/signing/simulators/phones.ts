import { privateEncrypt, constants, type KeyObject } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { SimulatorState } from '../../platform/operations/simulators.ts'
import { newKeyPair } from '../crypto/issue-certificate.ts'
import { unsealKey, type KeyFolder, type KeyRecord } from '../key-folder.ts'

export type PhoneService = 'smartca' | 'mysign'

/** One invented person with the application of one service on their telephone. */
export type PhoneOwner = {
  service: PhoneService
  personalId: string
  fullName: string
  keyRef: string
  /** Makes the key when the telephone is used for the first time. */
  prepare?(): Promise<unknown>
}

export type PhoneDocument = { code: string; title: string; hash: Buffer }

/** What a telephone shows. `signatures` by the code of the document. */
export type PhoneRequest = {
  id: string
  owner: PhoneOwner
  title: string
  documents: PhoneDocument[]
  askedAt: Date
  expiresAt: Date
  answer: 'none' | 'confirmed' | 'declined' | 'expired'
  /** A service that answers late knows already and does not tell. */
  toldFrom: Date
  signatures: Map<string, Buffer>
}

export type Standing = 'waiting' | 'signing' | 'signed' | 'declined' | 'expired'

export type Phones = ReturnType<typeof openPhones>

const ANSWER_WITHIN_MS = 5 * 60_000
/** RFC 8017, 9.2: what stands before a SHA-256 in a PKCS#1 v1.5 signature. */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** Telephones of invented people, and what their services were asked. Keys open with the PIN typed on the telephone alone. */
export function openPhones({ keys, clock, lateMs }: { keys: KeyFolder; clock: Clock; lateMs: number }) {
  const owners: PhoneOwner[] = []
  const requests = new Map<string, PhoneRequest>()
  const states: Record<PhoneService, SimulatorState> = { smartca: 'normal', mysign: 'normal' }
  const withheld = new Set<string>()
  let strangersKey: Promise<KeyObject> | undefined
  let tell: (request: PhoneRequest) => void = () => undefined

  const nameOf = (service: PhoneService, id: string) => `${service} ${id}`

  function standing(request: PhoneRequest): Standing {
    const now = clock.now()
    if (request.answer === 'none' && now > request.expiresAt) request.answer = 'expired'
    if (request.answer === 'none') return 'waiting'
    if (request.answer === 'confirmed') return now < request.toldFrom ? 'signing' : 'signed'
    return request.answer
  }

  function end(request: PhoneRequest, answer: PhoneRequest['answer']): void {
    const isLate = states[request.owner.service] === 'late'
    request.answer = answer
    request.toldFrom = new Date(clock.now().getTime() + (isLate ? lateMs : 0))
    tell(request)
  }

  async function recordOf({ keyRef, prepare }: PhoneOwner): Promise<KeyRecord | undefined> {
    await prepare?.()
    return keys.read(keyRef)
  }

  async function keyFor(owner: PhoneOwner, pin: string): Promise<KeyObject | undefined> {
    const { service } = owner
    const record = await recordOf(owner)
    const own = record && (await unsealKey(record.sealedKey, pin))
    if (!own || states[service] !== 'wrong') return own
    return (strangersKey ??= newKeyPair('rsa-2048').then(({ privateKey }) => privateKey))
  }

  return {
    enrol: (owner: PhoneOwner) => void owners.push(owner),
    owners: () => [...owners],
    owner: (service: PhoneService, personalId: string) =>
      owners.find((one) => one.service === service && one.personalId === personalId),
    certificates: async (owner: PhoneOwner) => (await recordOf(owner))?.chain ?? [],
    state: (service: PhoneService) => states[service],
    set: (service: PhoneService, state: SimulatorState) => void (states[service] = state),
    /** Gives no signature for the document whose code begins so. */
    withhold: (code: string) => void withheld.add(code),
    onAnswer: (listener: (request: PhoneRequest) => void) => void (tell = listener),
    standing,
    find: (service: PhoneService, id: string) => requests.get(nameOf(service, id)),
    /** The same id again is the same request. */
    ask(owner: PhoneOwner, asked: { id: string; title: string; documents: PhoneDocument[] }): PhoneRequest {
      const known = requests.get(nameOf(owner.service, asked.id))
      if (known) return known
      const askedAt = clock.now()
      const expiresAt = new Date(askedAt.getTime() + ANSWER_WITHIN_MS)
      const request: PhoneRequest = {
        ...asked,
        owner,
        askedAt,
        expiresAt,
        answer: 'none',
        toldFrom: askedAt,
        signatures: new Map(),
      }
      requests.set(nameOf(owner.service, asked.id), request)
      if (states[owner.service] === 'declines') end(request, 'declined')
      if (states[owner.service] === 'expires') end(request, 'expired')
      return request
    },
    waiting: (owner: PhoneOwner) =>
      [...requests.values()].filter((one) => one.owner === owner && standing(one) === 'waiting'),
    async confirm(request: PhoneRequest, pin: string): Promise<'confirmed' | 'wrong-pin' | 'gone'> {
      const key = await keyFor(request.owner, pin)
      if (!key) return 'wrong-pin'
      if (standing(request) !== 'waiting') return 'gone'
      for (const { code, hash } of request.documents) {
        if ([...withheld].some((one) => code.startsWith(one))) continue
        const padded = { key, padding: constants.RSA_PKCS1_PADDING }
        request.signatures.set(code, privateEncrypt(padded, Buffer.concat([SHA256_INFO, hash])))
      }
      end(request, 'confirmed')
      return 'confirmed'
    },
    decline(request: PhoneRequest): void {
      if (standing(request) === 'waiting') end(request, 'declined')
    },
    expire(request: PhoneRequest): void {
      if (standing(request) === 'waiting') end(request, 'expired')
    },
  }
}
