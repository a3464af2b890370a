import { Readable } from 'node:stream'
import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { documentsRefusals, noScanner, receiveUpload, virusScanPort } from '../../documents/index.ts'
import { aPng } from '../../documents/testing.ts'
import { recogniserOf } from '../reading/recognisers/choose.ts'
import { linesOf as printedLines } from '../pairs/testing.ts'
import { recogniserPort } from '../readings/recogniser-port.ts'
import { readSample } from '../templates/samples.ts'
import { insertSample, sampleById } from '../templates/store.ts'
import { digitisationRefusals } from '../texts.ts'
import { arrangePages, takeBackPaper } from './arrange-pages.ts'
import { handOn, whyNotHandOn } from './hand-on.ts'
import { acceptPage, rescanPage, turnPage } from './mend-page.ts'
import { makeScannedPage } from './pages/make-page.ts'
import { preparePages } from './prepare-pages.ts'
import type { Page } from './scan.ts'
import { pagesOfScan, paperById, papersOfScan, scanById, setPaperState, filesOfScan } from './store.ts'
import { takeScan, type ScanInput } from './take-scan.ts'
import { aPaper, blurred, jpegOf, scanned } from './testing.ts'

/** Small sheets, quick to make. */
const A6 = { width: 105, height: 148, size: 7, lines: 6 }
const [unitId, elsewhere] = [newId(), newId()]
const anOfficer = (unit: string, role: 'intake-officer' | 'specialist' = 'intake-officer'): Officer => ({
  kind: 'officer',
  accountId: newId(),
  fullName: 'Lê Vân Anh',
  grants: [{ role, unitId: unit, unitCode: '000.00.01.H49', reach: 'unit' }],
})
const anh = anOfficer(unitId)
const stranger = anOfficer(elsewhere)

let world: TestApp
let sharp: Buffer
let soft: Buffer
let scanId: string
beforeAll(async () => {
  world = await openTestApp({
    work: { jobs: [preparePages], reactions: [] },
    refusals: { ...documentsRefusals, ...digitisationRefusals },
  })
  world.app.ports.set(virusScanPort, noScanner)
  world.app.ports.set(recogniserPort, await recogniserOf(undefined))
  const page = await scanned(await aPaper({ ...A6, sheets: ['GIẤY KHAI SINH'] }))
  sharp = await jpegOf(page)
  soft = await jpegOf(await blurred(page, 4))
}, 60_000)
afterAll(() => world.close())

async function send(name: string, bytes: Uint8Array, as = anh): Promise<{ fileId: string }> {
  return { fileId: (await receiveUpload(world.app, as, { name, stream: Readable.from([bytes]), origin: 'scan' })).id }
}

async function take(given: Partial<ScanInput> & Pick<ScanInput, 'files'>, as = anh): Promise<string> {
  const usual = {
    source: 'desk',
    unitId,
    title: 'Hồ sơ khai sinh',
    splitAt: 'separator',
    handsOn: 'by-person',
  } as const
  return (await runAction(world.app, takeScan, as, { ...usual, ...given })).scanId
}

const pages = () => pagesOfScan(world.app.db, scanId)
const standing = async () =>
  (await papersOfScan(world.app.db, scanId)).map(async ({ id }) =>
    (await pages())
      .filter((page) => page.paperId === id)
      .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
      .map(({ no }) => no),
  )
const papers = async () => (await Promise.all(await standing())).filter((own) => own.length > 0)
const page = async (no: number): Promise<Page> => {
  const found = (await pages()).find((one) => one.no === no)
  if (!found) throw new Error(`no page ${no}`)
  return found
}
const version = async () => (await scanById(world.app.db, scanId))?.version ?? 0

/** A good page, a blank one, one upside down. */
async function aPile(): Promise<Uint8Array> {
  const sheets = await PDFDocument.load(await aPaper({ ...A6, sheets: ['ĐƠN XIN XÁC NHẬN', 'GIẤY KẾT HÔN'] }))
  sheets.insertPage(1, [298, 420])
  sheets.getPage(2).setRotation(degrees(180))
  return sheets.save()
}

