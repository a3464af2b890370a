import { createHmac } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { lineHash, type StoredLine } from './line.ts'
import { journalTimestampPort, journalBacklog, sealJournal } from './seal.ts'
import { isProven, proveLine } from './verify-proof.ts'
import { verifyJournal, type CheckToken } from './verify.ts'
import { journalTokenCheckPort } from './verify-seals.ts'
import { journalCommand } from './verify.command.ts'
import { writeJournal } from './write.ts'
import { sha256Hex } from './line.ts'

/** An authority with a key of its own: what it did not stamp it does not recognise. */
function testAuthority() {
  const key = 'a key only the authority has'
  const mark = (digest: string, at: string) => createHmac('sha256', key).update(`${digest} ${at}`).digest('hex')
  const authority = {
    isDown: false,
    at: '2026-11-20T02:05:00.000Z',
    async stamp(digest: Uint8Array): Promise<Uint8Array> {
      if (authority.isDown) throw new Error('no answer')
      const hex = Buffer.from(digest).toString('hex')
      return Buffer.from(JSON.stringify({ digest: hex, at: authority.at, mark: mark(hex, authority.at) }))
    },
  }
  const check: CheckToken = (token, stamped) => {
    const read = JSON.parse(Buffer.from(token).toString()) as { digest: string; at: string; mark: string }
    const isOurs = mark(read.digest, read.at) === read.mark && read.digest === sha256Hex(stamped)
    return isOurs ? { ok: true, at: new Date(read.at) } : { ok: false, problem: 'not-for-this' }
  }
  return { authority, check }
}

