import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { parseCsv } from '../../platform/csv.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { execute, oneRow, rows, sql } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Type } from 'typebox'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import {
  dossiersJobs,
  dossiersReactions,
  dossiersRefusals,
  getDossier,
  receiveDossier,
  submitDossier,
  withdrawDossier,
} from '../index.ts'
import { paperOf, textOf } from '../papers/testing.ts'
import { aFiling } from '../testing.ts'
import { closeRegister } from './close-register.ts'
import { enterRegister } from './enter-register.ts'
import { exportRegister } from './export-register.ts'
import { checkRegister, getRegister, listRegisters } from './get-register.ts'
import { LINES_A_PART, printRegister } from './print-register.ts'

let world: TestApp
let hanh: Citizen
let desk: Officer
let otherDesk: Officer
let supervisor: Officer
let deskId: string

const SYSTEM = { kind: 'system', name: 'test' } as const
const know = action({
  name: 'test.know-owner',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )

async function received(): Promise<{ id: string; code: string }> {
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, '2.000815'))
  await run(receiveDossier, desk, { dossierCode: code })
  return oneRow(
    world.app.db,
    sql<{ id: string; code: string }>`select id, code from dossiers.dossier where code = ${code}`,
  )
}

/** Copies a dossier with its steps and clock many times over, each received a minute after the one before. */
async function copy(code: string, count: number): Promise<string[]> {
  const made = await rows(
    world.app.db,
    sql<{ id: string }>`
      with copied as (
        insert into dossiers.dossier
        select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', d.code || '-' || n,
          'received_at', d.received_at + n * interval '1 minute'))).*
        from dossiers.dossier d, generate_series(1, ${count}::int) n where d.code = ${code}
        returning id)
      select id from copied`,
  )
  return made.map(({ id }) => id)
}

