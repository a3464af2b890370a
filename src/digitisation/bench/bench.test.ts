import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { demoOfficer } from '../../desk/testing.ts'
import { runAction } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { runErrand } from '../../platform/errand.ts'
import { runQuery } from '../../platform/query.ts'
import { verifiedValues } from '../provenance/origin.ts'
import { readPaper } from '../readings/read-paper.ts'
import { recogniserPort } from '../readings/recogniser-port.ts'
import { aPaper, aReadPaper, BIRTH_PAPER, recorded } from '../readings/testing.ts'
import { digitisationJobs, digitisationReactions } from '../index.ts'
import { paperById } from '../intake/store.ts'
import { changeType } from './change-type.ts'
import { confirmable, confirmValues } from './confirm-values.ts'
import { getPagePicture, getPaper } from './get-paper.ts'
import { handOverPaper } from './hand-over-paper.ts'
import { judgeValue } from './judge-value.ts'
import { listPapers } from './list-papers.ts'
import { readAgain } from './read-again.ts'
import { judgementsOf, valuesOf } from './store.ts'
import { isOpen } from './value.ts'

let world: TestApp
let [anh, nga, thang, huy]: Officer[] = []
const recogniser = recorded()

beforeAll(async () => {
  world = await openTestApp({ province: true, work: { jobs: digitisationJobs, reactions: digitisationReactions } })
  world.app.ports.set(recogniserPort, recogniser)
  const people = ['anh.vn', 'nga.ht', 'thang.lv', 'huy.pq'].map((name) => demoOfficer(world.app, name))
  ;[anh, nga, thang, huy] = await Promise.all(people)
}, 120_000)
afterAll(() => world.close())

const unitOf = (officer: Officer | undefined) => officer?.grants[0]?.unitId ?? ''

const read = () => aReadPaper(world.app, [BIRTH_PAPER], { unitId: unitOf(anh) })
const valueOf = async (paperId: string, name: string) => {
  const found = (await valuesOf(world.app.db, paperId)).find((one) => one.name === name)
  if (!found) throw new Error(`no value ${name}`)
  return found
}
async function judge(who: Officer | undefined, paperId: string, name: string, text: string | null, more: object = {}) {
  const { id: valueId, version } = await valueOf(paperId, name)
  return runAction(world.app, judgeValue, who, { paperId, valueId, version, text, ...more })
}
async function confirm(who: Officer | undefined, paperId: string, what: 'sure' | 'absent') {
  const values = confirmable(await valuesOf(world.app.db, paperId), what).map(({ id, version }) => ({ id, version }))
  return runAction(world.app, confirmValues, who, { paperId, what, values })
}

describe('values', () => {
  test('a paper is checked when every value of it is settled, and only what people settled is verified', async () => {
    const { app } = world
    const paperId = await read()
    expect(verifiedValues(await valuesOf(app.db, paperId))).toEqual([])
    await judge(anh, paperId, 'fullName', 'PHẠM THÙY NGUYỆT')
    await judge(anh, paperId, 'bornOn', '18/08/2017')
    await confirm(anh, paperId, 'sure')
    await confirm(anh, paperId, 'absent')
    const open = (await valuesOf(app.db, paperId)).filter(isOpen)
    for (const { name, readText } of open) await judge(anh, paperId, name, readText)
    // Doubtful values of a birth certificate need a second look.
    expect((await paperById(app.db, paperId))?.state).toBe('to-check')
    for (const { name, readText } of open) await judge(nga, await handed(paperId), name, readText)
    expect((await paperById(app.db, paperId))?.state).toBe('checked')
    const verified = new Map(verifiedValues(await valuesOf(app.db, paperId)).map((one) => [one.name, one]))
    expect(verified.get('bornOn')).toMatchObject({ text: '18/08/2017', normalised: '2017-08-18', by: [anh?.fullName] })
    expect(verified.get('sex')?.by).toEqual([anh?.fullName, nga?.fullName])
    expect(verified.has('motherName')).toBe(false)
    const record = await judgementsOf(app.db, paperId)
    expect(record.find(({ name }) => name === 'bornOn')).toMatchObject({
      readAs: '13/08/2017',
      correctedTo: '18/08/2017',
      verdict: 'corrected',
      way: 'single',
      typeCode: 'birth-certificate',
      byAccountId: anh?.accountId,
    })
    expect(record.some(({ way, verdict }) => way === 'batch' && verdict === 'accepted')).toBe(true)
  })

  test('the second person does not see what the first found; one of two who differ cannot end it alone', async () => {
    const { app } = world
    const paperId = await handed(await read())
    await judge(anh, paperId, 'sex', 'Nam')
    const seen = (await runQuery(app, getPaper, nga, { paperId })).values.find(({ name }) => name === 'sex')
    expect(seen).toMatchObject({ state: 'once', first: null, readText: 'Nữ?' })
    expect(JSON.stringify(seen)).not.toContain('"Nam"')
    await judge(nga, paperId, 'sex', 'Nữ')
    expect((await valueOf(paperId, 'sex')).state).toBe('differs')
    expect(await codeOf(judge(nga, paperId, 'sex', 'Nữ'))).toBe('digitisation.settled-by-another')
    await judge(anh, paperId, 'sex', 'Nữ')
    expect(await valueOf(paperId, 'sex')).toMatchObject({ state: 'settled', settled: { text: 'Nữ' } })
  })

  test('what cannot be is asked about once, and kept as words when the paper says so', async () => {
    const paperId = await read()
    expect(await codeOf(judge(anh, paperId, 'bornOn', '31/02/2017'))).toBe('digitisation.value-strange')
    await judge(anh, paperId, 'bornOn', '31/02/2017', { asPrinted: true })
    expect((await valueOf(paperId, 'bornOn')).settled).toMatchObject({ text: '31/02/2017', normalised: null })
    await judge(anh, paperId, 'bornOn', null)
    expect((await valueOf(paperId, 'bornOn')).settled).toMatchObject({ verdict: 'unreadable', text: null })
    const { id: valueId } = await valueOf(paperId, 'bornOn')
    const old = { paperId, valueId, version: 1, text: '13/08/2017' }
    expect(await codeOf(runAction(world.app, judgeValue, anh, old))).toBe('platform.conflict')
  })

  test('confirming together takes what the page showed and the machine is sure of, nothing else', async () => {
    const paperId = await read()
    const values = (await valuesOf(world.app.db, paperId)).map(({ id, version }) => ({ id, version }))
    const { confirmed } = await runAction(world.app, confirmValues, anh, { paperId, what: 'sure', values })
    const after = await valuesOf(world.app.db, paperId)
    expect(after.filter(({ state }) => state === 'settled').length).toBe(confirmed)
    expect(after.find(({ name }) => name === 'sex')?.state).toBe('read')
    expect((await runAction(world.app, confirmValues, anh, { paperId, what: 'sure', values: [] })).confirmed).toBe(0)
  })
})

