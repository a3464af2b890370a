import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import type { Actor, Officer } from '../platform/actor.ts'
import { newId } from '../platform/id.ts'
import { linesOf } from '../platform/journal/read.ts'
import {
  answerDispute,
  disputeEntry,
  getVaultEntry,
  getVaultFile,
  listDisputes,
  vaultEntriesOf,
  type VaultEntry,
} from '../documents/index.ts'
import { deliverResult, downloadResult } from '../results/index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../results/testing.ts'
import { archiveCommand } from './command/archive.command.ts'
import { confirmDestruction, proposeDestruction, withdrawProposal } from './destroy-copies.ts'
import { listDuePapers } from './due-papers.ts'
import { downloadPackage, getPackage, listPackages } from './get-package.ts'
import { holdPaper, releasePaper } from './hold-paper.ts'
import { makePackage } from './make-package.ts'
import { noteReceipt } from './note-receipt.ts'
import { whyNotConfirm, whyNotNoteReceipt, whyNotPropose, type Destruction } from './package.ts'
import { retentionOf, dueOn, type RetentionRule } from './retention.ts'
import { archiveWorkspaceRoutes } from './workspace/routes.tsx'
import { archiveRefusals } from './texts.ts'

let world: ResultsWorld
let site: BareWeb
let actor: Actor
let clerk: Officer
let entry: VaultEntry
let dossierCode: string
let folder: string

beforeAll(async () => {
  world = await openResultsWorld()
  Object.assign(world.app.refusals, archiveRefusals)
  clerk = world.people.clerk
  actor = clerk
  site = await openBareWeb(world.app, () => actor, archiveWorkspaceRoutes)
  dossierCode = await world.sealed()
  await world.app.jobs.drain()
  entry = await own()
  folder = await mkdtemp(join(tmpdir(), 'motcua-archive-'))
}, 180_000)
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await site?.close()
  await world?.close()
})

/** `motcua archive` on this installation. */
async function command(...argv: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const io = { out: (text: string) => void (said += text), err: (text: string) => void (said += text) }
  const code = await archiveCommand((work) => work(world.app)).run(argv, io, undefined)
  return { code, said }
}

async function own(): Promise<VaultEntry> {
  const { app, people } = world
  const entries = await vaultEntriesOf(app.db, [{ kind: 'personal-id', number: people.hanh.personalId }])
  const found = entries.find(({ proof }) => proof === 'issued-here')
  if (!found) throw new Error('nothing in the vault')
  return found
}
const due = async (who: Actor = clerk) =>
  (await world.read(listDuePapers, who, {})).units.flatMap(({ papers }) => papers)
const make = (entryIds: string[], who: Actor = clerk) =>
  world.undertake(makePackage, who, { unitId: entry.keeperUnitId, entryIds })
const receipt = {
  archiveName: 'Trung tâm Lưu trữ lịch sử tỉnh',
  number: '15/BBGN',
  receivedOn: '2027-11-24',
  receiverName: 'Trần Văn Lưu',
}
const decision = { decisionNumber: '88/QĐ-UBND', decidedOn: '2027-11-24', decidedBy: 'Chủ tịch UBND phường' }

describe('the rules', () => {
  const basis = { source: 'of this test', certainty: 'assumed' }
  const rules: RetentionRule[] = [
    { from: '2025-07-01', types: ['*'], operatingMonths: 12, keep: 10, ...basis },
    { from: '2026-01-01', types: ['land-use-right'], operatingMonths: 24, keep: 'permanent', ...basis },
  ]
  test.each([
    ['land-use-right', '2025-12-31', 10],
    ['land-use-right', '2026-01-01', 'permanent'],
    ['building-permit', '2026-01-01', 10],
    [null, '2026-01-01', 10],
    ['building-permit', '2025-06-30', undefined],
  ])('a %s on %s is kept %s', (type, on, keep) => {
    expect(retentionOf(type, on, rules)?.keep).toBe(keep)
  })

  test('count months as the law does', () => {
    expect(dueOn('2026-02-28', { operatingMonths: 12 })).toBe('2027-02-28')
    expect(dueOn('2026-08-31', { operatingMonths: 6 })).toBe('2027-02-28')
  })

  test('want a receipt before a destruction, and two people for it', () => {
    const today = '2027-11-24'
    const taken = { archiveName: 'A', number: '1', receivedOn: '2027-11-20', receiverName: 'B' }
    const proposal = { proposedByAccountId: 'a', proposedByName: 'A', confirmedAt: null } as Destruction
    const day = (decidedOn: string) =>
      whyNotPropose({ receipt: taken, destruction: undefined }, { decidedOn }, today)?.code
    expect(whyNotPropose({ receipt: null, destruction: undefined }, { decidedOn: today }, today)?.code).toBe(
      'archive.no-receipt',
    )
    expect([day('2027-11-19'), day('2027-11-25'), day(today)]).toEqual([
      'archive.decision-day',
      'archive.decision-day',
      undefined,
    ])
    expect(whyNotPropose({ receipt: taken, destruction: proposal }, { decidedOn: today }, today)?.code).toBe(
      'archive.proposed-before',
    )
    expect([
      whyNotConfirm(proposal, 'a')?.code,
      whyNotConfirm(proposal, 'b'),
      whyNotConfirm(undefined, 'b')?.code,
    ]).toEqual(['archive.two-people', undefined, 'archive.not-proposed'])
    expect(whyNotNoteReceipt({ receipt: null, madeOn: '2027-11-21' }, taken, today)?.code).toBe('archive.receipt-day')
    expect(whyNotNoteReceipt({ receipt: taken, madeOn: '2027-11-01' }, taken, today)?.code).toBe(
      'archive.received-before',
    )
  })
})

