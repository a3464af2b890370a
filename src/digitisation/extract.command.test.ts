import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROJECT_ROOT } from '../platform/root.ts'
import { extractCommand } from './extract.command.ts'

const FRONT = join(PROJECT_ROOT, 'src/digitisation/reading/samples/cccd_mat_truoc-1-s200.jpg')
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'motcua-extract-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await extractCommand.run(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  })
  return { code, ...said }
}

const LOCKED =
  '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R/Encrypt 2 0 R>>\nstartxref\n9\n%%EOF'

/** The card alone, upside down on the second page; the first is blank. */
async function asPdf(): Promise<Uint8Array> {
  const card = await sharp(FRONT)
    .extract({ left: 0, top: 140, width: 1_654, height: 1_140 })
    .rotate(180)
    .jpeg()
    .toBuffer()
  const pdf = await PDFDocument.create()
  pdf.addPage([240, 166])
  const picture = await pdf.embedJpg(card)
  const size = { width: 480, height: (480 * picture.height) / picture.width }
  pdf.addPage([size.width, size.height]).drawImage(picture, { x: 0, y: 0, ...size })
  return pdf.save()
}

test('tells kind, fields, labels and values, and codes of a paper: page by page, past blank ones, upside down', async () => {
  const path = join(folder, 'giay.pdf')
  await writeFile(path, await asPdf())
  const { code, out, err } = await run('--json', '--recogniser', 'tesseract', path)
  const read = JSON.parse(out)
  expect(Object.keys(read)).toEqual(['type', 'typeConfidence', 'text', 'fields', 'pairs', 'codes'])
  expect(read.type).toBe('identity-card')
  expect(read.fields).toContainEqual({
    name: 'personalId',
    value: '099171763235',
    normalised: '099171763235',
    confidence: expect.any(Number),
    box: expect.objectContaining({ page: 2, left: expect.any(Number) }),
  })
  expect(read.fields.find(({ name }: { name: string }) => name === 'fullName')).toMatchObject({ confidence: 0.99 })
  expect(Object.keys(read.pairs[0])).toEqual(['label', 'value', 'confidence', 'box'])
  expect(read.codes).toContainEqual(expect.objectContaining({ format: 'QRCode' }))
  expect(err).not.toMatch(/Error|digitisation\./)
  expect(code).toBe(0)
})

test.each([
  ['trang.png', 'không thấy chữ nào'],
  ['mat-khau.pdf', 'có mật khẩu'],
])('%s holds nothing for a machine to read, and says so', async (name, why) => {
  const path = join(folder, name)
  const blank = { create: { width: 620, height: 877, channels: 3, background: '#fff' } } as const
  await writeFile(path, name.endsWith('.png') ? await sharp(blank).png().toBuffer() : LOCKED)
  const { code, out, err } = await run('--recogniser', 'tesseract', path)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain(why)
})

test.each([
  ['rong.pdf', '', 'rỗng, không có gì bên trong'],
  ['chu.jpg', 'đây không phải ảnh', 'không phải PDF, ảnh JPEG, PNG'],
  ['hong.pdf', '%PDF-1.7\n1 0 obj', 'bị hỏng hoặc chưa tải hết'],
])('%s is told in words, not in the words of a program', async (name, content, why) => {
  const path = join(folder, name)
  await writeFile(path, content)
  const { code, out, err } = await run('--recogniser', 'tesseract', path)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain(why)
  expect(err).not.toMatch(/Error|documents\./)
})

test.each([
  [[], 'Cho biết một tệp'],
  [['a.jpg', 'b.jpg'], 'Cho biết một tệp'],
  [['--type', 'treasure-map', FRONT], 'Không có mẫu bóc tách'],
  [['--shout', FRONT], 'Không hiểu lựa chọn'],
  [['--recogniser', 'oracle', FRONT], 'Không có bộ nhận dạng'],
])('%j is not understood', async (argv, why) => {
  const { code, err } = await run(...argv)
  expect(code).toBe(2)
  expect(err).toContain(why)
})

test('a file that is not there is told', async () => {
  expect(await run(join(folder, 'mat.jpg'))).toMatchObject({
    code: 1,
    err: 'Không có tệp mat.jpg, hoặc không được quyền mở.',
  })
})
