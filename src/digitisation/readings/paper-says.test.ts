import { expect, test } from 'vitest'
import { isSure } from '../bench/value.ts'
import { extractedOf } from '../extracted.ts'
import { shippedKnown } from '../known-on.ts'
import { linesOf } from '../pairs/testing.ts'
import type { ReadPage } from '../reading/read-page.ts'
import { whatPaperSays, type ReadPlace } from './paper-says.ts'
import { BIRTH_PAPER } from './testing.ts'

const read: ReadPage = {
  width: 2_000,
  height: 3_000,
  lines: linesOf(...BIRTH_PAPER),
  codes: [],
  card: undefined,
  recogniser: 'recorded',
}
const says = async (faults: ReadPlace['faults']) =>
  whatPaperSays([{ place: 1, read, faults }], await shippedKnown('2026-11-30')).fields
const sure = async (faults: ReadPlace['faults']) =>
  (await says(faults)).filter((field) => isSure({ ...field, readText: field.text, hints: [] })).map(({ name }) => name)

test('where two papers lie on one page no value is sure, and each says why', async () => {
  expect(await sure([])).toContain('fullName')
  expect(await sure([{ kind: 'coarse' }])).toContain('fullName')
  const two = [{ kind: 'two-papers' }] as const
  expect(await sure(two)).toEqual([])
  for (const { source, faults } of await says(two)) expect(faults.includes('two-papers')).toBe(source === 'print')
})

test('the command halves how sure it is of them, of labels and values too', async () => {
  const known = await shippedKnown('2026-11-30')
  const [alone, beside] = [[], [{ kind: 'two-papers' }] as const].map((faults) =>
    extractedOf([{ place: 1, read, faults }], known, undefined),
  )
  expect(alone?.fields.length).toBeGreaterThan(3)
  for (const part of ['fields', 'pairs'] as const) {
    const halved = alone?.[part].map(({ confidence }) => confidence / 2) ?? []
    for (const [at, { confidence }] of (beside?.[part] ?? []).entries())
      expect(confidence).toBeCloseTo(halved[at] ?? -1, 2)
  }
})