describe('a paper on its way to the archive', () => {
  let packageId: string

  test('is due a year after it entered, for the records clerk of its unit alone', async () => {
    expect(await due()).toEqual([])
    expect(await codeOf(make([entry.id]))).toBe('archive.not-due')
    world.clock.set('2027-11-24T02:00:00Z')
    const [one] = await due()
    expect(one).toMatchObject({ entry: { id: entry.id }, dueOn: '2027-11-20', hold: 'dossier-running' })
    expect(await due(world.people.otherClerk)).toEqual([])
    expect(await codeOf(due(world.people.specialist))).toBe('platform.forbidden')
  })

  test('stays while its dossier runs, while its owner disputes it, and while somebody holds it', async () => {
    const { people, run, read } = world
    expect(await codeOf(make([entry.id]))).toBe('archive.held')
    await run(deliverResult, people.desk, { dossierCode, how: 'counter', receiverName: people.hanh.fullName })
    expect((await due())[0]?.hold).toBeUndefined()
    await run(disputeEntry, people.hanh, { id: entry.id, words: 'Ngày sinh ghi sai' })
    expect((await due())[0]?.hold).toBe('disputed')
    const [disputed] = await read(listDisputes, people.clerk, {})
    const disputeId = disputed?.dispute.id ?? ''
    await run(answerDispute, people.clerk, { disputeId, outcome: 'is-right', answer: 'Giấy tờ đúng' })
    await run(holdPaper, clerk, { entryId: entry.id, reason: 'Thanh tra yêu cầu giữ' })
    expect(await codeOf(run(holdPaper, clerk, { entryId: entry.id, reason: 'Thanh tra lần nữa' }))).toBe(
      'archive.held-already',
    )
    expect(await codeOf(run(holdPaper, people.otherClerk, { entryId: entry.id, reason: 'Không phải của tôi' }))).toBe(
      'platform.not-found',
    )
    expect((await due())[0]?.hold).toBe('on-order')
    await run(releasePaper, clerk, { entryId: entry.id })
    expect(await codeOf(run(releasePaper, clerk, { entryId: entry.id }))).toBe('platform.not-found')
  })

  test('goes in a package whose every byte is told by its manifest', async () => {
    expect(await codeOf(make([]))).toBe('archive.nothing-chosen')
    expect(await codeOf(make([entry.id], world.people.otherClerk))).toBe('platform.not-found')
    expect((await command('due', '--as', 'huy.pq')).code).toBe(1)
    expect((await command('due', '--as', 'nobody')).said).toContain('Không có tài khoản cán bộ')
    expect((await command('make', '--as', 'hien.pt', '--into', folder)).said).toContain('Chưa có giấy tờ nào')
    expect((await command('due', '--as', 'nga.ht')).said).toContain(`20/11/2027  ${entry.title}`)
    const made = await command('make', '--as', 'nga.ht', '--into', folder, '--json')
    packageId = String(JSON.parse(made.said).packageId)
    expect(await command('verify', join(folder, 'GNL-2027-0001'))).toMatchObject({ code: 0 })
    expect(await due()).toEqual([])
    expect(await codeOf(make([entry.id]))).toBe('archive.not-due')
    const file = await world.read(downloadPackage, clerk, { packageId })
    expect(await codeOf(world.read(downloadPackage, world.people.otherClerk, { packageId }))).toBe('platform.not-found')
    const bag = unzipSync(await world.app.files.bytes(file.sha256))
    for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      for (const line of strFromU8(bag[name] ?? new Uint8Array())
        .trim()
        .split('\n')) {
        const [hash, path = ''] = line.split('  ')
        expect(
          createHash('sha256')
            .update(bag[path] ?? '')
            .digest('hex'),
        ).toBe(hash)
      }
    }
    const manifest = strFromU8(bag['manifest-sha256.txt'] ?? new Uint8Array())
    expect(Object.keys(bag).filter((name) => name.startsWith('data/') && !manifest.includes(name))).toEqual([])
    const told = strFromU8(bag['data/0001/mo-ta.xml'] ?? new Uint8Array())
    expect(told).toContain(`<dc:creator><!-- Cơ quan ban hành -->${entry.issuer}</dc:creator>`)
    expect(strFromU8(bag['data/0001/chu-ky.json'] ?? new Uint8Array())).toContain('"verdict": "valid"')
    expect(strFromU8(bag['bag-info.txt'] ?? new Uint8Array())).toContain('External-Identifier: GNL-2027-0001')
  })

  test('is known to be kept there once the archive’s receipt is noted', async () => {
    const { run, read, people } = world
    expect(await codeOf(run(proposeDestruction, clerk, { packageId, ...decision }))).toBe('archive.no-receipt')
    expect(await codeOf(run(noteReceipt, people.otherClerk, { packageId, ...receipt }))).toBe('platform.not-found')
    expect(await codeOf(run(noteReceipt, clerk, { packageId, ...receipt, receivedOn: '2027-11-23' }))).toBe(
      'archive.receipt-day',
    )
    const { archiveName, number, receivedOn, receiverName } = receipt
    const told = ['--archive', archiveName, '--number', number, '--on', receivedOn, '--receiver', receiverName]
    const taken = (as: string) => command('receipt', 'GNL-2027-0001', '--as', as, ...told)
    expect(await taken('hien.pt')).toMatchObject({ code: 1, said: expect.stringContaining('Không có gói') })
    expect(await taken('nga.ht')).toMatchObject({ code: 0 })
    expect(await taken('nga.ht')).toMatchObject({ code: 1, said: expect.stringContaining('15/BBGN') })
    expect((await command('write', 'GNL-2027-0001', '--as', 'nga.ht', '--into', folder)).said).toContain('đã có sẵn')
    expect(await codeOf(run(noteReceipt, clerk, { packageId, ...receipt }))).toBe('archive.received-before')
    expect((await read(getVaultEntry, people.hanh, { id: entry.id })).archived).toMatchObject({
      archiveName: receipt.archiveName,
      receiptNumber: '15/BBGN',
      closedAt: null,
    })
  })

  test('is destroyed with the office by two people; its owner goes on reading it', async () => {
    const { run, read, people } = world
    const fileId = entry.fileIds[0] ?? ''
    const officeOpens = () => codeOf(read(downloadResult, people.specialist, { dossierCode }))
    expect((await read(downloadResult, people.specialist, { dossierCode })).file.id).toBe(fileId)
    await run(proposeDestruction, clerk, { packageId, ...decision })
    expect(await codeOf(run(confirmDestruction, clerk, { packageId }))).toBe('archive.two-people')
    expect(await codeOf(run(confirmDestruction, people.otherLeader, { packageId }))).toBe('platform.not-found')
    expect(await codeOf(run(confirmDestruction, people.desk, { packageId }))).toBe('platform.forbidden')
    await run(withdrawProposal, people.leader, { packageId })
    expect(await codeOf(run(confirmDestruction, people.leader, { packageId }))).toBe('archive.not-proposed')
    await run(proposeDestruction, clerk, { packageId, ...decision })
    expect(await run(confirmDestruction, people.leader, { packageId })).toEqual({ closed: 1, held: 0 })
    expect(await codeOf(run(confirmDestruction, people.leader, { packageId }))).toBe('archive.destroyed-before')
    expect(await officeOpens()).toBe('documents.copy-closed')
    expect((await read(downloadResult, people.hanh, { dossierCode })).file.id).toBe(fileId)
    const file = await read(getVaultFile, people.hanh, { id: entry.id, no: 1 })
    expect(await world.app.files.has(file.sha256)).toBe(true)
    expect((await read(getPackage, people.leader, { packageId })).destruction).toMatchObject({
      confirmedByName: people.leader.fullName,
      closed: 1,
    })
    const lines = (await linesOf(world.app.db, `archive-package:${packageId}`)).map(({ what }) => what)
    expect(lines).toEqual(
      expect.arrayContaining(['archive.package-made', 'archive.receipt-noted', 'archive.copies-destroyed']),
    )
  })

  test('and its pages show it, losing nothing that was typed', async () => {
    const get = async (path: string) => (await site.web.inject({ url: path })).body
    expect(await get('/luu-tru')).toContain('Chưa có giấy tờ nào đến hạn nộp lưu')
    expect(await get('/luu-tru/goi')).toContain('GNL-2027-0001')
    const page = `/luu-tru/goi/${packageId}`
    expect(await get(page)).toContain('88/QĐ-UBND ngày 24/11/2027')
    const half = await site.post(`/luu-tru/giu/${entry.id}`, `${page}/bien-ban`, {
      'luu-tru': 'Trung tâm Lưu trữ',
      'so-bien-ban': '',
    })
    expect(half.statusCode).toBe(422)
    expect((await world.read(listPackages, world.people.otherLeader, {})).length).toBe(0)
    const held = await site.post(`/luu-tru/giu/${newId()}`, `/luu-tru/giu/${newId()}`, { 'ly-do': 'x' })
    expect(held.body).toContain('Viết lý do')
  })
})