/** Put before the clerk, who is of another unit. */
async function handed(paperId: string): Promise<string> {
  const input = { paperId, toAccountId: nga?.accountId ?? '', note: 'Chữ mờ, nhờ chị xem' }
  await runAction(world.app, handOverPaper, anh, input)
  return paperId
}

describe('papers', () => {
  test('are reached by their unit and by whom they are handed to, and by nobody else', async () => {
    const { app } = world
    const paperId = await read()
    for (const stranger of [nga, thang]) {
      expect(await codeOf(runQuery(app, getPaper, stranger, { paperId }))).toBe('platform.not-found')
      expect(await codeOf(runQuery(app, getPagePicture, stranger, { paperId, place: 1 }))).toBe('platform.not-found')
      expect(await codeOf(judge(stranger, paperId, 'sex', 'Nữ'))).toBe('platform.not-found')
      expect(await codeOf(confirm(stranger, paperId, 'sure'))).toBe('platform.not-found')
      expect(await codeOf(runErrand(app, changeType, stranger, { paperId, type: null }))).toBe('platform.not-found')
      expect(await codeOf(runAction(app, readAgain, stranger, { paperId }))).toBe('platform.not-found')
    }
    expect(await codeOf(runQuery(app, getPaper, huy, { paperId }))).toBe('platform.forbidden')
    const toThang = { paperId, toAccountId: thang?.accountId ?? '', note: '' }
    expect(await codeOf(runAction(app, handOverPaper, anh, toThang))).toBe('digitisation.nobody-to-check')
    await handed(paperId)
    expect((await runQuery(app, getPaper, nga, { paperId })).handOver?.note).toBe('Chữ mờ, nhờ chị xem')
    const { papers } = await runQuery(app, listPapers, nga, { tab: 'handed' })
    expect(papers.map(({ id }) => id)).toContain(paperId)
    expect((await runQuery(app, listPapers, thang, { tab: 'to-check' })).papers).toEqual([])
  })

  test('called something else are read for other fields, from what was read', async () => {
    const { app } = world
    const paperId = await read()
    await runErrand(app, changeType, anh, { paperId, type: 'criminal-record-1' })
    expect((await paperById(app.db, paperId))?.typeCode).toBe('criminal-record-1')
    expect((await valueOf(paperId, 'fullName')).label).not.toBe('')
    await runErrand(app, changeType, anh, { paperId, type: null })
    expect((await valuesOf(app.db, paperId)).map(({ label }) => label)).toContain('Dân tộc')
    expect(await codeOf(runErrand(app, changeType, anh, { paperId, type: 'no-such' }))).toBe('platform.not-found')
    expect((await judgementsOf(app.db, paperId)).map(({ kind, correctedTo }) => [kind, correctedTo])).toEqual([
      ['type', 'criminal-record-1'],
      ['type', ''],
    ])
  })

  test('are read again where a page failed, until somebody has looked', async () => {
    const { app } = world
    const paperId = await aPaper(app, recogniser, [BIRTH_PAPER, undefined], { unitId: unitOf(anh) })
    await readPaper.run(app, { paperId })
    const pages = [...recogniser.pages.keys()]
    recogniser.pages.set(pages.at(-1) ?? 0, ['Người đi khai sinh: Phạm Văn Hùng'])
    await runAction(app, readAgain, anh, { paperId })
    await readPaper.run(app, { paperId })
    expect((await runQuery(app, getPaper, anh, { paperId })).progress).toMatchObject({ read: 2, failed: 0 })
    expect(await codeOf(runAction(app, readAgain, anh, { paperId }))).toBe('digitisation.nothing-failed')
    await confirm(anh, paperId, 'sure')
    expect(await codeOf(runAction(app, readAgain, anh, { paperId }))).toBe('digitisation.looked-at')
  })
})