describe('a pile of papers', () => {
  it('is kept page by page when the machine stops, and goes on where it was', async () => {
    const broken = aPng(1654, 2339)
    broken.fill(7, 60, broken.length - 20)
    const files = [
      await send('chong.pdf', await aPile()),
      await send('hong.png', broken),
      { name: 'khoa.pdf', failure: { code: 'documents.pdf-encrypted' } },
      await send('mo.jpg', soft),
    ]
    scanId = await take({ files, splitAt: 'blank' })
    const put = world.app.files.put.bind(world.app.files)
    let kept = 0
    world.app.files.put = (content) => (++kept === 2 ? Promise.reject(new Error('killed')) : put(content))
    await expect(world.app.jobs.drain()).rejects.toThrow('killed')
    expect((await pages()).map(({ state }) => state)).toEqual(['prepared', 'waiting', 'waiting', 'waiting', 'waiting'])
    const first = (await page(1)).pictureSha256
    world.app.files.put = put
    await preparePages.run(world.app, { scanId })
    expect((await page(1)).pictureSha256).toBe(first)
  }, 60_000)

  it('one bad page spoils no other, and each says what is wrong', async () => {
    const found = await pages()
    expect(found.map(({ state, role, turned }) => [state, role, turned].join(' '))).toEqual([
      'prepared page 0',
      'prepared blank 0',
      'prepared page 180',
      'failed page 0',
      'prepared page 0',
    ])
    expect(found[3]?.failure).toEqual({ code: 'digitisation.page-unreadable' })
    expect(found[0]?.quality?.faults).toEqual([])
    expect(found[4]?.quality?.faults).toMatchObject([{ kind: 'blurred', weight: 'again' }])
    expect(found.every(({ pictureSize }) => (pictureSize ?? 0) < 300 * 1024)).toBe(true)
    expect((await filesOfScan(world.app.db, scanId)).map(({ state }) => state)).toEqual([
      'opened',
      'opened',
      'failed',
      'opened',
    ])
    expect(await papers()).toEqual([[1], [3, 4, 5]])
  })

  it('is not handed on while a page is missing or bad and nobody has said otherwise', async () => {
    const on = () => runAction(world.app, handOn, anh, { scanId })
    expect(await codeOf(on())).toBe('digitisation.page-not-there')
    const arranged = (await pages()).map(({ id, no }) => ({
      pageId: id,
      paperNo: no === 4 || no === 2 ? 0 : 1,
      place: 9 - no,
    }))
    await runAction(world.app, arrangePages, anh, { scanId, version: await version(), placed: arranged })
    expect(await papers()).toEqual([[5, 3, 1]])
    expect(await codeOf(on())).toBe('digitisation.page-faulty')
    await runAction(world.app, acceptPage, anh, { pageId: (await page(5)).id })
    expect(await on()).toEqual({ papers: 1 })
    const [paper] = await papersOfScan(world.app.db, scanId)
    expect(paper?.state).toBe('waiting')
    expect((await scanById(world.app.db, scanId))?.state).toBe('handed-on')
    expect((await linesOf(world.app.db, `scan:${scanId}`)).map(({ what }) => what)).toEqual([
      'digitisation.scan-taken',
      'digitisation.scan-ready',
      'digitisation.pages-arranged',
      'digitisation.page-accepted',
      'digitisation.scan-handed-on',
    ])
  })

  it('what went on is not changed until it is taken back; then pages are turned and scanned again', async () => {
    const bad = await page(5)
    const turn = () => runAction(world.app, turnPage, anh, { pageId: bad.id, by: 180 })
    expect(await codeOf(turn())).toBe('digitisation.page-read-already')
    const paperId = bad.paperId ?? ''
    await runAction(world.app, takeBackPaper, anh, { paperId })
    await runAction(world.app, rescanPage, anh, { pageId: bad.id, ...(await send('quet-lai.jpg', sharp)) })
    await world.app.jobs.drain()
    expect(await papers()).toEqual([[6, 3, 1]])
    expect(await page(5)).toMatchObject({ paperId: null, replacedBy: (await page(6)).id })
    expect((await page(6)).quality?.faults).toEqual([])
    await runAction(world.app, turnPage, anh, { pageId: (await page(1)).id, by: 90 })
    await world.app.jobs.drain()
    expect(await page(1)).toMatchObject({ turned: 90, state: 'prepared', turnedByHand: 90 })
    const paper = await paperById(world.app.db, paperId)
    if (paper) await setPaperState(world.app.db, paper, 'checked')
    expect(await codeOf(runAction(world.app, takeBackPaper, anh, { paperId }))).toBe(
      'digitisation.paper-checked-already',
    )
  }, 60_000)
})

