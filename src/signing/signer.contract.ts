import { createHash, verify, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signAtOnce } from './sign-at-once.ts'
import type { Authorisation, KeyRef, SignatureHash, Signer, SignerAnswer, SigningProgress, ToSign } from './signer.ts'

export type SignerUnderTest = {
  signer: Signer
  /** Keys of every kind it serves, with the hash that goes with each; at least one. */
  keys: readonly { keyRef: KeyRef; hash: SignatureHash }[]
  holder: PinHolder | DeviceHolder
  /** Makes it refuse the document of this title alone. Left out where nothing can be wrong with one document. */
  refuseOne?(title: string): void
  /** Takes device or service away and returns the way back. Left out by a signer inside this process. */
  outage?(): Promise<() => Promise<void>>
}

export type PinHolder = { authorises: 'pin'; pin: string; maxTries: number }

/** A holder with a device of their own, on which whatever waits is shown. */
export type DeviceHolder = {
  authorises: 'confirmation'
  confirm(): Promise<void>
  decline(): Promise<void>
  /** Lets the time pass that the service gives for an answer. */
  expire(): Promise<void>
  /** How many signings wait for an answer on the device. */
  waiting(): Promise<number>
}

type Opened<Holder> = Omit<SignerUnderTest, 'holder'> & { holder: Holder; key: SignerUnderTest['keys'][number] }

/** What every signer must do, whichever program, device or service stands behind it. */
export function signerContract(
  name: string,
  authorisedBy: Signer['authorisedBy'],
  open: () => Promise<SignerUnderTest>,
): void {
  describe(`signer: ${name}`, () => {
    itKnowsItsKeys(open)
    itSignsMany(open)
    itBearsAnOutage(open)
    if (authorisedBy === 'pin') itCountsWrongPins(() => opened(open, 'pin'))
    else itWaitsForTheHolder(() => opened(open, 'confirmation'))
  })
}

function itKnowsItsKeys(open: () => Promise<SignerUnderTest>): void {
  it('gives the certificate of each key first, and signs so that it verifies', async () => {
    const { signer, keys, holder } = await open()
    expect(keys.length).toBeGreaterThan(0)
    expect(signer.authorisedBy).toBe(holder.authorises)
    for (const key of keys) {
      const [own, issuer] = (await signer.certificateChain(key.keyRef)).map((der) => new X509Certificate(der))
      expect(own && issuer && own.checkIssued(issuer)).toBe(true)
      const answers = await signed(signer, holder, key.keyRef, [document('Quyết định', key.hash)])
      expect(own && isSigned(answers[0], own, document('Quyết định', key.hash))).toBe(true)
    }
  })

  it('refuses a key it does not have', async () => {
    const { signer, holder } = await open()
    await expect(signer.certificateChain('nobody')).rejects.toMatchObject({ code: 'signing.key-unknown' })
    const attempt = signer.start('nobody', [document('Quyết định', 'sha256')], given(holder))
    await expect(attempt).rejects.toMatchObject({ code: 'signing.key-unknown' })
  })
}

function itSignsMany(open: () => Promise<SignerUnderTest>): void {
  const titles = ['Quyết định', 'Giấy phép', 'Thông báo', 'Trích lục', 'Giấy xác nhận']

  it('signs many documents on one authorisation, each under its own name', async () => {
    const { signer, keys, holder } = await open()
    const { keyRef, hash } = first(keys)
    const documents = titles.map((title) => document(title, hash))
    const answers = await signed(signer, holder, keyRef, documents)
    const [own] = (await signer.certificateChain(keyRef)).map((der) => new X509Certificate(der))
    expect(answers.map(({ id }) => id).toSorted()).toEqual(documents.map(({ id }) => id).toSorted())
    for (const one of documents) {
      const answer = answers.find(({ id }) => id === one.id)
      expect(own && isSigned(answer, own, one)).toBe(true)
    }
  })

  it('refuses one document alone where one cannot be signed', async () => {
    const { signer, keys, holder, refuseOne } = await open()
    const { keyRef, hash } = first(keys)
    const documents = titles.map((title) => document(title, hash))
    refuseOne?.('Thông báo')
    const answers = await signed(signer, holder, keyRef, documents)
    const refused = answers.flatMap((one) => ('refusal' in one ? [one.id] : []))
    expect(refused).toEqual(refuseOne ? ['Thông báo'] : [])
    expect(answers).toHaveLength(documents.length)
  })
}

