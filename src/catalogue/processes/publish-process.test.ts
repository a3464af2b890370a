import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administrator, specialist } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import { addDays, vietnamDate } from '../../platform/dates.ts'
import { rows, sql } from '../../platform/db.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { catalogueRefusals } from '../texts.ts'
import { discardProcessDraft, draftProcess } from './draft-process.ts'
import { addStep, changeStep } from './edit-process.ts'
import { getProcess, listProcesses } from './get-process.ts'
import { loadProcesses } from './load-processes.ts'
import { FIVE_STEPS, type ProcessDefinition } from './process.ts'
import { publishProcess } from './publish-process.ts'
import { processInForce } from './store.ts'

const BIRTH = '1.001193'
let world: TestApp
let model: ProcessDefinition
let today: string
beforeAll(async () => {
  world = await openTestApp({ province: true, refusals: catalogueRefusals })
  today = vietnamDate(world.clock.now())
  model = (await processInForce(world.app.db, BIRTH, today))?.definition as ProcessDefinition
})
afterAll(() => world.close())

const draft = (definition: ProcessDefinition, over = 0, actor = administrator) =>
  runAction(world.app, draftProcess, actor, { definition, over })
const publish = (code: string, revision: number, validFrom = today) =>
  runAction(world.app, publishProcess, administrator, { code, revision, validFrom })
const view = (code: string) => runQuery(world.app, getProcess, administrator, { code })
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}

describe('a process of its own', () => {
  const own = () => ({ ...model, code: 'khai-sinh', procedureCode: BIRTH, name: 'Đăng ký khai sinh', version: 1 })

  test('is drafted, corrected, published, and followed by its procedure alone', async () => {
    const wrong = addStep(own(), { kind: 'consultation', name: 'Hỏi công an', after: 'tham-dinh' }, model)
    const { revision } = await draft(wrong)
    const { code, facts } = await refusalOf(publish('khai-sinh', revision))
    expect(code).toBe('catalogue.process-faults')
    expect(
      (facts.faults as { code: string; place: { code: string } }[]).map((fault) => [fault.code, fault.place.code]),
    ).toEqual([
      ['consultation-without-bodies', 'lay-y-kien'],
      ['consultation-without-term', 'lay-y-kien'],
      ['consultation-without-rule', 'lay-y-kien'],
    ])
    expect((await processInForce(world.app.db, BIRTH, today))?.definition.code).toBe(FIVE_STEPS)

    const right = changeStep(wrong, 'lay-y-kien', {
      consultation: { bodies: ['H49.11'], termHours: 2, completeness: 'silence-agrees', lead: 'handling' },
    })
    await draft(right, revision)
    await publish('khai-sinh', revision + 1, addDays(today, 3))
    expect((await processInForce(world.app.db, BIRTH, today))?.definition.code).toBe(FIVE_STEPS)
    expect((await processInForce(world.app.db, BIRTH, addDays(today, 3)))?.definition).toEqual({
      ...right,
      version: 1,
      validFrom: addDays(today, 3),
    })
    expect((await processInForce(world.app.db, '2.000815', addDays(today, 3)))?.definition.code).toBe(FIVE_STEPS)
    expect((await view('khai-sinh')).draft).toBeNull()
    const lines = await rows(
      world.app.db,
      sql<{ what: string }>`select what from platform.journal_line where subject = 'process:khai-sinh' order by seq`,
    )
    expect(lines.map(({ what }) => what)).toEqual([
      'catalogue.process-drafted',
      'catalogue.process-drafted',
      'catalogue.process-published',
    ])
  })

  test('bodies that are no more, or never were, are refused, each with who took over and its place', async () => {
    const [gone] = await rows(
      world.app.db,
      sql<{ code: string; name: string }>`
        select u.code, min(u.name) as name from organisation.unit u join organisation.unit_successor s on s.unit_id = u.id
        group by u.code having bool_and(u.valid_to is not null) and not exists (
          select 1 from organisation.unit v where v.code = u.code and v.valid_to is null) order by u.code limit 1`,
    )
    const step = { kind: 'consultation', name: 'Hỏi các nơi', after: 'tham-dinh' } as const
    const bodies = ['H49.11', gone?.code ?? '', 'H49.000']
    const asked = changeStep(addStep({ ...own(), code: 'khai-sinh-3' }, step, model), 'lay-y-kien', {
      consultation: { bodies, termHours: 2, completeness: 'all', lead: 'handling' },
    })
    await draft(asked)
    const faults = (await view('khai-sinh-3')).draft?.faults ?? []
    expect(faults.map(({ code, facts: said }) => [code, said?.unit])).toEqual([
      ['body-ended', gone?.code],
      ['body-unknown', 'H49.000'],
    ])
    expect(faults[0]?.facts?.successors).not.toBe('')
    await runAction(world.app, discardProcessDraft, administrator, { code: 'khai-sinh-3', revision: 1 })
  })

  test('a second one for the same procedure is refused', async () => {
    await draft({ ...own(), code: 'khai-sinh-2' })
    expect((await refusalOf(publish('khai-sinh-2', 1))).code).toBe('catalogue.procedure-has-process')
    await runAction(world.app, discardProcessDraft, administrator, { code: 'khai-sinh-2', revision: 1 })
    expect((await refusalOf(view('khai-sinh-2'))).code).toBe('catalogue.unknown-process')
  })
})

