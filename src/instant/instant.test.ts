import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rows, sql } from '../platform/db.ts'
import { clockEntriesOf, dossierById, getDossier, stepsOf, takeDossier } from '../dossiers/index.ts'
import { downloadResult, getResult, verifyDocument } from '../results/index.ts'
import { codeOf } from '../results/testing.ts'
import { automaticKeysPort, raiseAll } from '../signing/index.ts'
import { askPoppler, hasPeers } from '../signing/testing-peers.ts'
import { ANONYMOUS } from '../platform/actor.ts'
import { decideInstantly, giveUpStuckRuns } from './decide-instantly.ts'
import { askForPerson, runOf, switchInstant } from './index.ts'
import { FROM_THE_BOOK, openInstantWorld, type InstantWorld } from './testing.ts'

let world: InstantWorld
beforeAll(async () => {
  world = await openInstantWorld()
}, 180_000)
afterAll(() => world.close())
beforeEach(() => {
  world.register({})
  world.permitKey(true)
  world.clock.advance(60)
})

const dossierOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.hanh, { dossierCode })).dossier

async function linesOf(dossierId: string) {
  const lines = await rows(
    world.app.db,
    sql<{ what: string; actor: string; facts: Record<string, unknown> }>`
      select what, actor, facts from platform.journal_line where subject = ${`dossier:${dossierId}`} order by seq`,
  )
  return lines.filter(({ what }) => what !== 'read')
}

async function decided(dossierCode: string) {
  await world.app.jobs.drain()
  const dossier = await dossierOf(dossierCode)
  return { dossier, run: await runOf(world.app.db, dossier.id) }
}

