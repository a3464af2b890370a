import { writeFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { textOf } from '../../../src/dossiers/papers/testing.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/** The citizen's page of a dossier says where it stands. */
export async function citizenSees(visitor: Visitor, code: string, words: string | RegExp): Promise<void> {
  await visitor.open(`/ho-so/${code}`)
  await visitor.sees(words)
}

/** A paper of the dossier, once it is made: its text as one copies it from the PDF. */
export async function citizenReads(visitor: Visitor, code: string, name: string): Promise<string> {
  const link = visitor.page.getByRole('link', { name, exact: true })
  await expect
    .poll(
      async () => {
        await visitor.open(`/ho-so/${code}`)
        return link.count()
      },
      { timeout: 60_000, interval: 700, message: `${name} of ${code}` },
    )
    .toBe(1)
  const answer = await visitor.page.request.get((await link.getAttribute('href')) ?? '')
  const text = textOf(await answer.body())
  expect(text).toBe(text.normalize('NFC'))
  return text
}

/** The list of messages inside the site tells of this dossier. */
export async function citizenIsTold(visitor: Visitor, words: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await visitor.open('/thong-bao')
        return (await visitor.text()).match(words) !== null
      },
      { timeout: 60_000, interval: 700, message: `a message that says ${words}` },
    )
    .toBe(true)
}

/** Somebody who is not signed in sees that it is done, or not, and nothing else. */
export async function anybodySees(code: string, words: string, hidden: string): Promise<void> {
  const stranger = await openVisitor()
  await stranger.open('/tra-cuu')
  await stranger.fill('Mã hồ sơ', code)
  await stranger.press('Tra cứu')
  await stranger.sees(words)
  await stranger.seesNot(hidden)
  expect(stranger.problems).toEqual([])
  await stranger.page.context().close()
}

/** Anybody checks the result: by the code on it, by dropping the file, and with one byte changed. */
export async function anybodyChecks(pdf: Buffer, verificationCode: string, agency: string): Promise<void> {
  const stranger = await openVisitor()
  await stranger.open('/kiem-tra')
  await stranger.fill('Mã kiểm tra', verificationCode)
  await stranger.press('Tra mã')
  await stranger.sees(agency)

  await dropFile(stranger, pdf)
  await stranger.sees('Bản này đúng là bản đã phát hành')
  await stranger.sees(agency)

  const flipped = Buffer.from(pdf)
  const at = Math.floor(pdf.length / 3)
  flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
  await dropFile(stranger, flipped)
  await stranger.sees(/Văn bản đã bị thay đổi sau khi ký|Tệp không phải PDF hoặc bị hỏng/)
  expect(stranger.problems).toEqual([])
  await stranger.page.context().close()
}

async function dropFile(visitor: Visitor, pdf: Buffer): Promise<void> {
  await visitor.open('/kiem-tra')
  await visitor.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: pdf })
  await visitor.press('Kiểm tra tệp')
}

/** Keeps a file where a program can read it. */
export async function onDisk(bytes: Buffer, name: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'motcua-journey-')), name)
  await writeFile(path, bytes)
  return path
}
