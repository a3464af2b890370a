import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../crypto/cms.ts'
import { checkTimestamp } from '../crypto/timestamp.ts'
import { SIGNED_AT, signingWorld } from '../testing.ts'
import { askOpensslTime, hasPeers } from '../testing-peers.ts'
import type { TimestampBehaviour } from './embedded-server.ts'

describe('time stamps over HTTP', () => {
  it('gives a token that we and OpenSSL accept', async () => {
    const { timestampAuthority, pki } = await signingWorld()
    const stamped = randomBytes(64)
    const token = await timestampAuthority.stamp(sha256(stamped))
    expect(checkTimestamp(token, stamped, pki.trust)).toMatchObject({ ok: true, at: SIGNED_AT })
    expect(checkTimestamp(token, randomBytes(64), pki.trust)).toMatchObject({ problem: 'timestamp-not-for-this' })
    expect(checkTimestamp(token, stamped, { anchors: [] })).toMatchObject({ problem: 'timestamp-untrusted' })
    if (hasPeers) {
      const parts = { token, stamped, untrusted: [pki.issuing], at: SIGNED_AT }
      expect(await askOpensslTime(pki.root, parts)).toContain('Verification: OK')
    }
  })

  it.each<[string, TimestampBehaviour]>([
    ['is down', { mode: 'down' }],
    ['is too slow', { mode: 'slow', delayMs: 3000 }],
    ['refuses', { mode: 'wrong', how: 'rejection' }],
    ['answers nonsense', { mode: 'wrong', how: 'garbage' }],
    ['stamps something else', { mode: 'wrong', how: 'other-imprint' }],
    ['answers another query', { mode: 'wrong', how: 'other-nonce' }],
  ])('refuses clearly when the authority %s', async (_, behaviour) => {
    const { timestampAuthority, server } = await signingWorld()
    server.behave(behaviour)
    try {
      await expect(timestampAuthority.stamp(randomBytes(32))).rejects.toMatchObject({
        code: 'signing.timestamp-unavailable',
      })
    } finally {
      server.behave({ mode: 'normal' })
    }
  })

  it('answers what is not a query with a rejection, not with a token', async () => {
    const { server } = await signingWorld()
    const ask = (body: string, type = 'application/timestamp-query') =>
      fetch(server.url, { method: 'POST', body, headers: { 'content-type': type } })
    const rejected = Buffer.from(await (await ask('nonsense')).arrayBuffer())
    expect(rejected.subarray(0, 7).toString('hex')).toMatch(/^30..30..020102/)
    expect((await ask('x', 'text/plain')).status).toBe(415)
    expect((await ask('x'.repeat(10_000))).status).toBe(413)
    expect((await fetch(server.url)).status).toBe(405)
  })
})
