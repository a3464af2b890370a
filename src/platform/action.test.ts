import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from './action.ts'
import type { Actor } from './actor.ts'
import { execute, rows, sql } from './db.ts'
import { Refusal } from './refusal.ts'

const officer: Actor = {
  kind: 'officer',
  accountId: '00000000-0000-7000-8000-000000000001',
  fullName: 'Vũ Ngọc Ánh',
  grants: [{ role: 'intake-officer', unitId: 'u', unitCode: 'H49.1', reach: 'unit' }],
}

const note = action({
  name: 'test.note',
  roles: ['intake-officer'],
  input: Type.Object({ text: Type.String({ minLength: 3 }), fail: Type.Optional(Type.Boolean()) }),
  async run(ctx, _actor, { text, fail }) {
    ctx.journal({ subject: 'test:1', what: 'test.noted', facts: { text } })
    if (fail) throw new Refusal('test.failed')
    return { text, at: ctx.now.toISOString() }
  },
})

describe('runAction', () => {
  let test: TestApp
  beforeAll(async () => void (test = await openTestApp()))
  afterAll(() => test.close())

  const lines = () =>
    rows(test.app.db, sql<{ seq: number }>`select * from platform.journal_line where subject = 'test:1' order by seq`)

  it('refuses people who are not signed in, lack the role, or send bad input', async () => {
    const attempt = (actor: Actor | undefined, input: unknown) =>
      runAction(test.app, note, actor, input).catch((error: Refusal) => error.code)
    expect(await attempt(undefined, { text: 'abc' })).toBe('platform.not-signed-in')
    expect(await attempt({ ...officer, grants: [] }, { text: 'abc' })).toBe('platform.forbidden')
    expect(await attempt(officer, { text: 'a' })).toBe('platform.invalid-input')
    expect(await lines()).toHaveLength(0)
  })

  it('writes the journal in the same transaction and keeps nothing of a failed run', async () => {
    await runAction(test.app, note, officer, { text: 'một' })
    await runAction(test.app, note, officer, { text: 'hai', fail: true }).catch(() => undefined)
    await runAction(test.app, note, officer, { text: 'bốn' })
    expect((await lines()).map((line) => line.seq)).toEqual([1, 2])
  })

  it('composes letters that a phone sent decomposed', async () => {
    const result = await runAction(test.app, note, officer, { text: 'Hạ Long'.normalize('NFD') })
    expect(result.text).toBe('Hạ Long'.normalize('NFC'))
  })

  it('answers the same request twice with the first result, also when both come at once', async () => {
    const before = (await lines()).length
    const send = () => runAction(test.app, note, officer, { text: 'một lần' }, { idempotencyKey: 'k1' })
    const answers = await Promise.all([send(), send(), send()])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await lines()).length).toBe(before + 1)
    const reused = await runAction(test.app, note, officer, { text: 'khác' }, { idempotencyKey: 'k1' }).catch(
      (error: Refusal) => error.code,
    )
    expect(reused).toBe('platform.key-reused')
  })

  it('gives the application no right to change or delete journal lines', async () => {
    await expect(execute(test.app.db, sql`update platform.journal_line set what = 'x'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(execute(test.app.db, sql`delete from platform.journal_line`)).rejects.toThrow(/permission denied/)
  })
})