beforeAll(async () => {
  world = await openTestApp({
    province: true,
    work: { jobs: dossiersJobs, reactions: dossiersReactions },
    refusals: dossiersRefusals,
  })
  world.app.ports.set(virusScanPort, noScanner)
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await run(know, SYSTEM, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  ;[desk, otherDesk, supervisor] = (await Promise.all(['anh.vn', 'thang.lv', 'binh.nth'].map(officer))) as [
    Officer,
    Officer,
    Officer,
  ]
  deskId = desk.grants[0]?.unitId ?? ''
}, 180_000)
afterAll(() => world.close())

describe('the register of a desk', () => {
  let codes: { id: string; code: string }[]

  test('gives each received dossier the next line, once, whoever asks twice', async () => {
    codes = [await received(), await received(), await received()]
    const entered = []
    for (const { id } of codes.toReversed()) entered.push(await run(enterRegister, SYSTEM, { dossierId: id }))
    // The last one was asked for first; those received before it stand before it all the same.
    expect(entered).toEqual([3, 2, 1].map((line) => ({ book: '01/2026', line })))
    expect(await run(enterRegister, SYSTEM, { dossierId: codes[1]?.id })).toEqual({ book: '01/2026', line: 2 })
  })

  test('counts without gaps or doubles when many are entered at once', async () => {
    const ids = await copy(codes[0]?.code ?? '', 12)
    const entered = await Promise.all([...ids, ...ids].map((dossierId) => run(enterRegister, SYSTEM, { dossierId })))
    const numbers = entered.map((entry) => entry?.line ?? 0)
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 4))
  })

  test('shows what the form asks for, to the desk and the supervisor, not to another desk', async () => {
    await run(withdrawDossier, hanh, { dossierCode: codes[2]?.code, reason: 'Không cần nữa' })
    const page = await read(getRegister, desk, { deskId, year: 2026 })
    expect(page.lines).toHaveLength(15)
    expect(page.lines[0]).toMatchObject({
      lineNo: 1,
      dossierCode: codes[0]?.code,
      procedure: { code: '2.000815' },
      sets: 1,
      applicant: 'Nguyễn Thu Hạnh',
      phone: '0912000512',
      dueOn: '2026-11-23',
      end: null,
    })
    expect(page.lines[2]?.end).toMatchObject({ how: 'withdrawn' })
    expect((await read(getRegister, supervisor, { deskId, year: 2026 })).book).toBe('01/2026')
    expect(await codeOf(read(getRegister, otherDesk, { deskId, year: 2026 }))).toBe('platform.not-found')
    expect(await codeOf(read(getRegister, hanh, { deskId, year: 2026 }))).toBe('platform.forbidden')
    expect(await read(listRegisters, desk, {})).toMatchObject([{ deskId, year: 2026, isClosed: false }])
    expect((await read(getRegister, desk, { deskId, year: 2026, month: 10 })).lines).toEqual([])
    expect((await read(getRegister, desk, { deskId, year: 2026, month: 11, after: 14 })).lines).toHaveLength(1)
  })

  test('is exported line for line, and no cell is computed by a spreadsheet', async () => {
    await execute(
      world.app.db,
      sql`update dossiers.dossier set applicant = jsonb_set(applicant, '{address}', ${JSON.stringify('=cmd(), "x"')}::jsonb) where id = ${codes[1]?.id}`,
    )
    const { csv } = await read(exportRegister, desk, { deskId, year: 2026 })
    let text = ''
    for await (const part of csv) text += part
    expect(text.startsWith('\uFEFFTT,Mã hồ sơ,')).toBe(true)
    const lines = parseCsv(text)
    expect(lines).toHaveLength(16)
    expect(lines[2]?.[6]).toBe(`'=cmd(), "x"`)
    expect(lines[3]?.[13]).toBe('Người nộp rút ngày 20/11/2026.')
  })

  test('is printed across A4 and reads back', async () => {
    const { pdf } = await read(printRegister, desk, { deskId, year: 2026, month: 11 })
    const text = textOf(pdf)
    expect(paperOf(pdf)).toEqual([297, 210])
    for (const words of [
      'SỔ THEO DÕI HỒ SƠ',
      'Quyển số: 01/2026. Tháng 11/2026. Từ số thứ tự 1 đến 15.',
      'Mẫu số 07, Thông tư 03/2025/TT-VPCP',
      codes[0]?.code ?? '',
      'Nguyễn Thu Hạnh',
      '20/11/2026',
      'Người nộp rút ngày 20/11/2026.',
    ])
      expect(text).toContain(words)
    expect(await codeOf(read(printRegister, desk, { deskId, year: 2026, month: 3 }))).toBe('platform.not-found')
  })

  test('is not closed while its year runs, nor by the desk itself', async () => {
    expect(await codeOf(run(closeRegister, supervisor, { deskId, year: 2026 }))).toBe('dossiers.register-year-runs')
    expect(await codeOf(run(closeRegister, desk, { deskId, year: 2026 }))).toBe('platform.forbidden')
    expect(await read(checkRegister, desk, { deskId, year: 2026 })).toBeNull()
  })

  test('closes with what was received and not yet entered, once, and takes no more', async () => {
    const late = await received()
    world.clock.set('2027-01-04T09:00:00+07:00')
    const closed = await run(closeRegister, supervisor, { deskId, year: 2026 })
    expect(closed).toMatchObject({ book: '01/2026', lineCount: 16, openCount: 15 })
    expect(closed.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await run(enterRegister, SYSTEM, { dossierId: late.id })).toEqual({ book: '01/2026', line: 16 })
    expect(await codeOf(run(closeRegister, supervisor, { deskId, year: 2026 }))).toBe('dossiers.register-closed')
    const [smuggled] = await copy(late.code, 1)
    expect(await codeOf(run(enterRegister, SYSTEM, { dossierId: smuggled }))).toBe('dossiers.register-closed')
    const { pdf } = await read(printRegister, supervisor, { deskId, year: 2026 })
    expect(textOf(pdf).replaceAll(' ', '')).toContain(closed.digest)
  })

  test('agrees with its count after later work, and no longer once a line was changed', async () => {
    await run(withdrawDossier, hanh, { dossierCode: codes[0]?.code, reason: 'Không cần nữa' })
    const now = await read(getRegister, desk, { deskId, year: 2026 })
    expect(now.lines[0]?.end).toMatchObject({ how: 'withdrawn' })
    expect(await read(checkRegister, desk, { deskId, year: 2026 })).toMatchObject({ matches: true, lineCount: 16 })
    await execute(
      world.app.db,
      sql`update dossiers.dossier set applicant = jsonb_set(applicant, '{fullName}', '"Nguyễn Thu Hành"') where id = ${codes[1]?.id}`,
    )
    expect(await read(checkRegister, desk, { deskId, year: 2026 })).toMatchObject({ matches: false })
  })

  test('begins a second book in the next year', async () => {
    const { id } = await received()
    expect(await run(enterRegister, SYSTEM, { dossierId: id })).toEqual({ book: '02/2027', line: 1 })
  })
})

test('a dossier that ended keeps its handling sheet, for offices only', async () => {
  const { code } = await received()
  await run(withdrawDossier, hanh, { dossierCode: code, reason: 'Không cần nữa' })
  await world.app.jobs.drain()
  const kept = (await read(getDossier, desk, { dossierCode: code })).papers.map(({ form }) => form)
  expect(kept.filter((form) => form === 'handling-sheet')).toHaveLength(1)
  expect((await read(getDossier, hanh, { dossierCode: code })).papers.map(({ form }) => form)).not.toContain(
    'handling-sheet',
  )
})

test('a year of two thousand lines is printed in parts and closed', async () => {
  const { code, id } = await received()
  await run(enterRegister, SYSTEM, { dossierId: id })
  await copy(code, 2_000)
  world.clock.set('2028-01-03T09:00:00+07:00')
  const closed = await run(closeRegister, supervisor, { deskId, year: 2027 })
  expect(closed.lineCount).toBe(2_003)
  let pages = 0
  for (let part = 1; part <= Math.ceil(2_003 / LINES_A_PART); part += 1) {
    const { pdf } = await read(printRegister, supervisor, { deskId, year: 2027, part })
    pages += Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }))?.[1])
  }
  expect(pages).toBeGreaterThan(50)
  expect(await codeOf(read(printRegister, supervisor, { deskId, year: 2027, part: 6 }))).toBe('platform.not-found')
}, 240_000)
