import { createHmac, randomBytes, sign, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from '../../platform/clock.ts'
import { definePort } from '../../platform/ports.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { sealKey, unsealKey } from '../key-folder.ts'
import type { KeyFolder, KeyRecord } from '../key-folder.ts'
import type { KeyRef, Signer, SignerAnswer } from '../signer.ts'
import { guardPins, MAX_PIN_TRIES } from './pin-tries.ts'

const signAsync = promisify(sign)

/** A key stays open in memory so long after its last right PIN, so that a batch does not derive it every time. */
const OPEN_FOR_MS = 60_000

type OpenKey = { privateKey: KeyObject; pinMark: Buffer; until: number }

export type KeyStanding = 'ready' | 'locked' | 'must-change-pin'

/** Keys that lie on this machine, and what their holders may do with them. */
export type EmbeddedKeys = Signer & {
  unlock(keyRef: KeyRef): Promise<void>
  /** Undefined: no such key. */
  standingOf(keyRef: KeyRef): Promise<KeyStanding | undefined>
  /** Seals a key under a PIN of its holder. @throws Refusal `signing.key-locked` for one that is here and locked */
  keep(keyRef: KeyRef, key: { privateKey: KeyObject; chain: Certificate[]; pin: string }): Promise<void>
  /** @throws Refusal `signing.wrong-pin`, `signing.key-locked`, `signing.key-unknown` */
  changePin(keyRef: KeyRef, pin: { old: string; new: string }): Promise<void>
}

export const embeddedKeysPort = definePort<EmbeddedKeys>('embedded-keys')

/** Keys in files of this machine, opened by PIN: for demonstrations, tests and offices without a token. */
export function embeddedSigner(options: { folder: KeyFolder; clock: Clock }): EmbeddedKeys {
  const opened = new Map<KeyRef, OpenKey>()
  const records = new Map<KeyRef, KeyRecord>()
  const secret = randomBytes(32)
  const mark = (pin: string) => createHmac('sha256', secret).update(pin.normalize('NFC')).digest()

  const find = async (keyRef: KeyRef): Promise<KeyRecord | undefined> => {
    const record = records.get(keyRef) ?? (await options.folder.read(keyRef))
    if (record) records.set(keyRef, record)
    return record
  }
  const load = async (keyRef: KeyRef): Promise<KeyRecord> => {
    const record = await find(keyRef)
    if (!record) throw new Refusal('signing.key-unknown', { keyRef })
    return record
  }
  const save = async (record: KeyRecord) => {
    await options.folder.write(record)
    records.set(record.keyRef, record)
  }
  const pins = guardPins({
    read: async (keyRef) => (await load(keyRef)).failedTries,
    write: async (keyRef, failedTries) => save({ ...(await load(keyRef)), failedTries }),
  })

  const open = async (keyRef: KeyRef, pin: string): Promise<KeyObject> => {
    const now = options.clock.now().getTime()
    const pinMark = mark(pin)
    const known = () => {
      const key = opened.get(keyRef)
      return key && key.until > now && timingSafeEqual(key.pinMark, pinMark) ? key.privateKey : undefined
    }
    const privateKey = await pins.attempt(
      keyRef,
      async () => {
        opened.delete(keyRef)
        return unsealKey((await load(keyRef)).sealedKey, pin)
      },
      known,
    )
    opened.set(keyRef, { privateKey, pinMark, until: now + OPEN_FOR_MS })
    return privateKey
  }

  const standingOf = async (keyRef: KeyRef): Promise<KeyStanding | undefined> => {
    const record = await find(keyRef)
    if (!record) return undefined
    if (record.failedTries >= MAX_PIN_TRIES) return 'locked'
    return record.mustChangePin ? 'must-change-pin' : 'ready'
  }

  return {
    name: 'embedded',
    authorisedBy: 'pin',
    certificateChain: async (keyRef) => (await load(keyRef)).chain.map((certificate) => certificate.der),
    async start(keyRef, documents, { pin = '' }) {
      const privateKey = await open(keyRef, pin)
      if ((await load(keyRef)).mustChangePin) throw new Refusal('signing.pin-must-change', { keyRef })
      const answers = documents.map(async ({ id, signedAttributesDer, hash }): Promise<SignerAnswer> => ({
        id,
        signature: await signAsync(hash, signedAttributesDer, privateKey),
      }))
      return { state: 'answered', answers: await Promise.all(answers) }
    },
    follow: () => Promise.reject(new Refusal('signing.expired')),
    standingOf,
    async unlock(keyRef) {
      opened.delete(keyRef)
      await save({ ...(await load(keyRef)), mustChangePin: true })
      await pins.unlock(keyRef)
    },
    async keep(keyRef, { privateKey, chain, pin }) {
      if ((await standingOf(keyRef)) === 'locked') throw new Refusal('signing.key-locked', { keyRef })
      opened.delete(keyRef)
      await save({ keyRef, chain, sealedKey: await sealKey(privateKey, pin), failedTries: 0 })
    },
    async changePin(keyRef, pin) {
      const privateKey = await open(keyRef, pin.old)
      opened.delete(keyRef)
      const sealedKey = await sealKey(privateKey, pin.new)
      await save({ ...(await load(keyRef)), sealedKey, failedTries: 0, mustChangePin: false })
    },
  }
}
