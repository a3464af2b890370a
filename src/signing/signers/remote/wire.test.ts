import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { signingRefusals } from '../../texts.ts'
import { MYSIGN_WIRE, mysignMeaning, mysignText } from '../mysign/wire.ts'
import { mysignSigner } from '../mysign/mysign.ts'
import { smartcaSigner } from '../smartca/smartca.ts'
import { SMARTCA_WIRE, isOutOfUse, smartcaMeaning } from '../smartca/wire.ts'
import { signatureValue } from './signature-value.ts'
import type { RemoteTransaction, RemoteTransactions } from './transaction.ts'
import { REFUSED } from './wire.ts'

describe('what services say', () => {
  test.each([
    [200, 'sig_wait_for_user_confirm', 'waiting'],
    [200, 'SUCCESS', 'signed'],
    [200, 'USER_REJECTED', 'declined'],
    [200, 'USER_CONFIRM_REJECTED', 'declined'],
    [200, 'TRANSACTION_EXPIRED', 'expired'],
    [200, 'SIGN_QUOTA_EXCEEDED', 'quota'],
    [200, 'SIGN_FAILED', 'failed'],
    [200, 'something new', 'unavailable'],
    [400, 'BAD_REQUEST', 'failed'],
    [401, 'SP_CREDENTIAL_INVALID', 'account'],
    [403, 'CREDENTIAL_STATUS_INVALID', 'certificate'],
    [500, 'SERVER_INTERNAL_ERROR', 'unavailable'],
    [503, '', 'unavailable'],
  ])('SmartCA %i %s: %s', (code, message, means) => expect(smartcaMeaning(code, message)).toBe(means))

  test.each([
    [1, 'signed'],
    [4000, 'waiting'],
    [6000, 'waiting'],
    [4001, 'expired'],
    [4002, 'declined'],
    [4004, 'failed'],
    [4005, 'quota'],
    [13004, 'certificate'],
    [50000, 'unavailable'],
    [58007, 'account'],
    [58008, 'holder'],
    [4999, 'unavailable'],
  ])('MySign %i: %s', (code, means) => expect(mysignMeaning(code)).toBe(means))

  it('has a sentence for people for each of them', () => {
    const codes = [...Object.values(SMARTCA_WIRE.codes), ...Object.values(MYSIGN_WIRE.codes)]
    for (const { means } of codes) {
      if (means !== 'waiting' && means !== 'signed') expect(signingRefusals).toHaveProperty([REFUSED[means]])
    }
  })

  test.each([
    ['Đang hoạt động', false],
    ['1', false],
    ['0', true],
    ['REVOKED', true],
    ['Đã thu hồi', true],
    ['Tạm dừng', true],
  ])('a certificate that is "%s" is out of use: %s', (status, is) => expect(isOutOfUse(status)).toBe(is))
})

it('tells MySign titles in the letters it shows, never too long', () => {
  const shown = (text: string) => Buffer.from(mysignText(text), 'base64').toString()
  expect(shown('Quyết định số 12/QĐ-UBND: cấp phép')).toBe('Quyet dinh so 12 QD-UBND cap phep')
  expect(mysignText('Đ'.repeat(500)).length).toBeLessThan(100)
})

it('reads no signature out of what is none', () => {
  for (const text of ['', ' ', '<html>', '{"a":1}', 'a-b']) expect(signatureValue(text)).toBeUndefined()
  expect(signatureValue('QUJD\nREVG')).toEqual(Buffer.from('ABCDEF'))
})

describe('a service that answers nonsense', () => {
  let server: Server
  let url = ''
  let answer: unknown = {}
  const saved = new Map<string, RemoteTransaction>()
  const transactions: RemoteTransactions = {
    save: async (one) => void saved.set(one.id, one),
    find: async (_, id) => saved.get(id),
    findByProviderId: async () => undefined,
  }
  const clock = { now: () => new Date('2026-11-20T02:42:00Z') }
  const part = { providerId: 't-1', documents: [{ id: 'a', code: 'A-1' }] }

  beforeAll(async () => {
    server = createServer((_, response) => response.end(typeof answer === 'string' ? answer : JSON.stringify(answer)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  const smartca = () => smartcaSigner({ account: { url, spId: 'm', spPassword: 's' }, transactions, clock })
  const mysign = () => {
    const account = { url, clientId: 'm', clientSecret: 's', profileId: 'p' }
    return mysignSigner({ account, transactions, clock, callsBack: false })
  }
  const waiting = (signer: string, keyRef: string) => {
    const askedAt = clock.now()
    saved.set('t', { id: 't', signer, keyRef, parts: [part], askedAt, expiresAt: new Date(askedAt.getTime() + 1) })
  }

  test.each([
    ['a page', '<html>bảo trì</html>'],
    ['nothing', ''],
    ['a number', '7'],
    [
      'about another transaction',
      { status_code: 200, message: 'SUCCESS', data: { transaction_id: 'another', signatures: [] } },
    ],
    ['words of its own', { status_code: 200, message: '???' }],
  ])('SmartCA sends %s: it is asked again later', async (_, said) => {
    waiting('smartca', 'smartca:1')
    answer = said
    await expect(smartca().follow('smartca:1', 't')).rejects.toMatchObject({ code: 'signing.signer-unavailable' })
  })

  it('MySign sends another number of signatures than it was asked for: it is asked again later', async () => {
    waiting('mysign', 'mysign:1')
    answer = { access_token: 'x', expires_in: 3600, status: '1', signatures: ['QUJD', 'QUJD'] }
    await expect(mysign().follow('mysign:1', 't')).rejects.toMatchObject({ code: 'signing.signer-unavailable' })
  })

  it('SmartCA sends a signature for another document: this one has none', async () => {
    waiting('smartca', 'smartca:1')
    const signatures = [{ doc_id: 'B-1', signature_value: 'QUJD' }]
    answer = { status_code: 200, message: 'SUCCESS', data: { transaction_id: 't-1', signatures } }
    expect(await smartca().follow('smartca:1', 't')).toMatchObject({
      state: 'answered',
      answers: [{ id: 'a', refusal: { code: 'signing.signature-missing' } }],
    })
  })
})
