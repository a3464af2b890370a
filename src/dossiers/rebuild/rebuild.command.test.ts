import { Type } from 'typebox'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Citizen, Officer } from '../../platform/actor.ts'
import { addDays, vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { journalCommand } from '../../platform/journal/verify.command.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import { dossiersJobs } from '../index.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { submitDossier } from '../filing/submit-dossier.ts'
import { requestSupplement } from '../supplement/request-supplement.ts'
import { supplyDossier } from '../supplement/supply-dossier.ts'
import { dossiersRefusals } from '../texts.ts'
import { aFiling, uploadPdf } from '../testing.ts'
import { ROW_KINDS } from './kept-rows.ts'
import { rebuildCommand } from './rebuild.command.ts'

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

let world: TestApp
let owner: pg.Client
let hanh: Citizen
let desk: Officer
let untouched: string

beforeAll(async () => {
  world = await openTestApp({
    province: true,
    work: { jobs: dossiersJobs, reactions: [] },
    refusals: dossiersRefusals,
  })
  world.app.ports.set(virusScanPort, noScanner)
  owner = new pg.Client({ connectionString: world.database.url('motcua_owner') })
  await owner.connect()
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  const account = await accountBySignInName(world.app.db, 'anh.vn')
  if (!account) throw new Error('nobody at the desk')
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  desk = { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
  untouched = (await supplied()).code
}, 180_000)
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

/** A dossier filed, asked for more, answered with a file of before and another, and received. */
async function supplied(): Promise<{ code: string; id: string }> {
  const { app, clock } = world
  const filing = await aFiling(app, hanh, '2.000815')
  const { code, dossierId } = await runAction(app, submitDossier, hanh, filing)
  await runAction(app, requestSupplement, desk, {
    dossierCode: code,
    items: [{ what: 'Bản chính', reason: 'Ảnh mờ', how: 'Chụp lại' }],
    replyBy: addDays(vietnamDate(clock.now()), 3),
  })
  const [paper] = filing.components
  const components = [{ ...paper, fileIds: [...(paper?.fileIds ?? []), await uploadPdf(app, hanh, 'Chup lai')] }]
  await runAction(app, supplyDossier, hanh, { dossierCode: code, components, note: 'Tôi gửi lại' })
  await runAction(app, receiveDossier, desk, { dossierCode: code })
  return { code, id: dossierId }
}

async function command(...argv: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const io = { out: (text: string) => void lines.push(text), err: (text: string) => void lines.push(text) }
  const code = await journalCommand([rebuildCommand]).run(['rebuild', ...argv], io, world.app)
  return { code, out: lines.join('\n') }
}

describe('motcua journal rebuild', () => {
  test('says that the journal rebuilds every dossier', async () => {
    expect(await command()).toEqual({
      code: 0,
      out: 'Nhật ký dựng lại đúng trạng thái đang lưu của cả 1 hồ sơ.',
    })
    expect(JSON.parse((await command('--json')).out)).toEqual({ count: 1, same: 1, wrong: [] })
  })

  test.each([
    [
      'a state',
      `update dossiers.dossier set handling = 'refused' where id = $1`,
      'dossier.handling lưu refused, theo nhật ký là received',
    ],
    [
      'an owner',
      `update dossiers.dossier set submitter_citizen_id = gen_random_uuid() where id = $1`,
      'dossier.submitterCitizenId lưu',
    ],
    [
      'an answer',
      `update dossiers.dossier set answers = answers || '{"phone": "0900000000"}' where id = $1`,
      'dossier.answers lưu',
    ],
    ['a date', `update dossiers.dossier set due_on = due_on + 1 where id = $1`, 'dossier.dueOn lưu'],
    [
      'who did a step',
      `update dossiers.step set by_name = 'Ai đó' where dossier_id = $1 and no = 2`,
      'step 2.byName lưu',
    ],
    [
      'a step',
      `delete from dossiers.step where dossier_id = $1 and no = 4`,
      'step 4.action lưu không có gì, theo nhật ký là receiveDossier',
    ],
    [
      'an event of the clock',
      `update dossiers.clock_event set due_at = due_at + interval '1 hour' where dossier_id = $1`,
      'clockEvent 1.dueAt lưu',
    ],
    [
      'what was asked for',
      `update dossiers.supplement_item set what = 'Bản khác' where dossier_id = $1`,
      'supplementItem 1 1.what lưu',
    ],
    [
      'a paper left out',
      `delete from dossiers.component_file where dossier_id = $1 and round = 1`,
      '.round lưu không có gì, theo nhật ký là 1',
    ],
    [
      'what is in a file',
      `update documents.file set sha256 = repeat('0', 64) where id in (select file_id from dossiers.component_file where dossier_id = $1)`,
      '.sha256 lưu 0000',
    ],
  ])('finds %s changed past the application, and where', async (_, change, found) => {
    const { code, id } = await supplied()
    expect((await command('--dossier', code)).code).toBe(0)
    await owner.query(change, [id])
    const one = await command('--dossier', code.toLowerCase())
    expect(one.code).toBe(1)
    expect(one.out).toContain(`Hồ sơ ${code}: `)
    expect(one.out).toContain(found)
    expect((await command('--dossier', untouched)).code).toBe(0)
  })

  test('finds a dossier that is gone, and one that the journal does not begin with', async () => {
    const [gone, strange] = [await supplied(), await supplied()]
    for (const table of [
      'component_file',
      'component',
      'step',
      'clock_event',
      'supplement_item',
      'supplement_request',
      'answer_origin',
    ]) {
      await owner.query(`delete from dossiers.${table} where dossier_id = $1`, [gone.id])
    }
    await owner.query('delete from dossiers.dossier where id = $1', [gone.id])
    await owner.query(`delete from platform.journal_line where subject = $1 and seq = 1`, [`dossier:${strange.id}`])
    const all = await command()
    expect(all.code).toBe(1)
    expect(all.out).toContain(`Hồ sơ ${gone.code}: có trong nhật ký mà không còn trong sổ.`)
    expect(all.out).toContain(`Hồ sơ ${strange.code}: nhật ký không ghi hồ sơ bắt đầu với những gì`)
    expect(all.out).not.toContain(untouched)
    const { wrong } = JSON.parse((await command('--json')).out) as { wrong: { code: string; state: string }[] }
    expect(wrong.find(({ code }) => code === gone.code)?.state).toBe('gone')
  })

  test('looks at every table a dossier has rows in', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select table_name as name from information_schema.columns
      where table_schema = 'dossiers' and column_name = 'dossier_id'`)
    const kept = new Set(ROW_KINDS.map((kind) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)))
    // Who was reminded, who helped its person, and what they have only half answered is no state of the dossier.
    const unkept = rows.map(({ name }) => name).filter((name) => !kept.has(name))
    expect(unkept.toSorted()).toEqual(['half_answer', 'half_taking', 'help', 'reminder'])
  })

  test('explains itself and refuses what it does not know', async () => {
    expect(await command('--help')).toMatchObject({ code: 0, out: expect.stringContaining('motcua journal rebuild') })
    expect((await command('--all')).code).toBe(2)
    expect(await command('--dossier', 'H49.1-261120-0001')).toEqual({
      code: 2,
      out: 'Không có hồ sơ nào mang mã H49.1-261120-0001.',
    })
  })
})
