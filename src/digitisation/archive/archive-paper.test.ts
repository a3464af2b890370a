import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { codeOf } from '../../../test/support/code-of.ts'
import { runAction } from '../../platform/action.ts'
import { ANONYMOUS } from '../../platform/actor.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { fileById } from '../../documents/index.ts'
import { digitisationJobs, digitisationReactions } from '../index.ts'
import { pagesOfPaper, paperById } from '../intake/store.ts'
import { recogniserPort } from '../readings/recogniser-port.ts'
import { readPaper } from '../readings/read-paper.ts'
import { aPaper, BIRTH_PAPER, recorded } from '../readings/testing.ts'
import { archivePaper, recordArchive } from './archive-paper.ts'

let world: TestApp
let paperId: string
beforeAll(async () => {
  world = await openTestApp({ work: { jobs: digitisationJobs, reactions: digitisationReactions } })
  const recogniser = recorded()
  world.app.ports.set(recogniserPort, recogniser)
  paperId = await aPaper(world.app, recogniser, [BIRTH_PAPER, undefined])
  await readPaper.run(world.app, { paperId })
}, 60_000)
afterAll(() => world.close())

it('makes one file of a paper when it is read, unread pages too, and writes down of which pictures', async () => {
  const { app } = world
  await archivePaper.run(app, { paperId })
  const file = await fileById(app.db, (await paperById(app.db, paperId))?.fileId ?? '')
  expect(file).toMatchObject({ mediaType: 'application/pdf', pages: 2, origin: 'produced' })
  const document = await PDFDocument.load(await app.files.bytes(file?.sha256 ?? ''), { updateMetadata: false })
  expect(document.getPageCount()).toBe(2)
  const line = (await linesOf(app.db, `paper:${paperId}`)).find(({ what }) => what === 'digitisation.paper-archived')
  const pictures = (await pagesOfPaper(app.db, paperId)).map(({ pictureSha256 }) => pictureSha256)
  expect(line?.facts).toMatchObject({ sha256: file?.sha256, pictures })
  await archivePaper.run(app, { paperId })
  expect((await fileById(app.db, (await paperById(app.db, paperId))?.fileId ?? ''))?.sha256).toBe(file?.sha256)
})

it('keeps no file of pages that are others by now, and nobody but the system makes one', async () => {
  const made = { paperId, pictures: ['a'.repeat(64)], name: 'x.pdf', bytes: new Uint8Array([1]) }
  expect(await runAction(world.app, recordArchive, { kind: 'system', name: 'test' }, made)).toBe(false)
  expect(await codeOf(runAction(world.app, recordArchive, ANONYMOUS, made))).toBe('platform.not-signed-in')
})