describe('the default process', () => {
  test('a budget too long for the shortest procedure is refused and names it', async () => {
    const long = changeStep(model, 'tham-dinh', { budgetHours: 400 })
    await draft(long)
    const [fault] = (await view(FIVE_STEPS)).draft?.faults ?? []
    expect(fault).toMatchObject({ code: 'over-term', place: { kind: 'process' } })
    expect(fault?.facts?.hours).toBeLessThan(8)
  })

  test('a role held nowhere is refused with the units', async () => {
    await draft(changeStep(model, 'tra-ket-qua', { unitRule: 'unit:H49' }), 1)
    expect((await view(FIVE_STEPS)).draft?.faults).toMatchObject([
      { code: 'role-unheld', place: { code: 'tra-ket-qua' }, facts: { role: 'intake-officer' } },
    ])
  })

  test('a draft that changes nothing is not published', async () => {
    await draft(model, 2)
    expect((await refusalOf(publish(FIVE_STEPS, 3, addDays(today, 1)))).code).toBe('catalogue.draft-unchanged')
  })

  test('the new version is in force from its day on; the files do not bring the old one back', async () => {
    await draft(changeStep(model, 'tham-dinh', { name: 'Thẩm định hồ sơ' }), 3)
    expect((await refusalOf(publish(FIVE_STEPS, 4, addDays(today, -1)))).code).toBe('catalogue.process-in-the-past')
    const { version } = await publish(FIVE_STEPS, 4, addDays(today, 10))
    expect(version).toBe(model.version + 1)
    const { versions, inForceId } = await view(FIVE_STEPS)
    expect(versions[0]).toMatchObject({ validFrom: addDays(today, 10), validTo: null, publishedBy: 'Đỗ Minh Quân' })
    expect(versions[1]).toMatchObject({ id: inForceId, validTo: addDays(today, 9) })
    await loadProcesses(world.app.db, [model])
    expect((await view(FIVE_STEPS)).versions).toHaveLength(versions.length)
    const listed = (await runQuery(world.app, listProcesses, administrator, {})).processes
    expect(listed.find(({ code }) => code === FIVE_STEPS)).toMatchObject({
      inForce: { version: model.version },
      upcoming: { version },
      draft: null,
    })
  })
})

describe('who may', () => {
  test('two administrators do not overwrite each other', async () => {
    const first = { ...model, code: 'chung', procedureCode: '2.000815' }
    await draft(first)
    await draft({ ...first, name: 'Bản của tôi' }, 1)
    expect((await refusalOf(draft({ ...first, name: 'Bản kia' }, 1))).code).toBe('catalogue.draft-changed')
    expect((await refusalOf(draft(first))).code).toBe('catalogue.draft-changed')
    expect((await refusalOf(publish('chung', 1))).code).toBe('catalogue.draft-changed')
  })

  test('nobody but an administrator', async () => {
    expect((await refusalOf(draft(model, 0, specialist))).code).toBe('platform.forbidden')
    expect((await refusalOf(runQuery(world.app, getProcess, specialist, { code: FIVE_STEPS }))).code).toBe(
      'platform.forbidden',
    )
  })
})