describe('a dossier whose checks all hold', () => {
  test('is issued with no officer, by the states, steps, clock and papers of every other', async () => {
    const code = await world.file()
    const { dossier, run } = await decided(code)
    expect(run).toMatchObject({ state: 'issued', reason: null })
    expect(run?.checks.map(({ is }) => is)).toEqual(['passes', 'passes', 'passes', 'passes', 'passes'])
    expect(dossier).toMatchObject({
      handling: 'delivered',
      money: 'nothing-due',
      delivery: 'handed-over',
      appraisal: 'eligible',
    })

    const steps = await stepsOf(world.app.db, dossier.id)
    expect(steps.map(({ action }) => action)).toEqual([
      'submitDossier',
      'receiveDossier',
      'takeDossier',
      'recordAppraisal',
      'draftResult',
      'approveResult',
      'signResult',
      'sealResult',
      'deliverResult',
    ])
    const byMachine = steps.slice(1, -1)
    expect(new Set(byMachine.map(({ byName }) => byName))).toEqual(
      new Set(['Hệ thống tự động, theo văn bản số 118/QĐ-UBND ngày 02/11/2026']),
    )
    expect(byMachine.every(({ byAccountId }) => byAccountId === null)).toBe(true)
    expect((await clockEntriesOf(world.app.db, dossier.id)).map(({ kind }) => kind)).toEqual(['received', 'finished'])

    const lines = await linesOf(dossier.id)
    expect(lines.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'instant.judged',
        'dossiers.received',
        'results.approved',
        'results.released',
        'results.sealed',
        'instant.issued',
      ]),
    )
    expect(lines.find(({ what }) => what === 'results.sealed')).toMatchObject({
      actor: 'system:instant',
      facts: { underAuthority: { authority: run?.authorityId, number: '118/QĐ-UBND' } },
    })
    const papers = (await world.read(getDossier, world.people.desk, { dossierCode: code })).papers
    expect(papers.map(({ form }) => form)).toEqual(expect.arrayContaining(['appointment-slip', 'handling-sheet']))
  })

  test('carries the agency’s signature and nobody’s name as signing', async () => {
    const code = await world.file()
    await decided(code)
    const { issued, result } = await world.read(getResult, world.people.hanh, { dossierCode: code })
    expect(result).toMatchObject({ signatoryAccountId: null, draftedByAccountId: null, template: 'civil-status' })
    expect(result.content.facts).toEqual([
      { label: 'Họ và tên', value: 'Nguyễn Thu Hạnh' },
      { label: 'Ngày sinh', value: '14/03/1988' },
      { label: 'Giới tính', value: 'Nữ' },
      { label: 'Nơi cư trú', value: 'Tổ 5, khu 2, phường Bãi Cháy, thành phố Quảng Ninh' },
    ])
    const { file } = await world.read(downloadResult, world.people.hanh, { dossierCode: code })
    const pdf = await world.app.files.bytes(file.sha256)
    const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')
    expect(text).toContain('PHÁT HÀNH TỰ ĐỘNG')
    expect(text).toContain('theo văn bản số 118/QĐ-UBND ngày 02/11/2026')
    expect(text).toContain('bạn có quyền đề nghị cán bộ xem lại')
    expect(text).toContain('Các mục trên lấy từ dữ liệu Nhà nước đang giữ lúc')
    expect(text).not.toContain('Bùi Đức Thịnh')
    const judged = await world.read(verifyDocument, ANONYMOUS, { code: issued?.verificationCode ?? '' })
    expect(judged.document).toMatchObject({
      state: 'in-force',
      signatory: 'Hệ thống tự động, theo văn bản số 118/QĐ-UBND ngày 02/11/2026',
    })
  })

  test.runIf(hasPeers)('is believed by a stranger’s reader', async () => {
    const code = await world.file()
    await decided(code)
    const { file } = await world.read(downloadResult, world.people.hanh, { dossierCode: code })
    const said = await askPoppler(world.pki.root, await world.app.files.bytes(file.sha256))
    expect(said).toMatchObject([{ signer: 'Ủy ban nhân dân phường Bãi Cháy', valid: true, trusted: true }])
  })

  test('is decided once, however often the job comes, and goes on where a killed process stopped', async () => {
    const code = await world.file()
    const { id: dossierId } = await dossierOf(code)
    const { sealKey } = world
    let asked = 0
    // The process dies when the key is to be used; the second time it lives.
    world.app.ports.set(automaticKeysPort, {
      pinOf: async (keyRef) => {
        asked += 1
        if (asked === 2) throw new Error('killed')
        return keyRef === sealKey ? world.pins.seal : undefined
      },
    })
    await expect(decideInstantly.run(world.app, { dossierId })).rejects.toThrow('killed')
    expect((await dossierOf(code)).handling).toBe('awaiting-seal')
    await decideInstantly.run(world.app, { dossierId })
    const { dossier } = await decided(code)
    expect(dossier.handling).toBe('delivered')
    await decideInstantly.run(world.app, { dossierId })
    expect((await linesOf(dossier.id)).filter(({ what }) => what === 'instant.judged')).toHaveLength(1)
    expect((await stepsOf(world.app.db, dossier.id)).filter(({ action }) => action === 'sealResult')).toHaveLength(1)
  })
})

test('what was begun and lies still for five minutes is a person’s, and no late job goes on with it', async () => {
  const code = await world.file()
  const { id: dossierId } = await dossierOf(code)
  const asked = { times: 0 }
  world.app.ports.set(automaticKeysPort, {
    pinOf: async (keyRef) => {
      asked.times += 1
      if (asked.times > 1) throw new Error('killed')
      return keyRef === world.sealKey ? world.pins.seal : undefined
    },
  })
  await expect(decideInstantly.run(world.app, { dossierId })).rejects.toThrow('killed')
  world.permitKey(true)
  world.clock.advance(4)
  await giveUpStuckRuns.run(world.app, {})
  expect((await runOf(world.app.db, dossierId))?.state).toBe('passed')
  world.clock.advance(2)
  await giveUpStuckRuns.run(world.app, {})
  expect(await runOf(world.app.db, dossierId)).toMatchObject({ state: 'to-person', reason: { code: 'instant.stuck' } })
  await decideInstantly.run(world.app, { dossierId })
  expect((await dossierOf(code)).handling).toBe('received')
})

