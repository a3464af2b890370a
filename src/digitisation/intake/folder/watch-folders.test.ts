import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import { newId } from '../../../platform/id.ts'
import { documentsRefusals, noScanner, virusScanPort } from '../../../documents/index.ts'
import { aPdf } from '../../../documents/testing.ts'
import { digitisationJobs } from '../../index.ts'
import { digitisationRefusals } from '../../texts.ts'
import { filesOfScan, pagesOfScan, scansOfUnits } from '../store.ts'
import { endWayAt, insertWay } from '../ways/store.ts'
import { watchFolders } from './watch-folders.ts'

const unitId = newId()
const wayId = newId()
let world: TestApp
let folder: string
beforeAll(async () => {
  const refusals = { ...documentsRefusals, ...digitisationRefusals }
  world = await openTestApp({ work: { jobs: digitisationJobs, reactions: [] }, refusals })
  world.app.ports.set(virusScanPort, noScanner)
  const way = { kind: 'folder', unitId, place: 'quay-1', splitAt: 'file', handsOn: 'by-itself' } as const
  await insertWay(world.app.db, { id: wayId, ...way, setUpBy: 'test', setUpAt: world.clock.now(), endedAt: null })
  folder = join(world.app.settings.scanFolder, 'quay-1')
  await mkdir(folder, { recursive: true })
}, 60_000)
afterAll(() => world.close())
let before = 0
beforeEach(async () => {
  before = (await scans()).length
})

const scans = () => scansOfUnits(world.app.db, [unitId], { before: undefined, limit: 50 })
const look = () => watchFolders.run(world.app, {})
const left = async () =>
  (await readdir(folder, { withFileTypes: true })).flatMap((one) => (one.isFile() ? [one.name] : []))

async function drop(name: string, bytes: Uint8Array | string, secondsAgo = 60): Promise<void> {
  await writeFile(join(folder, name), bytes)
  const at = world.clock.now().getTime() / 1000 - secondsAgo
  await utimes(join(folder, name), at, at)
}

it('takes each whole file once, as a scan of its desk, and moves it away', async () => {
  await drop('quet-001.pdf', aPdf({ pages: 3 }))
  await look()
  await look()
  const [scan, ...others] = await scans()
  expect(others).toHaveLength(before)
  expect(scan).toMatchObject({ source: 'scanner-folder', unitId, title: 'quet-001.pdf', state: 'preparing' })
  expect(await pagesOfScan(world.app.db, scan?.id ?? '')).toHaveLength(3)
  expect(await left()).toEqual([])
  expect(await readdir(join(folder, 'da-nhan'))).toEqual([`${scan?.id}-quet-001.pdf`])
})

it('a stop between taking and moving takes nothing twice', async () => {
  const bytes = aPdf({ pages: 2 })
  await drop('quet-002.pdf', bytes)
  await look()
  await drop('quet-002.pdf', bytes)
  await look()
  expect(await scans()).toHaveLength(before + 1)
  expect(await left()).toEqual([])
})

it('waits for what is being written, by its time and by its name', async () => {
  await drop('moi.pdf', aPdf(), 2)
  await drop('dang-ghi.pdf.part', aPdf())
  await drop('dut.pdf', '%PDF-1.7 chưa xong', 30)
  await look()
  expect(await left()).toEqual(['dang-ghi.pdf.part', 'dut.pdf', 'moi.pdf'])
  expect(await scans()).toHaveLength(before)
})

it('what cannot be taken goes aside with the reason, and stands in the list', async () => {
  await drop('dut.pdf', '%PDF-1.7 chưa xong', 300)
  await drop('dang-ghi.pdf.part', '')
  await look()
  const scan = (await scans()).find(({ title }) => title === 'dut.pdf')
  expect(scan?.state).toBe('ready')
  expect((await filesOfScan(world.app.db, scan?.id ?? ''))[0]?.failure).toMatchObject({ code: 'documents.pdf-broken' })
  const reason = await readFile(join(folder, 'khong-nhan', `${scan?.id}-dut.pdf.txt`), 'utf8')
  expect(reason).toContain('dut.pdf')
})

it('takes a whole register, and says of a longer one how many pages it may have', async () => {
  const { scan } = world.app.settings.uploadLimits
  await drop('so-1994.pdf', aPdf({ pages: 400 }))
  await look()
  const [register] = await scans()
  expect(await pagesOfScan(world.app.db, register?.id ?? '')).toHaveLength(400)
  world.app.settings.uploadLimits.scan = { ...scan, pages: 399 }
  await drop('so-1995.pdf', aPdf({ pages: 400, catalog: '/Lang (vi)' }), 300)
  await look()
  world.app.settings.uploadLimits.scan = scan
  const refused = (await scans()).find(({ title }) => title === 'so-1995.pdf')
  const reason = await readFile(join(folder, 'khong-nhan', `${refused?.id}-so-1995.pdf.txt`), 'utf8')
  expect(reason).toContain('Tệp so-1995.pdf có 400 trang, nhiều nhất là 399 trang')
})

it('a way that was ended is not looked into', async () => {
  await endWayAt(world.app.db, wayId, world.clock.now())
  await drop('quet-009.pdf', aPdf())
  await look()
  expect(await scans()).toHaveLength(before)
})