function itBearsAnOutage(open: () => Promise<SignerUnderTest>): void {
  it('says when it cannot be reached, leaves nothing half done, and works again afterwards', async () => {
    const { signer, keys, holder, outage } = await open()
    if (!outage) return expect(signer.name).toBe('embedded')
    const { keyRef, hash } = first(keys)
    const documents = [document('Quyết định', hash)]
    const restore = await outage()
    await expect(signer.start(keyRef, documents, given(holder))).rejects.toMatchObject({
      code: 'signing.signer-unavailable',
    })
    await restore()
    if (holder.authorises === 'confirmation') expect(await holder.waiting()).toBe(0)
    const answers = await signed(signer, holder, keyRef, documents)
    expect(answers.every((one) => 'signature' in one)).toBe(true)
  })
}

function itCountsWrongPins(open: () => Promise<Opened<PinHolder>>): void {
  it('refuses a wrong PIN, counts it, and forgets the count after a right one', async () => {
    const { signer, key, holder } = await open()
    const right = () => signAtOnce(signer, key.keyRef, document('x', key.hash), { pin: holder.pin })
    const wrong = () => signAtOnce(signer, key.keyRef, document('x', key.hash), { pin: `${holder.pin}0` })
    const left = (triesLeft: number) => ({ code: 'signing.wrong-pin', facts: { triesLeft } })
    await expect(wrong()).rejects.toMatchObject(left(holder.maxTries - 1))
    await expect(wrong()).rejects.toMatchObject(left(holder.maxTries - 2))
    await right()
    await expect(wrong()).rejects.toMatchObject(left(holder.maxTries - 1))
  })

  it('locks the key after too many wrong PINs, tried at once or in turn', async () => {
    const { signer, key, holder } = await open()
    const attempt = (pin: string) => signAtOnce(signer, key.keyRef, document('x', key.hash), { pin })
    const tries = Array.from({ length: holder.maxTries + 1 }, () => attempt('not the pin'))
    const codes = (await Promise.allSettled(tries)).map((one) =>
      one.status === 'rejected' ? one.reason.code : 'signed',
    )
    expect(codes.filter((code) => code === 'signing.wrong-pin')).toHaveLength(holder.maxTries - 1)
    await expect(attempt(holder.pin)).rejects.toMatchObject({ code: 'signing.key-locked' })
  })

  it('refuses to sign without a PIN', async () => {
    const { signer, key } = await open()
    await expect(signer.start(key.keyRef, [document('x', key.hash)], {})).rejects.toMatchObject({
      code: 'signing.wrong-pin',
    })
  })
}

