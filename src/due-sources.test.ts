import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../test/support/test-app.ts'
import { rows, sql } from './platform/db.ts'
import { formatTerm } from './platform/term.ts'
import { sourcesOn } from './due-sources.ts'
import type { DueSources } from './deadlines/index.ts'

const TODAY = '2026-11-21'
let world: TestApp
let sources: DueSources
beforeAll(async () => {
  world = await openTestApp({ province: true })
  sources = sourcesOn((ask) => ask(world.app.db))
}, 180_000)
afterAll(() => world.close())

test('the term of a procedure whose cases agree; refused when unknown, unclear or different by case', async () => {
  expect(formatTerm(await sources.termOf('2.000815', TODAY))).toBe('01 ngày làm việc')
  await expect(sources.termOf('9.999999', TODAY)).rejects.toThrow('deadlines.procedure-unknown')
  const found = await rows(
    world.app.db,
    sql<{ code: string; terms: (string | null)[] }>`select v.code, array_agg(distinct (c -> 'term')::text) as terms
        from catalogue.procedure_version v, jsonb_array_elements(v.content -> 'cases') c where v.valid_to is null group by v.code`,
  )
  const code = (isWanted: (terms: (string | null)[]) => boolean) =>
    found.find(({ terms }) => isWanted(terms.map((term) => (term === 'null' ? null : term))))?.code ?? 'none'
  await expect(
    sources.termOf(
      code((terms) => terms.includes(null)),
      TODAY,
    ),
  ).rejects.toThrow('deadlines.procedure-term-unclear')
  await expect(
    sources.termOf(
      code((terms) => terms.length > 1 && !terms.includes(null)),
      TODAY,
    ),
  ).rejects.toThrow('deadlines.procedure-terms')
})

test('the calendar of a body by its code or its readable name', async () => {
  const [{ code } = { code: '' }] = await rows(
    world.app.db,
    sql<{ code: string }>`select code from organisation.unit where slug = 'so-cong-thuong' and valid_to is null`,
  )
  const byCode = await sources.calendarOf(code, TODAY)
  const byName = await sources.calendarOf('so-cong-thuong', TODAY)
  expect(byCode).toEqual(byName)
  expect(byCode.calendar.days.get('2026-11-24')?.kind).toBe('holiday')
  await expect(sources.calendarOf('so-khong-co', TODAY)).rejects.toThrow('deadlines.unit-unknown')
})
