import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { newId } from '../../platform/id.ts'
import { reaction } from '../../platform/events.ts'
import { documentsRefusals, noScanner, receiveUpload, virusScanPort } from '../../documents/index.ts'
import { aPdf } from '../../documents/testing.ts'
import { paperAssembled } from '../events.ts'
import { failPage } from './keep-page.ts'
import { PREPARER } from './prepare-pages.ts'
import type { PageQuality } from './quality/quality.ts'
import { insertSeparator } from './separators/store.ts'
import { settleScan } from './settle-scan.ts'
import type { Scan } from './scan.ts'
import { pagesOfScan, papersOfScan, savePrepared, scanById } from './store.ts'
import { takeScan } from './take-scan.ts'

const unitId = newId()
const SYSTEM = { kind: 'system', name: 'test' } as const
const OWN = 'MCPC-AB23CD45'
const FOREIGN = 'MCPC-ZZ99YY88'

let world: TestApp
const assembled: string[] = []
beforeAll(async () => {
  const hear = reaction(paperAssembled, 'test.hear', async (_, { paperId }) => void assembled.push(paperId))
  const idle = defineJob<{ scanId: string }>('digitisation.prepare-pages', {}, async () => {})
  world = await openTestApp({ work: { jobs: [idle], reactions: [hear] }, refusals: documentsRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  const sheet = {
    dossierId: null,
    dossierCode: null,
    componentCode: null,
    printedBy: 'test',
    printedAt: world.clock.now(),
  }
  await insertSeparator(world.app.db, { ...sheet, code: OWN, unitId, label: 'Sổ 1994' })
  await insertSeparator(world.app.db, { ...sheet, code: FOREIGN, unitId: newId(), label: 'Sổ của nơi khác' })
}, 60_000)
afterAll(() => world.close())

const good: PageQuality = { faults: [], sharp: 0.8, ink: 0.04 }
const bad: PageQuality = { ...good, faults: [{ kind: 'blurred', weight: 'again', places: [] }] }
const doubtful: PageQuality = { ...good, faults: [{ kind: 'coarse', weight: 'look', places: [] }] }

/** A scan whose pages were made: `g` good, `d` doubtful, `b` bad, `x` not made, `-` blank, `1` and `2` separators. */
async function aScan(drawn: string, how: Pick<Scan, 'handsOn' | 'splitAt'>): Promise<string> {
  const { app } = world
  const stream = Readable.from([aPdf({ pages: drawn.length, catalog: `/Lang (${newId()})` })])
  const { id: fileId } = await receiveUpload(app, SYSTEM, { name: 'chong.pdf', stream })
  const given = { source: 'register' as const, unitId, title: 'Chồng giấy', files: [{ fileId }], ...how }
  const { scanId } = await runAction(app, takeScan, SYSTEM, given)
  for (const [at, page] of (await pagesOfScan(app.db, scanId)).entries()) {
    const kind = drawn[at] ?? ''
    if (kind === 'x') {
      await runAction(app, failPage, PREPARER, { pageId: page.id, failure: { code: 'digitisation.page-unreadable' } })
      continue
    }
    const text = { 1: OWN, 2: FOREIGN }[kind]
    await savePrepared(app.db, page.id, {
      pictureSha256: 'a'.repeat(64),
      pictureSize: 1,
      width: 10,
      height: 14,
      dpi: 200,
      turned: 0,
      quality: kind === 'b' ? bad : kind === 'd' ? doubtful : good,
      codes: text ? [{ format: 'QRCode', text }] : [],
      role: text ? 'separator' : kind === '-' ? 'blank' : 'page',
    })
  }
  await runAction(app, settleScan, PREPARER, { scanId })
  await app.jobs.drain()
  return scanId
}

async function papers(scanId: string): Promise<string[]> {
  const pages = await pagesOfScan(world.app.db, scanId)
  const drawn = (id: string) =>
    pages
      .filter(({ paperId }) => paperId === id)
      .map(({ no }) => no)
      .join('')
  return (await papersOfScan(world.app.db, scanId)).map(({ id, state, separatorCode }) =>
    [drawn(id), state, separatorCode].filter(Boolean).join(' '),
  )
}
const state = async (scanId: string) => (await scanById(world.app.db, scanId))?.state

it('papers without a fault go on by themselves, each told once; the others wait for a person', async () => {
  const scanId = await aScan('gdbxg', { handsOn: 'by-itself', splitAt: 'page' })
  expect(await papers(scanId)).toEqual(['1 waiting', '2 waiting', '3 assembling', '4 assembling', '5 waiting'])
  expect(await state(scanId)).toBe('ready')
  expect(assembled).toHaveLength(3)
  await runAction(world.app, settleScan, PREPARER, { scanId })
  await world.app.jobs.drain()
  expect(assembled).toHaveLength(3)
})

it('one bad page holds its own paper alone, and a scan without faults is done', async () => {
  expect(await papers(await aScan('g1gb1gg', { handsOn: 'by-itself', splitAt: 'separator' }))).toEqual([
    '1 waiting',
    `34 assembling ${OWN}`,
    `67 waiting ${OWN}`,
  ])
  expect(await state(await aScan('g-g', { handsOn: 'by-itself', splitAt: 'blank' }))).toBe('handed-on')
})

it('nothing goes on where a person is to look first', async () => {
  const scanId = await aScan('gg', { handsOn: 'by-person', splitAt: 'page' })
  expect([await papers(scanId), await state(scanId)]).toEqual([['1 assembling', '2 assembling'], 'ready'])
})

it('another desk’s sheet separates, and says nothing of where the paper belongs', async () => {
  const scanId = await aScan('2g', { handsOn: 'by-itself', splitAt: 'separator' })
  expect(await papers(scanId)).toEqual([`2 waiting ${FOREIGN}`])
  expect(await papersOfScan(world.app.db, scanId)).toMatchObject([{ unitId, dossierId: null, componentCode: null }])
})
