import { describe, expect, it } from 'vitest'
import { issueCertificate, newKeyPair } from '../crypto/issue-certificate.ts'
import type { KeyUsage } from '../crypto/certificate.ts'
import { sameName, whyNotEnter, whyNotOwn, whyNotPin } from './enrolment.ts'
import type { KeyHolder } from '../register/key-holder.ts'

const now = new Date('2026-11-20T02:00:00Z')
const DAY = 86_400_000
const root = await newKeyPair('p-256')
const authority = issueCertificate({
  subject: [['commonName', 'CA phục vụ các cơ quan Nhà nước']],
  publicKey: root.publicKey,
  issuerKey: root.privateKey,
  notBefore: new Date(now.getTime() - 900 * DAY),
  notAfter: new Date(now.getTime() + 900 * DAY),
  keyUsage: ['keyCertSign', 'crlSign'],
  authority: { pathLength: 0 },
})
const trust = { anchors: [authority] }

type Changes = { name?: string; from?: number; to?: number; usage?: KeyUsage[]; own?: boolean }

async function certificate({ name = 'Bùi Đức Thịnh', from = -10, to = 365, usage, own = false }: Changes = {}) {
  const pair = await newKeyPair('p-256')
  return issueCertificate({
    subject: [['commonName', name]],
    publicKey: pair.publicKey,
    notBefore: new Date(now.getTime() + from * DAY),
    notAfter: new Date(now.getTime() + to * DAY),
    keyUsage: usage ?? ['digitalSignature', 'nonRepudiation'],
    ...(own ? { issuerKey: pair.privateKey } : { issuer: authority, issuerKey: root.privateKey }),
  })
}

describe('whose certificate comes in', () => {
  it.each<[string, Changes, string | undefined]>([
    ['in force, meant for signing, of this person', {}, undefined],
    ['written in capitals with more spaces', { name: 'BÙI  ĐỨC THỊNH' }, undefined],
    ['of somebody whose name differs by a mark', { name: 'Bùi Đức Thinh' }, 'signing.certificate-of-another'],
    ['over', { from: -400, to: -1 }, 'signing.certificate-expired'],
    ['not begun', { from: 1 }, 'signing.certificate-not-yet'],
    ['for encryption', { usage: ['keyEncipherment'] }, 'signing.certificate-not-for-signing'],
    ['signed by itself', { own: true }, 'signing.certificate-untrusted'],
  ])('%s', async (_, changes, code) => {
    const reason = whyNotOwn([await certificate(changes)], { fullName: 'Bùi Đức Thịnh' }, { mode: 'test', now, trust })
    expect(reason?.code).toBe(code)
  })

  it('holds names against each other by their letters and marks, however they are composed', () => {
    expect(sameName('Hạ Long'.normalize('NFD'), 'hạ  long ')).toBe(true)
    expect(sameName('Hạ Long', 'Ha Long')).toBe(false)
  })
})

describe('what comes in again', () => {
  const known = (changes: Partial<KeyHolder>) =>
    ({
      accountId: 'a',
      unitId: null,
      stoppedAs: null,
      withdrawnAt: null,
      withdrawnReason: null,
      ...changes,
    }) as KeyHolder
  it.each<[string, Partial<KeyHolder> | undefined, string | undefined]>([
    ['a new one', undefined, undefined],
    ['the same again', {}, undefined],
    ['one that was replaced', { withdrawnAt: now, withdrawnReason: 'replaced' }, undefined],
    ["another person's", { accountId: 'b' }, 'signing.certificate-taken'],
    ['one an administrator withdrew', { withdrawnAt: now, withdrawnReason: 'nghỉ hưu' }, 'signing.certificate-ended'],
    ['one that was revoked', { stoppedAs: 'revoked' }, 'signing.certificate-ended'],
  ])('%s', (_, changes, code) => {
    expect(whyNotEnter(changes && known(changes), { accountId: 'a' })?.code).toBe(code)
  })
})

describe('a PIN', () => {
  it.each([
    ['248613', true],
    ['một hai ba', true],
    ['12345', false],
    ['123456', false],
    ['987654', false],
    ['111111', false],
    ['121212', false],
    ['x'.repeat(33), false],
  ])('%s', (pin, isTaken) => {
    expect(whyNotPin(pin)?.code).toBe(isTaken ? undefined : 'signing.pin-too-weak')
  })
})
