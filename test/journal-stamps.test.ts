import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneRow, sql } from '../src/platform/db.ts'
import { journalTimestampPort, sealJournal } from '../src/platform/journal/seal.ts'
import { verifyJournal, type CheckToken } from '../src/platform/journal/verify.ts'
import { writeJournal } from '../src/platform/journal/write.ts'
import {
  checkTimestamp,
  openDemoPki,
  rfc3161,
  startTimestampServer,
  type DemoPki,
  type EmbeddedTimestampServer,
} from '../src/signing/index.ts'
import { pemOf } from '../src/signing/testing-peers.ts'
import { openTestApp, type TestApp } from './support/test-app.ts'

const run = promisify(execFile)

describe('time-stamps of the journal', () => {
  let test: TestApp
  let server: EmbeddedTimestampServer
  let pki: DemoPki
  let folder: string

  beforeAll(async () => {
    test = await openTestApp()
    folder = await mkdtemp(join(tmpdir(), 'motcua-stamps-'))
    pki = await openDemoPki(join(folder, 'keys'), test.clock.now())
    server = await startTimestampServer({ ...pki.timestampAuthority, clock: test.clock })
    test.app.ports.set(journalTimestampPort, rfc3161({ url: server.url, timeoutMs: 1_000 }))
  })
  afterAll(async () => {
    await server.close()
    await test.close()
    await rm(folder, { recursive: true })
  })

  const write = (subject: string) =>
    test.app.db
      .transaction()
      .execute((db) => writeJournal(db, 'system:test', test.clock.now(), [{ subject, what: 'submitted' }]))
  const checkToken: CheckToken = (token, stamped) => checkTimestamp(token, stamped, pki.trust)

  it('are real RFC 3161 tokens that OpenSSL accepts over the hash of the seal, and no other', async () => {
    await write('dossier:a')
    expect(await sealJournal(test.app)).toMatchObject({ seals: 1, stamped: 1 })
    expect(await verifyJournal(test.app.db, { checkToken })).toMatchObject({ isIntact: true, unstamped: 0 })

    const { hash, token } = await oneRow(
      test.app.db,
      sql<{
        hash: string
        token: Buffer
      }>`select s.hash, t.token from platform.journal_seal s join platform.journal_timestamp t using (seal_no)`,
    )
    await writeFile(join(folder, 'token.der'), token)
    await writeFile(join(folder, 'root.pem'), pemOf(pki.root))
    await writeFile(join(folder, 'issuing.pem'), pemOf(pki.issuing))
    const at = String(Math.floor(test.clock.now().getTime() / 1000))
    const verify = (digest: string) =>
      run('openssl', [
        'ts',
        '-verify',
        '-digest',
        digest,
        '-token_in',
        '-in',
        join(folder, 'token.der'),
        '-CAfile',
        join(folder, 'root.pem'),
        '-untrusted',
        join(folder, 'issuing.pem'),
        '-attime',
        at,
      ])
    expect((await verify(hash)).stdout).toContain('Verification: OK')
    await expect(verify(hash.replace(/^../, (first) => (first === '00' ? '11' : '00')))).rejects.toThrow(
      'message imprint mismatch',
    )
  })

  it('are had later when the authority is down or answers nonsense', async () => {
    await write('dossier:b')
    server.behave({ mode: 'down' })
    expect(await sealJournal(test.app)).toMatchObject({ seals: 1, stamped: 0, stampFailure: expect.any(String) })
    server.behave({ mode: 'wrong', how: 'other-imprint' })
    expect(await sealJournal(test.app)).toMatchObject({ seals: 0, stamped: 0 })
    server.behave({ mode: 'normal' })
    expect(await sealJournal(test.app)).toMatchObject({ seals: 0, stamped: 1 })
    expect(await verifyJournal(test.app.db, { checkToken })).toMatchObject({ isIntact: true, seals: 2, unstamped: 0 })
  })

  it('of an authority nobody trusts are found', async () => {
    const strangers = await openDemoPki(join(folder, 'other-keys'), test.clock.now())
    const other = await startTimestampServer({ ...strangers.timestampAuthority, clock: test.clock })
    test.app.ports.set(journalTimestampPort, rfc3161({ url: other.url }))
    await write('dossier:c')
    await sealJournal(test.app)
    await other.close()
    const { findings } = await verifyJournal(test.app.db, { checkToken })
    expect(findings).toMatchObject([{ kind: 'token-bad', sealNo: 3, facts: { problem: 'timestamp-untrusted' } }])
  })
})