describe('a file as long as a register', () => {
  it('is cut into pages that look as they do in a short one', async () => {
    const plain = await aPile()
    const heavy = await PDFDocument.load(plain)
    heavy.context.register(heavy.context.stream(new Uint8Array(33 * 1024 * 1024)))
    const { app } = world
    const recogniser = app.ports.get(recogniserPort)
    const [whole, cut] = await Promise.all(
      [plain, await heavy.save()].map(async (bytes) => {
        const path = pathInStore(app.settings.fileFolder, (await app.files.put(bytes)).sha256)
        const source = { path, mediaType: 'application/pdf', page: 3 }
        const made = await makeScannedPage(app, source, { turned: 180, recogniser })
        return made.ok ? made.page : made.reason
      }),
    )
    expect(cut).toEqual(whole)
    expect(cut).toMatchObject({ turned: 180, isBlank: false })
  }, 60_000)

  it('may have a page of it tried as the sample of a template', async () => {
    const { app } = world
    const [file] = await filesOfScan(app.db, scanId)
    const sample = { id: newId(), typeCode: 'marriage-certificate', name: 'chong.pdf, trang 3', addedByName: 'Linh' }
    await insertSample(app.db, { ...sample, fileId: file?.fileId ?? '', page: 3 }, app.clock.now())
    const read = async () => printedLines('GIẤY CHỨNG NHẬN KẾT HÔN')
    app.ports.set(recogniserPort, { name: 'recorded', read, ping: async () => true })
    await readSample.run(app, { sampleId: sample.id })
    const { state, height, width } = (await sampleById(app.db, sample.id)) ?? {}
    expect([state, (height ?? 0) > (width ?? 0)]).toEqual(['read', true])
  }, 60_000)

  it('is told to be divided where it would be one paper of more than 200 pages', async () => {
    const good = { ...(await page(1)), state: 'prepared', quality: null } as const
    const many = Array.from({ length: 201 }, () => good)
    const paper = { state: 'assembling' } as const
    expect(whyNotHandOn(paper, many)).toEqual({
      code: 'digitisation.paper-too-long',
      facts: { pages: 201, most: 200 },
    })
    expect(whyNotHandOn(paper, many.slice(1))).toBeUndefined()
  })
})

describe('whose scan it is', () => {
  it('another desk finds nothing, other roles may not, and a stranger’s file is not there', async () => {
    const pageId = (await page(3)).id
    const asStranger = (run: (as: Officer) => Promise<unknown>) => codeOf(run(stranger))
    for (const run of [
      (as: Officer) => runAction(world.app, handOn, as, { scanId }),
      (as: Officer) => runAction(world.app, turnPage, as, { pageId, by: 90 }),
      (as: Officer) => runAction(world.app, acceptPage, as, { pageId }),
      (as: Officer) => runAction(world.app, rescanPage, as, { pageId, fileId: newId() }),
      (as: Officer) => runAction(world.app, arrangePages, as, { scanId, version: 1, placed: [] }),
    ])
      expect(await asStranger(run)).toBe('platform.not-found')
    const files = [await send('x.jpg', sharp)]
    expect(await codeOf(take({ files }, stranger))).toBe('platform.not-found')
    expect(await codeOf(take({ files, unitId: elsewhere }, stranger))).toBe('platform.not-found')
    expect(await codeOf(take({ files }, anOfficer(unitId, 'specialist')))).toBe('platform.forbidden')
  })

  it('the same thing told again is the scan that is there', async () => {
    const given = { files: [{ name: 'a.pdf', failure: { code: 'documents.pdf-broken' } }], knownAs: 'folder:x:1' }
    expect(await take(given)).toBe(await take(given))
  })

  it('an arrangement of a scan that changed meanwhile is not taken', async () => {
    expect(await codeOf(runAction(world.app, arrangePages, anh, { scanId, version: 1, placed: [] }))).toBe(
      'digitisation.scan-changed',
    )
  })
})
