import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from '../platform/action.ts'
import type { Citizen, Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { runQuery } from '../platform/query.ts'
import {
  answerDispute,
  disputeEntry,
  documentsRefusals,
  getVaultEntry,
  keepInVault,
  noScanner,
  virusScanPort,
} from '../documents/index.ts'
import { aPaper } from '../documents/vault/testing.ts'
import { dossiersJobs, dossiersRefusals, submitDossier } from '../dossiers/index.ts'
import { aFiling, uploadPdf } from '../dossiers/testing.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../identity/index.ts'
import { unitByCode } from '../organisation/index.ts'
import { listNotifications, listOfficerNotices, notificationsJobs } from './index.ts'
import { disputeReactions } from './on-paper-disputed.ts'

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})
const SYSTEM = { kind: 'system', name: 'test' } as const

let world: TestApp
let hanh: Citizen

beforeAll(async () => {
  world = await openTestApp({
    province: true,
    work: { jobs: [...dossiersJobs, ...notificationsJobs], reactions: disputeReactions },
    refusals: { ...dossiersRefusals, ...documentsRefusals },
  })
  world.app.ports.set(virusScanPort, noScanner)
  const known = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, SYSTEM, known)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...known }
}, 180_000)
afterAll(() => world.close())

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

test('the unit that issued a paper hears that it is said to be wrong, its owner that there is an answer, each once', async () => {
  const { app } = world
  const { dossierId, code } = await runAction(app, submitDossier, hanh, await aFiling(app, hanh, '2.000815'))
  const agency = await unitByCode(app.db, 'H49.136', '2026-11-20')
  const fileIds = [await uploadPdf(app, hanh, 'Giay khai sinh')]
  const paper = aPaper({ fileIds, source: `dossier:${dossierId}`, sourceCode: code, keeperUnitId: agency?.id ?? '' })
  const { entryIds } = await runAction(app, keepInVault, SYSTEM, { papers: [paper] })
  const id = entryIds[0] ?? ''
  const { disputeId } = await runAction(app, disputeEntry, hanh, { id, words: 'Sai ngày sinh' })
  await app.jobs.drain()

  const clerk = await officer('nga.ht')
  const { items } = await runQuery(app, listOfficerNotices, clerk, {})
  expect(items.map(({ href }) => href)).toEqual([`/kho/bao-sai/${disputeId}`])
  const elsewhere = await runQuery(app, listOfficerNotices, await officer('hoa.nt'), {})
  expect(elsewhere.items).toEqual([])

  await runAction(app, answerDispute, clerk, { disputeId, outcome: 'is-right', answer: 'Đúng theo sổ gốc.' })
  await app.jobs.drain()
  const told = (await runQuery(app, listNotifications, hanh, {})).items
  expect(told.map(({ template, title, href }) => [template, title, href])).toEqual([
    ['vault-answered', 'Đã trả lời điều bạn báo sai: Giấy khai sinh', `/giay-to/${id}`],
  ])
  expect((await runQuery(app, getVaultEntry, hanh, { id })).disputes).toMatchObject([{ answer: 'Đúng theo sổ gốc.' }])
})
