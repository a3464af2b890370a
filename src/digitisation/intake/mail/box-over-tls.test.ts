import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChecks } from '../../../platform/operations/checks.ts'
import { Refusal, refusalWords } from '../../../platform/refusal.ts'
import { mailboxChecks } from './box-check.ts'
import { openBox } from './pop3.ts'
import { mailAuthority, startBoxes } from './testing.ts'
import { mailboxRefusals } from './texts.ts'

const login = { user: 'quet@motcua', password: 'mật khẩu: 1@2' }
const letters = new Map([['u1', Buffer.from('Subject: x\r\n\r\nmột\r\n.\r\nhai\r\n')]])

type Boxes = Awaited<ReturnType<typeof startBoxes>>
let authority: Awaited<ReturnType<typeof mailAuthority>>
let boxes: Record<'tls' | 'stls' | 'meddling' | 'plain' | 'old', Boxes>
beforeAll(async () => {
  authority = await mailAuthority()
  const { good, old } = authority
  const start = (how: 'tls' | 'stls' | 'meddling', certified = good) => startBoxes(letters, login, { how, certified })
  const [tls, stls, meddling] = await Promise.all([start('tls'), start('stls'), start('meddling')])
  boxes = { tls, stls, meddling, old: await start('tls', old), plain: await startBoxes(letters, login) }
})
afterAll(async () => {
  await Promise.all(Object.values(boxes).map((one) => one.close()))
  await authority.remove()
})

const own = () => authority.authorityFile

/** What the administrator reads. */
async function toldOf(address: string, authorityFile: string | null): Promise<string> {
  const error: unknown = await openBox({ address, authorityFile }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`)
  return refusalWords(mailboxRefusals, error)
}

describe('a box of letters', () => {
  it.each(['tls', 'stls', 'plain'] as const)(
    'is read over %s, an authority of our own known by its file',
    async (how) => {
      const box = await openBox({ address: boxes[how].address, authorityFile: own() })
      const [waiting] = await box.waiting()
      expect(waiting).toMatchObject({ uid: 'u1', bytes: letters.get('u1')?.length })
      expect((await box.read(1)).toString()).toBe(letters.get('u1')?.toString())
      await box.close()
    },
  )

  it.each(['tls', 'stls'] as const)('with a certificate nobody knows is not told the password over %s', async (how) => {
    const told = await toldOf(boxes[how].address, null)
    expect(told).toContain('Không tin được chứng thư của máy chủ thư 127.0.0.1')
    expect(told).toContain('SCAN_MAILBOX_CA')
  })

  it.each(['tls', 'stls'] as const)('with the certificate of another host is refused over %s', async (how) => {
    const told = await toldOf(boxes[how].address.replace('127.0.0.1', 'localhost'), own())
    expect(told).toContain('chứng thư của máy khác, không phải của localhost')
  })

  it.each([
    ['whose certificate is over', 'old', /hết hạn/],
    ['to whose STLS somebody answered twice', 'meddling', /không bật được đường truyền kín/],
  ] as const)('%s is refused', async (_, which, words) => {
    expect(await toldOf(boxes[which].address, own())).toMatch(words)
  })

  it('that has no TLS gets no password when TLS is asked for', async () => {
    const { address } = boxes.plain
    expect(await toldOf(address.replace('pop3:', 'pop3+stls:'), own())).toContain('không bật được đường truyền kín')
    expect(await toldOf(address.replace('pop3:', 'pop3s:'), own())).toContain('Không nối được')
  })

  it('that refuses the password, or is away, is told as that', async () => {
    const wrong = boxes.tls.address.replace(/:[^:@]*@/, ':sai@')
    expect(await toldOf(wrong, own())).toContain('không cho mở hộp thư: -ERR [AUTH]')
    expect(await toldOf('pop3://a:b@127.0.0.1:1', null)).toContain('cổng 1 (ECONNREFUSED)')
  })

  it('stands among the connections an administrator sees', async () => {
    const checks = createChecks({ now: () => new Date('2026-11-20T02:00:00Z') })
    const scanMailbox = { address: boxes.tls.address, authorityFile: null }
    expect(mailboxChecks({ settings: { scanMailbox: null } })).toEqual([])
    for (const check of mailboxChecks({ settings: { scanMailbox } })) checks.add(check)
    const [found] = await checks.results()
    expect(found).toMatchObject({ name: 'scan-mailbox', isWell: false, side: 'real' })
    expect(found?.servedBy).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(found?.lastFailure?.refusal?.code).toBe('digitisation.mailbox-untrusted')
  })
})
