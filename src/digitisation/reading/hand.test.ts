import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draw } from '../../../test/papers/draw.ts'
import { KNOWN } from '../../../test/papers/kinds/index.ts'
import { aStyle } from '../../../test/papers/sets.ts'
import { wear } from '../../../test/papers/wear.ts'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { pageOfPicture } from '../../documents/index.ts'
import { shippedKnown } from '../known-on.ts'
import { whatPaperSays } from '../readings/paper-says.ts'
import { readPage } from './read-page.ts'
import { systemTesseract } from './recognisers/system-tesseract.ts'

const TODAY = '2026-11-30'

test('figures on a form filled in by hand are read, and what two looks see differently is not called sure', async () => {
  const random = seededRandom(4_711)
  const kind = KNOWN[1]
  if (!kind) throw new Error('no kind')
  const paper = await kind(random, { ...aStyle(random, ['Tinos']), valueFont: 'Patrick Hand', bold: 'none' })
  expect(paper.type).toBe('birth-declaration')
  const folder = mkdtempSync(join(tmpdir(), 'motcua-hand-'))
  const path = join(folder, 'page.jpg')
  const jpeg = await wear((await draw(paper, 200, random)).png, 'office', random)
  writeFileSync(path, jpeg)
  const page = await pageOfPicture(path, 'straightened')
  rmSync(folder, { recursive: true })
  if (!page) throw new Error('the page could not be made')
  const read = await readPage(systemTesseract({ mostPages: 1 }), { jpeg: page.jpeg, original: jpeg }, TODAY)
  const { fields } = whatPaperSays([{ place: 1, read, faults: [] }], await shippedKnown(TODAY), paper.type)
  const told = new Map(fields.map((field) => [field.name, field]))
  for (const name of ['declarantBornOn', 'bornOn', 'motherBirthYear', 'fatherBirthYear'])
    expect(told.get(name)?.text, name).toBe(paper.fields[name])
  const mended = read.lines.flatMap(({ words }) => words).filter(({ before }) => before)
  expect(mended.length).toBeGreaterThan(0)
  for (const { alternatives, confidence } of fields) if (alternatives.length > 0) expect(confidence).toBeLessThan(0.95)
}, 60_000)
