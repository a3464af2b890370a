import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { codeOf } from '../../../test/support/code-of.ts'
import { runAction } from '../../platform/action.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import type { Officer } from '../../platform/actor.ts'
import { countReuse, recordRegisterUses } from '../../documents/index.ts'
import { registerOffers } from './register-offers.ts'

const paper = (name: string, eform = false) => ({ code: 'A', name, eform })
const known = { source: 'citizen-registry' as const, toldAt: new Date('2026-11-20T02:00:00Z') }
const TODAY = '2026-11-20'

describe('a register stands for', () => {
  test.each([
    ['Thẻ căn cước', true],
    ['- Bản sao chứng minh nhân dân hoặc hộ chiếu hoặc thẻ căn cước công dân', true],
    ['Xuất trình Chứng minh nhân dân/thẻ Căn cước công dân/số định danh cá nhân/hộ chiếu đối với cá nhân', true],
    ['Thẻ căn cước công dân còn hiệu lực', true],
    ['Thẻ căn cước của người giám hộ', false],
    ['Thẻ căn cước hoặc giấy khai sinh', false],
    ['Giấy khai sinh', false],
    ['Tờ khai căn cước', false],
  ])('%s: %s', (name, stands) => {
    expect(registerOffers([paper(name)], known, TODAY)).toHaveLength(stands ? 1 : 0)
  })

  test('nobody it was not asked about, nothing typed at a desk, and nothing before the rule', () => {
    const wanted = [paper('Thẻ căn cước')]
    expect(registerOffers(wanted, undefined, TODAY)).toEqual([])
    expect(registerOffers(wanted, { source: 'desk' }, TODAY)).toEqual([])
    expect(registerOffers(wanted, known, '2022-12-31')).toEqual([])
    expect(registerOffers([paper('Thẻ căn cước', true)], known, TODAY)).toEqual([])
    expect(registerOffers(wanted, known, TODAY)).toMatchObject([
      { componentCode: 'A', register: 'citizen-registry', toldAt: known.toldAt },
    ])
  })
})

describe('the ledger', () => {
  let world: TestApp
  beforeAll(async () => {
    world = await openTestApp()
  }, 60_000)
  afterAll(() => world?.close())

  test('counts a paper a register stood for once, for the desk that would have asked for it', async () => {
    const unitId = newId()
    const usedFor = `dossier:${newId()}`
    const [offer] = registerOffers([paper('Thẻ căn cước')], known, TODAY)
    if (!offer) throw new Error('no offer')
    const use = { ...offer, usedFor, usedForCode: 'H49-1', procedureCode: '1.000001', procedureName: 'Thủ tục', unitId }
    const record = (actor: Parameters<typeof runAction>[2]) =>
      runAction(world.app, recordRegisterUses, actor, { uses: [use] })
    const system = { kind: 'system', name: 'test' } as const
    await record(system)
    await record(system)
    const desk: Officer = {
      kind: 'officer',
      accountId: newId(),
      fullName: 'Vũ Ngọc Ánh',
      grants: [{ role: 'intake-officer', unitId, unitCode: 'H49.136', reach: 'unit' }],
    }
    const days = { from: '2026-11-01', to: '2026-11-30' }
    expect(await runQuery(world.app, countReuse, desk, days)).toMatchObject({ papers: 1, dossiers: 1 })
    expect((await linesOf(world.app.db, usedFor)).map(({ what }) => what)).toEqual(['documents.register-used'])
    expect(await codeOf(record(desk))).toBe('platform.forbidden')
  })
})
