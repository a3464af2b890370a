import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { valuesOf } from '../bench/store.ts'
import { pagesOfPaper, paperById } from '../intake/store.ts'
import { linesOf as printed } from '../pairs/testing.ts'
import { digitisationJobs, digitisationReactions } from '../index.ts'
import { READER } from './find-hints.ts'
import { beginReading } from './begin-reading.ts'
import { readPaper } from './read-paper.ts'
import { recogniserPort } from './recogniser-port.ts'
import { recordReading } from './record-reading.ts'
import { progressOf, readingsOf } from './store.ts'
import { aPaper, BIRTH_PAPER, recorded } from './testing.ts'

let world: TestApp
let recogniser: ReturnType<typeof recorded>

beforeAll(async () => {
  world = await openTestApp({ work: { jobs: digitisationJobs, reactions: digitisationReactions } })
}, 60_000)
beforeEach(() => {
  recogniser = recorded()
  world.app.ports.set(recogniserPort, recogniser)
})
afterAll(() => world.close())

const state = async (paperId: string) => (await paperById(world.app.db, paperId))?.state

test('one bad page is a failed page: its paper is read without it, and the values say where they come from', async () => {
  const { app } = world
  const paperId = await aPaper(app, recogniser, [BIRTH_PAPER, undefined, ['Người đi khai sinh: Phạm Văn Hùng']])
  await readPaper.run(app, { paperId })
  expect(await paperById(app.db, paperId)).toMatchObject({ state: 'to-check', typeCode: 'birth-certificate' })
  expect(await progressOf(app.db, [paperId])).toEqual([{ paperId, pages: 3, read: 2, failed: 1 }])
  expect(recogniser.asked).toBe(4)
  const values = new Map((await valuesOf(app.db, paperId)).map((value) => [value.name, value]))
  expect(values.get('bornOn')).toMatchObject({
    readText: '13/08/2017',
    readNormalised: '2017-08-13',
    page: 1,
    source: 'print',
    state: 'read',
    settled: null,
  })
  expect(values.get('motherName')).toMatchObject({ source: 'none', readText: '', confidence: 0, needsTwo: false })
  const told = (await linesOf(app.db, `paper:${paperId}`)).map(({ what }) => what)
  expect(told).toContain('digitisation.page-not-read')
  expect(told.at(-1)).toBe('digitisation.paper-read')
})

test('a page is read once, however often it is asked for and wherever the work was stopped', async () => {
  const { app } = world
  const paperId = await aPaper(app, recogniser, [BIRTH_PAPER, ['Trang hai: hai'], ['Trang ba: ba']])
  await runAction(app, beginReading, READER, { paperId })
  const [first] = await pagesOfPaper(app.db, paperId)
  if (!first?.pictureSha256) throw new Error('no page')
  const read = {
    width: 400,
    height: 600,
    lines: printed(...BIRTH_PAPER),
    codes: [],
    card: undefined,
    recogniser: 'before the stop',
  }
  const told = { paperId, pageId: first.id, pictureSha256: first.pictureSha256, tookMs: 1, read }
  await runAction(app, recordReading, READER, told)
  await readPaper.run(app, { paperId })
  expect(recogniser.asked).toBe(2)
  await runAction(app, recordReading, READER, { ...told, read: { ...read, recogniser: 'again' } })
  await readPaper.run(app, { paperId })
  expect(recogniser.asked).toBe(2)
  const readings = await readingsOf(app.db, [first.id])
  expect(readings).toMatchObject([{ recogniser: 'before the stop', tries: 1 }])
})

test('a paper of which nothing could be read is a failed paper; one of no known kind says what is printed', async () => {
  const { app } = world
  const [broken, unknown] = [
    await aPaper(app, recogniser, [undefined]),
    await aPaper(app, recogniser, [['Số sổ: 15', 'Nơi nộp: Tổ 3']]),
  ]
  await readPaper.run(app, { paperId: broken })
  await readPaper.run(app, { paperId: unknown })
  expect(await paperById(app.db, broken)).toMatchObject({
    state: 'failed',
    failure: { code: 'digitisation.nothing-read' },
  })
  expect(await paperById(app.db, unknown)).toMatchObject({ state: 'to-check', typeCode: null })
  const values = await valuesOf(app.db, unknown)
  expect(values.map(({ label, readText }) => [label, readText])).toEqual([
    ['Số sổ', '15'],
    ['Nơi nộp', 'Tổ 3'],
  ])
})

test('what is not waiting is left alone', async () => {
  const paperId = await aPaper(world.app, recogniser, [BIRTH_PAPER], { state: 'assembling' })
  await readPaper.run(world.app, { paperId })
  expect([await state(paperId), recogniser.asked]).toEqual(['assembling', 0])
})
