import { createHmac, randomBytes, sign, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from '../../platform/clock.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unsealKey } from '../key-folder.ts'
import type { KeyFolder, KeyRecord } from '../key-folder.ts'
import type { KeyRef, Signer, SignerAnswer } from '../signer.ts'

const signAsync = promisify(sign)

/** After so many wrong PINs in a row the key is locked, as a token would be. */
export const MAX_PIN_TRIES = 5
/** A key stays open in memory so long after its last right PIN, so that a batch does not derive it every time. */
const OPEN_FOR_MS = 60_000

type OpenKey = { privateKey: KeyObject; pinMark: Buffer; until: number }

/** Keys in files of this machine, opened by PIN. The side for demonstrations, tests and offices without a token. */
export function embeddedSigner(options: { folder: KeyFolder; clock: Clock }): Signer {
  const opened = new Map<KeyRef, OpenKey>()
  const records = new Map<KeyRef, KeyRecord>()
  const turns = new Map<KeyRef, Promise<unknown>>()
  const secret = randomBytes(32)
  const mark = (pin: string) => createHmac('sha256', secret).update(pin.normalize('NFC')).digest()

  const load = async (keyRef: KeyRef): Promise<KeyRecord> => {
    const record = records.get(keyRef) ?? (await options.folder.read(keyRef))
    if (!record) throw new Refusal('signing.key-unknown', { keyRef })
    records.set(keyRef, record)
    return record
  }

  const save = async (record: KeyRecord) => {
    records.set(record.keyRef, record)
    await options.folder.write(record)
  }

  const open = async (keyRef: KeyRef, pin: string): Promise<KeyObject> => {
    const now = options.clock.now().getTime()
    const pinMark = mark(pin)
    const known = opened.get(keyRef)
    if (known && known.until > now && timingSafeEqual(known.pinMark, pinMark)) {
      opened.set(keyRef, { ...known, until: now + OPEN_FOR_MS })
      return known.privateKey
    }
    const record = await load(keyRef)
    if (record.failedTries >= MAX_PIN_TRIES) throw new Refusal('signing.key-locked', { keyRef })
    // Counted before the try: stopping the program in between gives no free guess.
    const counted = { ...record, failedTries: record.failedTries + 1 }
    await save(counted)
    const privateKey = await unsealKey(record.sealedKey, pin)
    if (!privateKey) {
      opened.delete(keyRef)
      const triesLeft = MAX_PIN_TRIES - counted.failedTries
      throw new Refusal(triesLeft > 0 ? 'signing.wrong-pin' : 'signing.key-locked', { keyRef, triesLeft })
    }
    await save({ ...record, failedTries: 0 })
    opened.set(keyRef, { privateKey, pinMark, until: now + OPEN_FOR_MS })
    return privateKey
  }

  /** One PIN try at a time for each key, or guesses in parallel would be counted as one. */
  const inTurn = <T>(keyRef: KeyRef, work: () => Promise<T>): Promise<T> => {
    const result = (turns.get(keyRef) ?? Promise.resolve()).then(work, work)
    turns.set(keyRef, result)
    return result
  }

  return {
    name: 'embedded',
    authorisedBy: 'pin',
    certificateChain: async (keyRef) => (await load(keyRef)).chain.map((certificate) => certificate.der),
    async start(keyRef, documents, { pin = '' }) {
      const privateKey = await inTurn(keyRef, () => open(keyRef, pin))
      const answers = documents.map(async ({ id, signedAttributesDer, hash }): Promise<SignerAnswer> => ({
        id,
        signature: await signAsync(hash, signedAttributesDer, privateKey),
      }))
      return { state: 'answered', answers: await Promise.all(answers) }
    },
    follow: (_, transaction) => Promise.reject(new Error(`nothing waits here, not even ${transaction}`)),
  }
}