describe('the journal under seal', () => {
  let test: TestApp
  let owner: pg.Client
  let authority: ReturnType<typeof testAuthority>

  beforeEach(async () => {
    test = await openTestApp()
    authority = testAuthority()
    test.app.ports.set(journalTimestampPort, authority.authority)
    test.app.ports.set(journalTokenCheckPort, authority.check)
    owner = new pg.Client({ connectionString: test.database.url('postgres') })
    await owner.connect()
  })
  afterEach(async () => {
    await owner.end()
    await test.close()
  })

  const write = (subject: string, ...whats: string[]) =>
    test.app.db.transaction().execute((db) =>
      writeJournal(
        db,
        'system:test',
        test.clock.now(),
        whats.map((what) => ({ subject, what, facts: { note: `đã ghi ${what}`, amount: 75_000n } })),
      ),
    )
  const verify = () => verifyJournal(test.app.db, { checkToken: authority.check })
  const found = async () =>
    (await verify()).findings.map((item) =>
      'sealNo' in item ? `${item.kind} seal ${item.sealNo}` : `${item.kind} ${item.subject} ${item.seq}`,
    )

  /** Three subjects under two stamped seals, and one line not sealed yet. */
  async function fill(): Promise<void> {
    await write('dossier:a', 'submitted', 'received', 'appraised')
    await write('dossier:b', 'submitted', 'received')
    await sealJournal(test.app)
    test.clock.advance(5)
    await write('dossier:a', 'approved')
    await write('dossier:c', 'submitted', 'refused')
    await sealJournal(test.app)
    test.clock.advance(5)
    await write('dossier:a', 'signed')
  }

  /** What a person with the rights of the database's owner would do to hide a rewritten line: mend the chain after it. */
  async function mendChain(subject: string, from: number): Promise<void> {
    const { rows } = await owner.query<{
      seq: number
      at: Date
      actor: string
      what: string
      facts: Record<string, unknown>
      previous_hash: string
      hash: string
    }>('select * from platform.journal_line where subject = $1 order by seq', [subject])
    let previousHash = rows[from - 2]?.hash ?? ''
    for (const row of rows.slice(from - 1)) {
      const line: Omit<StoredLine, 'hash'> = {
        subject,
        seq: row.seq,
        at: row.at,
        actor: row.actor,
        what: row.what,
        facts: row.facts,
        previousHash,
      }
      const hash = lineHash(line)
      await owner.query(
        'update platform.journal_line set previous_hash = $3, hash = $4 where subject = $1 and seq = $2',
        [subject, row.seq, previousHash, hash],
      )
      await owner.query('update platform.journal_head set hash = $2, seq = $3 where subject = $1', [
        subject,
        hash,
        row.seq,
      ])
      previousHash = hash
    }
  }

  it('is intact when nobody touched it, and counts what waits', async () => {
    await fill()
    expect(await verify()).toMatchObject({ isIntact: true, subjects: 3, lines: 9, seals: 2, unsealed: 1, unstamped: 0 })
    expect(await journalBacklog(test.app)).toEqual({ unsealedLines: 1, unstampedSeals: 0 })
  })

  it('cannot be changed or emptied by the application', async () => {
    await fill()
    const asApplication = new pg.Client({ connectionString: test.database.url('motcua_app') })
    await asApplication.connect()
    try {
      for (const table of ['journal_line', 'journal_seal', 'journal_seal_leaf', 'journal_timestamp']) {
        const column = table === 'journal_line' || table === 'journal_seal_leaf' ? 'seq' : 'seal_no'
        await expect(asApplication.query(`update platform.${table} set ${column} = 9`)).rejects.toThrow(
          'permission denied',
        )
        await expect(asApplication.query(`delete from platform.${table}`)).rejects.toThrow('permission denied')
        await expect(asApplication.query(`truncate platform.${table}`)).rejects.toThrow('permission denied')
      }
    } finally {
      await asApplication.end()
    }
  })

  it.each<[what: string, statement: string, expected: string[]]>([
    [
      'a changed fact',
      `update platform.journal_line set facts = facts || '{"note":"khác"}' where subject = 'dossier:a' and seq = 2`,
      ['line-changed dossier:a 2'],
    ],
    [
      'another person',
      `update platform.journal_line set actor = 'officer:x' where subject = 'dossier:c' and seq = 2`,
      ['line-changed dossier:c 2'],
    ],
    [
      'another moment',
      `update platform.journal_line set at = at - interval '1 day' where subject = 'dossier:b' and seq = 1`,
      ['line-changed dossier:b 1'],
    ],
    [
      'an unsealed line changed',
      `update platform.journal_line set what = 'x' where subject = 'dossier:a' and seq = 5`,
      ['line-changed dossier:a 5'],
    ],
    [
      'a line removed in the middle',
      `delete from platform.journal_line where subject = 'dossier:a' and seq = 2`,
      ['line-missing dossier:a 2'],
    ],
    [
      'the last line removed',
      `delete from platform.journal_line where subject = 'dossier:c' and seq = 2`,
      ['line-missing dossier:c 2'],
    ],
    [
      'a whole subject removed',
      `delete from platform.journal_line where subject = 'dossier:b'`,
      ['line-missing dossier:b 2', 'line-missing dossier:b 1'],
    ],
    [
      'a subject removed with its head',
      `with h as (delete from platform.journal_head where subject = 'dossier:b') delete from platform.journal_line where subject = 'dossier:b'`,
      ['line-missing dossier:b 1', 'line-missing dossier:b 2'],
    ],
    [
      'a subject removed with every trace but the seal',
      `with h as (delete from platform.journal_head where subject = 'dossier:b'), f as (delete from platform.journal_seal_leaf where subject = 'dossier:b')
       delete from platform.journal_line where subject = 'dossier:b'`,
      ['seal-broken seal 1'],
    ],
    [
      'two lines changed places',
      `update platform.journal_line set seq = case seq when 2 then 3 else 2 end where subject = 'dossier:a' and seq in (2, 3)`,
      ['line-moved dossier:a 2', 'line-moved dossier:a 3'],
    ],
    [
      'the head set back',
      `update platform.journal_head set seq = 1 where subject = 'dossier:b'`,
      ['line-added dossier:b 2'],
    ],
    [
      'the head forged',
      `update platform.journal_head set hash = 'x' where subject = 'dossier:b'`,
      ['head-changed dossier:b 2'],
    ],
    [
      'a seal changed',
      `update platform.journal_seal set sealed_at = sealed_at - interval '1 hour' where seal_no = 1`,
      ['seal-changed seal 1', 'token-bad seal 1'],
    ],
    [
      'a seal removed',
      `delete from platform.journal_seal where seal_no = 1`,
      ['seal-missing seal 1', 'seal-chain-broken seal 2'],
    ],
    ['the last seal removed', `delete from platform.journal_seal where seal_no = 2`, ['seal-missing seal 2']],
    [
      'leaves that changed places',
      `update platform.journal_seal_leaf set leaf_no = case leaf_no when 0 then 1 else 0 end where seal_no = 1 and leaf_no < 2`,
      ['seal-broken seal 1'],
    ],
    [
      'a token of another seal',
      `update platform.journal_timestamp set token = (select token from platform.journal_timestamp where seal_no = 2) where seal_no = 1`,
      ['token-bad seal 1'],
    ],
  ])('finds %s and says where', async (_what, statement, expected) => {
    await fill()
    await owner.query('begin; alter table platform.journal_line drop constraint journal_line_pk; commit')
    const changed = await owner.query(statement)
    expect(changed.rowCount).toBeGreaterThan(0)
    expect((await found()).sort()).toEqual([...expected].sort())
  })

  it('finds a line rewritten together with the rest of its chain', async () => {
    await fill()
    await owner.query(`update platform.journal_line set what = 'forged' where subject = 'dossier:a' and seq = 3`)
    await mendChain('dossier:a', 3)
    expect(await found()).toEqual(['line-rewritten dossier:a 3', 'line-rewritten dossier:a 4'])
    await owner.query(
      `update platform.journal_seal_leaf f set line_hash = l.hash from platform.journal_line l where l.subject = f.subject and l.seq = f.seq`,
    )
    expect(await found()).toEqual(['seal-broken seal 1', 'seal-broken seal 2'])
  })

  it('finds a line slipped in between, its chain mended', async () => {
    await fill()
    await owner.query(`update platform.journal_line set seq = -seq where subject = 'dossier:c' and seq = 2`)
    await owner.query(`update platform.journal_line set seq = 3 where subject = 'dossier:c' and seq = -2`)
    await owner.query(
      `insert into platform.journal_line select subject, 2, at, actor, 'slipped', facts, '', '' from platform.journal_line where subject = 'dossier:c' and seq = 1`,
    )
    await mendChain('dossier:c', 2)
    expect(await found()).toEqual(['line-rewritten dossier:c 2'])
    const added = await verify()
    expect(added.lines).toBe(10)
  })

  it('finds a line put under no seal before a sealed one', async () => {
    await fill()
    await owner.query(`delete from platform.journal_seal_leaf where subject = 'dossier:a' and seq = 2`)
    expect(await found()).toEqual(['line-added dossier:a 2', 'seal-broken seal 1'])
  })

  it('seals what an earlier transaction committed later, and every line once', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const slow = test.app.db.transaction().execute(async (db) => {
      await writeJournal(db, 'system:test', test.clock.now(), [{ subject: 'dossier:slow', what: 'submitted' }])
      await held
    })
    test.clock.advance(10)
    await write('dossier:quick', 'submitted')
    expect(await sealJournal(test.app)).toMatchObject({ lines: 1 })
    letGo()
    await slow
    test.clock.advance(5)
    expect(await sealJournal(test.app)).toMatchObject({ seals: 1, lines: 1 })
    expect(await sealJournal(test.app)).toMatchObject({ seals: 0, lines: 0 })
    expect(await verify()).toMatchObject({ isIntact: true, unsealed: 0 })
  })

  it('catches up at night with lines far older than the look-back', async () => {
    await fill()
    await sealJournal(test.app)
    test.clock.set('2026-11-19T08:00:00+07:00')
    await write('dossier:old', 'submitted')
    test.clock.set('2026-11-20T10:00:00+07:00')
    expect(await sealJournal(test.app)).toMatchObject({ lines: 0 })
    test.clock.set('2026-11-21T03:02:00+07:00')
    expect(await sealJournal(test.app)).toMatchObject({ lines: 1 })
    test.clock.set('2026-11-19T08:00:00+07:00')
    await write('dossier:older', 'submitted')
    expect(await sealJournal(test.app, { full: true })).toMatchObject({ lines: 1 })
  })

  it('lets one sealer work at a time and nobody who files wait', async () => {
    await write('dossier:a', 'submitted')
    const reports = await Promise.all([
      sealJournal(test.app),
      sealJournal(test.app),
      sealJournal(test.app),
      write('dossier:z', 'submitted'),
    ])
    await sealJournal(test.app)
    expect(reports.filter((report) => report && report.seals > 1)).toHaveLength(0)
    expect(await verify()).toMatchObject({ isIntact: true, unsealed: 0 })
  })

  it('keeps a seal whose stamp cannot be had, and stamps it later', async () => {
    authority.authority.isDown = true
    await write('dossier:a', 'submitted')
    expect(await sealJournal(test.app)).toMatchObject({ seals: 1, stamped: 0, stampFailure: 'no answer' })
    expect(await verify()).toMatchObject({ isIntact: true, unstamped: 1 })
    authority.authority.isDown = false
    expect(await sealJournal(test.app)).toMatchObject({ seals: 0, stamped: 1 })
    expect(await verify()).toMatchObject({ isIntact: true, unstamped: 0 })
  })

  it('refuses a stamp from before its seal', async () => {
    authority.authority.at = '2026-11-20T00:00:00.000Z'
    await write('dossier:a', 'submitted')
    await sealJournal(test.app)
    expect(await found()).toEqual(['token-bad seal 1'])
  })

  it('proves one line to somebody without the database', async () => {
    await fill()
    const proof = await proveLine(test.app.db, { subject: 'dossier:b', seq: 2 })
    if (!proof) throw new Error('no proof')
    expect(isProven(proof)).toBe(true)
    expect(isProven({ ...proof, line: { ...proof.line, seq: 1 } })).toBe(false)
    expect(isProven({ ...proof, seal: { ...proof.seal, lineCount: 4 } })).toBe(false)
    expect(JSON.stringify(proof.path)).not.toContain('dossier')
    expect(await proveLine(test.app.db, { subject: 'dossier:a', seq: 5 })).toBeUndefined()
  })

  it('answers at the command line with an exit code', async () => {
    await fill()
    const run = async (...argv: string[]) => {
      let out = ''
      const code = await journalCommand().run(
        argv,
        { out: (text) => (out += text), err: (text) => (out += text) },
        test.app,
      )
      return { code, out }
    }
    expect(await run('verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nhật ký còn nguyên: 9 dòng của 3 đối tượng, 2 niêm.'),
    })
    await owner.query(`delete from platform.journal_line where subject = 'dossier:a' and seq = 2`)
    expect(await run('verify')).toMatchObject({ code: 1, out: expect.stringContaining('dossier:a, dòng 2: đã bị xoá') })
    const json = await run('verify', '--json')
    expect(JSON.parse(json.out)).toMatchObject({
      isIntact: false,
      findings: [{ kind: 'line-missing', subject: 'dossier:a', seq: 2 }],
    })
    expect((await run('check')).code).toBe(2)
  })
})
