import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT_ROOT } from '../platform/root.ts'
import { readCommand } from './read.command.ts'

const FRONT = join(PROJECT_ROOT, 'src/digitisation/reading/samples/cccd_mat_truoc-1-s200.jpg')

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await readCommand.run(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  })
  return { code, ...said }
}

test('prints what it read, and says which picture it could not read', async () => {
  const { code, out, err } = await run('--json', '--recogniser', 'tesseract', FRONT, '/there-is-no/such.jpg')
  const read = JSON.parse(out)
  expect(read).toMatchObject({ file: FRONT, recogniser: 'Tesseract', card: { personalId: '099171763235' } })
  expect(read.lines[0].words[0]).toEqual({
    text: expect.any(String),
    confidence: expect.any(Number),
    box: expect.objectContaining({ left: expect.any(Number) }),
  })
  expect(err).toMatch(/^\/there-is-no\/such\.jpg: Không có tệp such\.jpg/)
  expect(code).toBe(1)
})

test.each([
  [[], 'no picture given'],
  [['--recogniser', 'oracle', FRONT], 'there is no recogniser "oracle"'],
  [['--shout', FRONT], "Unknown option '--shout'"],
])('%j is not understood', async (argv, why) => {
  const { code, err } = await run(...argv)
  expect(code).toBe(2)
  expect(err).toContain(why)
})

test('tells how it is used', async () => expect(await run('--help')).toMatchObject({ code: 0, err: '' }))
