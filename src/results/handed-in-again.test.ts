import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileById, receiveUpload, signatureText } from '../documents/index.ts'
import { downloadResult } from './index.ts'
import { openResultsWorld, type ResultsWorld } from './testing.ts'

let world: ResultsWorld
beforeAll(async () => {
  world = await openResultsWorld()
})
afterAll(() => world.close())

/** The verdict of a file that a citizen hands in, before and after the verifier looked at it. */
async function handedIn(bytes: Buffer): Promise<(string | undefined)[]> {
  const { app, people } = world
  const received = await receiveUpload(app, people.hanh, { name: 'giay-phep.pdf', stream: Readable.from([bytes]) })
  const verdict = async () => {
    const file = await fileById(app.db, received.id)
    return file?.signatures ? signatureText(file.signatures) : undefined
  }
  const early = await verdict()
  await app.jobs.drain()
  return [early, await verdict()]
}

test('a signed paper is verified on arrival, and what was changed is told with its pages', async () => {
  const { people, app } = world
  const dossierCode = await world.sealed()
  const { file } = await world.read(downloadResult, people.hanh, { dossierCode })
  const pdf = await app.files.bytes(file.sha256)
  const waiting = 'Tệp có chữ ký số, đang kiểm tra'
  expect(await handedIn(pdf)).toEqual([
    waiting,
    'Chữ ký số hợp lệ: Bùi Đức Thịnh, Ủy ban nhân dân phường Bãi Cháy (chứng thư trình diễn, không có giá trị pháp lý)',
  ])
  const flipped = Buffer.from(pdf)
  const at = pdf.indexOf('stream') + 60
  flipped[at] = (flipped[at] ?? 0) ^ 1
  const [, verdict] = await handedIn(flipped)
  expect(verdict).toContain('Đã bị thay đổi sau khi ký')
  const unsigned = await world.read(downloadResult, people.specialist, { dossierCode, stage: 'unsigned' })
  expect(await handedIn(await app.files.bytes(unsigned.file.sha256))).toEqual([undefined, undefined])
})