describe('what a check is not sure of', () => {
  test.each([
    [
      'a register that does not answer',
      { lookUp: () => Promise.reject(new Error('away')) },
      {},
      'register-away',
      'unsure',
    ],
    ['a register that is slow', { lookUp: () => new Promise<never>(() => undefined) }, {}, 'register-slow', 'unsure'],
    [
      'a person the register does not know',
      { lookUp: async () => ({ found: false, why: 'unknown' }) as const },
      {},
      'not-in-register',
      'fails',
    ],
    ['another day of birth', {}, { bornOn: '1988-03-15' }, 'register-differs', 'fails'],
  ] as const)('%s: to a person, with the reason', async (_, side, answers, why, is) => {
    world.register(side)
    const code = await world.file({ answers })
    const { dossier, run } = await decided(code)
    expect(run).toMatchObject({ state: 'to-person', reason: { code: why } })
    expect(run?.checks.find(({ code: check }) => check === 'register-confirms')).toMatchObject({ is })
    // In the ordinary queue, untouched.
    expect(dossier).toMatchObject({ handling: 'submitted', receivedAt: null })
  })

  test('a paper handed in: a person reads it', async () => {
    const { run } = await decided(await world.file({ withPaper: true }))
    expect(run).toMatchObject({ state: 'to-person', reason: { code: 'papers-to-read' } })
  })

  test('a key the keeper did not give: nothing is begun', async () => {
    world.permitKey(false)
    const { dossier, run } = await decided(await world.file())
    expect(run?.reason).toEqual({ code: 'instant.no-automatic-key' })
    expect(dossier.handling).toBe('submitted')
  })

  test('a time-stamp authority that is down: sealed, and issued when it answers again, with no officer', async () => {
    world.timestamps.behave({ mode: 'down' })
    const { dossier, run } = await decided(await world.file()).finally(() =>
      world.timestamps.behave({ mode: 'normal' }),
    )
    expect(run?.state).toBe('passed')
    expect(dossier).toMatchObject({ handling: 'awaiting-seal', finishedAt: null })
    world.clock.advance(6)
    await giveUpStuckRuns.run(world.app, undefined)
    expect((await runOf(world.app.db, dossier.id))?.state).toBe('passed')
    expect(await raiseAll(world.app)).toMatchObject({ completed: 1, failed: 0 })
    expect((await dossierById(world.app.db, dossier.id))?.finishedAt).not.toBeNull()
    await giveUpStuckRuns.run(world.app, undefined)
    expect((await runOf(world.app.db, dossier.id))?.state).toBe('issued')
  })

  test('a procedure switched off is decided by people, from the next dossier on', async () => {
    const { administrator } = world
    const input = { procedureCode: FROM_THE_BOOK, on: false, reason: 'Sổ gốc đang được chỉnh lý.' }
    await world.run(switchInstant, administrator, input)
    expect(await codeOf(world.run(switchInstant, administrator, input))).toBe('instant.switch-same')
    expect(await codeOf(world.run(switchInstant, world.people.head, input))).toBe('platform.forbidden')
    const { dossier, run } = await decided(await world.file())
    expect(run).toBeUndefined()
    expect(dossier.handling).toBe('submitted')
    await world.run(switchInstant, administrator, { ...input, on: true, reason: 'Sổ gốc đã chỉnh lý xong.' })
    expect((await decided(await world.file())).run?.state).toBe('issued')
  })
})

describe('the right to a person', () => {
  test('takes the result up again for an officer; it stays in force until theirs is issued', async () => {
    const code = await world.file()
    await decided(code)
    const asked = { dossierCode: code, reason: 'Ghi thiếu nơi sinh của tôi.' }
    expect(await codeOf(world.run(askForPerson, world.people.dong, asked))).toBe('platform.not-found')
    expect(await world.run(askForPerson, world.people.hanh, asked)).toMatchObject({ handling: 'received' })
    expect(await codeOf(world.run(askForPerson, world.people.hanh, asked))).toBe('instant.asked-before')
    expect(await world.read(getResult, world.people.hanh, { dossierCode: code })).toMatchObject({
      result: { no: 1, state: 'delivered' },
      underWay: { newNo: 2, reason: asked.reason, byName: 'Nguyễn Thu Hạnh' },
    })
    await world.run(takeDossier, world.people.specialist, { dossierCode: code })
  })

  test('is for what a machine decided alone', async () => {
    const dossierCode = await world.sealed()
    expect(await codeOf(world.run(askForPerson, world.people.hanh, { dossierCode, reason: 'Xem lại giúp tôi.' }))).toBe(
      'instant.not-by-machine',
    )
  })
})
