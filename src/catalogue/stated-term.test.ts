import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { administrator, openBareWeb, specialist, type BareWeb } from '../../test/support/bare-web.ts'
import { runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { oneRow, sql } from '../platform/db.ts'
import { linesOf } from '../platform/journal/read.ts'
import { Refusal } from '../platform/refusal.ts'
import { importProcedures } from './import-procedures.ts'
import { fileableCases, publishable, type ProcedureCase } from './procedure.ts'
import { readCatalogueSource } from './read-source.ts'
import { stateTerm } from './state-term.ts'
import { whyNotState, withStatedTerms } from './stated-term.ts'
import { procedureInForce, procedureVersionById, qualityOf, versionsOf } from './store.ts'
import { catalogueRefusals } from './texts.ts'
import { cataloguePortalRoutes } from './portal/routes.ts'
import { catalogueWorkspaceRoutes } from './workspace/routes.tsx'

const supervisor: Actor = {
  kind: 'officer',
  accountId: '00000000-0000-7000-8000-0000000000cc',
  fullName: 'Ngô Thị Hoà Bình',
  grants: [{ role: 'supervisor', unitId: '00000000-0000-7000-8000-000000000001', unitCode: 'H49', reach: 'subtree' }],
}

const one = (changes: Partial<ProcedureCase> = {}): ProcedureCase => ({
  code: 'A',
  name: 'Cấp mới',
  term: null,
  termText: 'theo quy định',
  ...changes,
})
const said = { term: { quantity: 5, unit: 'working-day' as const }, documentOn: '2026-11-01' }

describe('who may state what', () => {
  test.each([
    ['an unclear term', one(), said, undefined],
    [
      'one stated before',
      one({ term: said.term, termSource: { documentNumber: '1', documentOn: '2026-01-01' } }),
      said,
      undefined,
    ],
    ['a published one is not for people to change', one({ term: said.term }), said, 'catalogue.term-published'],
    ['half a working day', one(), { ...said, term: { quantity: 0.5, unit: 'working-day' as const } }, undefined],
    [
      'half a month is no term',
      one(),
      { ...said, term: { quantity: 0.5, unit: 'month' as const } },
      'catalogue.term-not-a-length',
    ],
    [
      'two "within the day"',
      one(),
      { ...said, term: { quantity: 2, unit: 'within-day' as const } },
      'catalogue.term-not-a-length',
    ],
    ['a document of tomorrow', one(), { ...said, documentOn: '2026-11-21' }, 'catalogue.document-in-future'],
  ])('%s', (_name, known, statement, code) => expect(whyNotState(known, statement, '2026-11-20')?.code).toBe(code))
})

describe('a procedure whose term cannot be read', () => {
  let world: TestApp
  let bare: BareWeb
  let actor: Actor
  let code: string
  let caseCode: string
  const TODAY = '2026-11-20'

  beforeAll(async () => {
    world = await openTestApp({ province: true, refusals: catalogueRefusals })
    actor = administrator
    bare = await openBareWeb(
      world.app,
      () => actor,
      async (web) => {
        await catalogueWorkspaceRoutes(web)
        await cataloguePortalRoutes(web)
      },
    )
    const found = await oneRow(
      world.app.db,
      sql<{ code: string; caseCode: string }>`
        select code, content -> 'cases' -> 0 ->> 'code' as case_code from catalogue.procedure_version
        where valid_to is null and jsonb_array_length(content -> 'cases') = 1 and content -> 'cases' -> 0 -> 'term' = 'null'
        order by code limit 1`,
    )
    ;({ code, caseCode } = found)
    typed.caseCode = caseCode
  }, 180_000)
  afterAll(async () => {
    await bare.close()
    await world.close()
  })

  const address = () => `/quan-tri/thu-tuc/${code}/thoi-han`
  const current = async () => {
    const found = await procedureInForce(world.app.db, code, TODAY)
    if (!found) throw new Error(code)
    return found
  }
  const input = (changes: object = {}) => ({ ...typed, procedureCode: code, quantity: 7, ...changes })
  const typed = {
    caseCode: '',
    quantity: '7',
    unit: 'working-day',
    documentNumber: '1234/SXD-QLXD',
    documentOn: '2026-11-18',
    note: 'Điều 7 khoản 2 quy định 07 ngày làm việc',
  }
  const state = (who: Actor, changes: object = {}) => runAction(world.app, stateTerm, who, input(changes))

  it('is marked for a person and cannot be published for filing', async () => {
    expect(publishable(await current())).toEqual({ code: 'catalogue.term-unclear', facts: { code } })
    expect(await qualityOf(world.app.db, code, TODAY)).toContainEqual(
      expect.objectContaining({ code: 'term.unclear', severity: 'blocking' }),
    )
    const { count } = await oneRow(
      world.app.db,
      sql<{ count: number }>`
        select count(*)::int as count from catalogue.procedure_version v where valid_to is null
          and not exists (select from jsonb_array_elements(content -> 'cases') c where c -> 'term' <> 'null')`,
    )
    expect(count).toBeGreaterThan(50)
  })

  it('says so plainly in lists and on its page, without a way to file', async () => {
    const name = encodeURIComponent((await current()).name)
    expect((await bare.web.inject({ url: `/tim?q=${name}` })).body).toContain('Chưa nộp được: chưa rõ thời hạn')
    const { body } = await bare.web.inject({ url: `/thu-tuc/${code}` })
    expect(body).toContain('công bố chưa ghi rõ thời hạn giải quyết, nên chưa hẹn được ngày trả')
    expect(body).not.toContain(`/thu-tuc/${code}/nop`)
  })

  it('is refused to others, for cases that are not there, and for wrong lengths', async () => {
    await expect(state(specialist)).rejects.toThrow(new Refusal('platform.forbidden'))
    await expect(state(administrator, { caseCode: 'none' })).rejects.toThrow(new Refusal('platform.not-found'))
    await expect(state(administrator, { quantity: 1.5, unit: 'month' })).rejects.toThrow(
      new Refusal('catalogue.term-not-a-length'),
    )
  })

  it('keeps what was typed when the page is refused, and says why', async () => {
    const page = await bare.post(address(), address(), { ...typed, quantity: 'bảy', unit: 'day' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Ghi thời hạn bằng số')
    expect(page.body).toContain('1234/SXD-QLXD')
    expect(page.body).toContain('value="bảy"')
  })

  it('is filed for from the moment a person states the term on a document: a new version, in the journal', async () => {
    const before = await current()
    const page = await bare.post(address(), address(), typed)
    expect(page.statusCode).toBe(303)
    const after = await current()
    expect(publishable(after)).toBeUndefined()
    expect(fileableCases(after)[0]).toMatchObject({
      term: { quantity: 7, unit: 'working-day' },
      termSource: { documentNumber: '1234/SXD-QLXD', documentOn: '2026-11-18' },
    })
    expect(after.version).toBe(before.version + 1)
    expect((await procedureVersionById(world.app.db, before.id))?.cases[0]?.term).toBeNull()
    expect((await qualityOf(world.app.db, code, TODAY)).map((finding) => finding.code)).not.toContain('term.unclear')
    expect((await linesOf(world.app.db, `procedure:${code}`, 0, 10)).map(({ what }) => what)).toEqual([
      'catalogue.term-stated',
    ])
    expect((await bare.web.inject({ url: address() })).body).toContain('theo 1234/SXD-QLXD ngày 18/11/2026')
    const told = (await bare.web.inject({ url: `/thu-tuc/${code}` })).body
    expect(told).toMatch(/Vừa thay đổi.*thời hạn chưa ghi rõ nay là 7 ngày làm việc/s)
  })

  it('stays stated when the same publication is loaded again; a correction makes another version', async () => {
    const versions = (await versionsOf(world.app.db, code)).length
    const whole = await readCatalogueSource()
    const source = { ...whole, procedures: whole.procedures.filter((one) => one.code === code) }
    const { changed } = await importProcedures(world.app.db, source, 'again', world.clock.now())
    expect(changed).toBe(0)
    expect((await versionsOf(world.app.db, code)).length).toBe(versions)
    await state(administrator, { quantity: 10, documentNumber: '2000/SXD-QLXD' })
    expect((await current()).cases[0]?.term?.quantity).toBe(10)
    expect((await importProcedures(world.app.db, source, 'once more', world.clock.now())).changed).toBe(0)
  })

  it('is open again when the publication says something else', async () => {
    const { content, findings } = withStatedTerms(
      { content: { ...(await current()), cases: [one({ termText: 'lời mới' })] }, findings: [] },
      [{ caseCode: 'A', sourceText: 'lời cũ', documentNumber: '1', ...said }],
    )
    expect([publishable(content)?.code, findings]).toEqual(['catalogue.term-unclear', []])
  })

  it('shows the page to those who supervise without a form, to nobody else', async () => {
    actor = supervisor
    const { body } = await bare.web.inject({ url: address() })
    expect(body).not.toContain('name="quantity"')
    actor = specialist
    expect((await bare.web.inject({ url: address() })).statusCode).toBe(403)
  })
})