function itWaitsForTheHolder(open: () => Promise<Opened<DeviceHolder>>): void {
  const ask = async () => {
    const opened = await open()
    const documents = [document('Quyết định', opened.key.hash), document('Giấy phép', opened.key.hash)]
    const begun = await opened.signer.start(opened.key.keyRef, documents, {})
    if (begun.state !== 'waiting') throw new Error('answered before the holder was asked')
    return { ...opened, begun, follow: () => opened.signer.follow(opened.key.keyRef, begun.transaction) }
  }

  it('waits as long as the holder says nothing, and gives the same answer however often it is asked', async () => {
    const { follow, begun, holder } = await ask()
    for (let time = 0; time < 3; time++) {
      expect(await follow()).toMatchObject({ state: 'waiting', transaction: begun.transaction })
    }
    await holder.confirm()
    const answer = await follow()
    expect(answer.state).toBe('answered')
    expect(await follow()).toEqual(answer)
    expect(await holder.waiting()).toBe(0)
  })

  it('keeps two signings of the same holder apart', async () => {
    const { signer, key, begun, holder } = await ask()
    const second = await signer.start(key.keyRef, [document('Thông báo', key.hash)], {})
    if (second.state !== 'waiting') throw new Error('answered before the holder was asked')
    expect(second.transaction).not.toBe(begun.transaction)
    expect(await holder.waiting()).toBe(2)
    await holder.confirm()
    const answers = [
      await signer.follow(key.keyRef, begun.transaction),
      await signer.follow(key.keyRef, second.transaction),
    ]
    expect(answers.map((one) => (one.state === 'answered' ? one.answers.map(({ id }) => id) : []))).toEqual([
      ['Quyết định', 'Giấy phép'],
      ['Thông báo'],
    ])
  })

  it('says that the holder declined, also when asked again', async () => {
    const { follow, holder } = await ask()
    await holder.decline()
    await expect(follow()).rejects.toMatchObject({ code: 'signing.declined' })
    await expect(follow()).rejects.toMatchObject({ code: 'signing.declined' })
  })

  it('says that the time ran out; a confirmation that comes late changes nothing', async () => {
    const { follow, holder } = await ask()
    await holder.expire()
    await expect(follow()).rejects.toMatchObject({ code: 'signing.expired' })
    await holder.confirm()
    await expect(follow()).rejects.toMatchObject({ code: 'signing.expired' })
  })

  it('loses no answer when the service cannot be reached for a while', async () => {
    const { follow, holder, outage } = await ask()
    await holder.confirm()
    const restore = await outage?.()
    await expect(follow()).rejects.toMatchObject({ code: 'signing.signer-unavailable' })
    await restore?.()
    expect(await follow()).toMatchObject({ state: 'answered' })
  })

  it('knows nothing of a signing that it never began', async () => {
    const { signer, key } = await open()
    await expect(signer.follow(key.keyRef, 'unheard-of')).rejects.toMatchObject({ code: 'signing.expired' })
  })
}

const document = (title: string, hash: SignatureHash): ToSign => ({
  id: title,
  title,
  signedAttributesDer: createHash('sha512').update(title).digest(),
  hash,
})

const given = (holder: SignerUnderTest['holder']): Authorisation =>
  holder.authorises === 'pin' ? { pin: holder.pin } : {}

function first(keys: SignerUnderTest['keys']): SignerUnderTest['keys'][number] {
  const [key] = keys
  if (!key) throw new Error('no key under test')
  return key
}

async function opened<K extends 'pin' | 'confirmation'>(
  open: () => Promise<SignerUnderTest>,
  kind: K,
): Promise<Opened<Extract<SignerUnderTest['holder'], { authorises: K }>>> {
  const { holder, ...rest } = await open()
  if (holder.authorises !== kind) throw new Error(`a holder by ${kind} expected`)
  return { ...rest, key: first(rest.keys), holder: holder as Extract<typeof holder, { authorises: K }> }
}

/** Every answer, with the holder confirming where they are asked. */
async function signed(
  signer: Signer,
  holder: SignerUnderTest['holder'],
  keyRef: KeyRef,
  documents: readonly ToSign[],
): Promise<SignerAnswer[]> {
  let progress: SigningProgress = await signer.start(keyRef, documents, given(holder))
  if (progress.state === 'waiting' && holder.authorises === 'confirmation') {
    expect(progress.expiresAt).toBeInstanceOf(Date)
    await holder.confirm()
    progress = await signer.follow(keyRef, progress.transaction)
  }
  if (progress.state === 'waiting') throw new Error('still waiting')
  return progress.answers
}

const isSigned = (answer: SignerAnswer | undefined, own: X509Certificate, one: ToSign): boolean =>
  answer !== undefined &&
  'signature' in answer &&
  verify(one.hash, one.signedAttributesDer, own.publicKey, answer.signature)
