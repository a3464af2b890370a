import { writeFile } from 'node:fs/promises'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import type { Actor } from '../../platform/actor.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { rows, sql } from '../../platform/db.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { getDossier } from '../../dossiers/index.ts'
import { keyOfAccount } from '../../signing/index.ts'
import {
  approveResult,
  downloadResult,
  draftResult,
  listRound,
  openPaper,
  returnDraft,
  sealRound,
  signResult,
  signRound,
} from '../index.ts'
import { resultsWorkspaceRoutes } from '../workspace/routes.tsx'
import { codeOf, openResultsWorld, type ResultsWorld } from '../testing.ts'

let world: ResultsWorld
let site: BareWeb
let actor: Actor = { kind: 'anonymous' }
beforeAll(async () => {
  world = await openResultsWorld()
  site = await openBareWeb(world.app, () => actor, resultsWorkspaceRoutes)
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const idOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.leader, { dossierCode })).dossier.id
const handlingOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.leader, { dossierCode })).dossier.handling
const lineOf = async (dossierCode: string, what: string) =>
  (await linesOf(world.app.db, `dossier:${await idOf(dossierCode)}`)).find((line) => line.what === what)
const papers = (codes: readonly string[]) => codes.map((dossierCode) => ({ dossierCode, version: 1 }))

/** Approved, with something its signatory is to know. */
async function doubtful(): Promise<string> {
  const dossierCode = await world.appraised()
  const { people, run } = world
  await run(draftResult, people.specialist, { dossierCode, attention: 'Chung tường nhà số 14' })
  await run(approveResult, people.head, { dossierCode })
  return dossierCode
}

describe('many papers, one authorisation', () => {
  test('each is signed by itself; what is in doubt only when it was opened; the journal tells', async () => {
    const { people, pins, read, run, undertake } = world
    const quick = [await world.approved(), await world.approved()]
    const [opened, unopened, gone] = [await doubtful(), await doubtful(), await world.approved()]
    const before = await read(listRound, people.leader, { as: 'signatory' })
    expect(before.key).toMatchObject({ confirmIn: undefined, whyNot: undefined })
    const groups = new Map(before.papers.map(({ item, group }) => [item.code, group]))
    expect(quick.map((code) => groups.get(code))).toEqual(['quick', 'quick'])
    expect([opened, unopened].map((code) => groups.get(code))).toEqual(['look', 'look'])

    expect(await run(openPaper, people.leader, { dossierCode: opened })).toEqual({ isFirst: true })
    expect(await run(openPaper, people.leader, { dossierCode: opened })).toEqual({ isFirst: false })
    await undertake(signResult, people.leader, { dossierCode: gone, pin: pins.leader })
    const codes = [...quick, opened, unopened, gone]
    const { done, outcomes } = await undertake(signRound, people.leader, { papers: papers(codes), pin: pins.leader })
    expect(done).toBe(3)
    expect(outcomes.map(({ dossierCode, refusal }) => [dossierCode, refusal?.code ?? null])).toEqual([
      [quick[0], null],
      [quick[1], null],
      [opened, null],
      [unopened, 'results.not-opened'],
      [gone, expect.stringMatching(/^dossiers\./)],
    ])
    expect(await handlingOf(unopened)).toBe('awaiting-signature')
    expect((await lineOf(quick[0] ?? '', 'results.signed'))?.facts.round).toEqual({ of: 5, opened: false })
    expect((await lineOf(opened, 'results.signed'))?.facts.round).toEqual({ of: 5, opened: true })
    expect((await lineOf(gone, 'results.signed'))?.facts.round).toBeUndefined()
    expect(await lineOf(opened, 'results.opened')).toMatchObject({ facts: { no: 1, version: 1 } })

    const sealed = await undertake(sealRound, people.clerk, {
      papers: papers([...quick, opened]),
      pin: pins.seal,
    })
    expect(sealed.done).toBe(3)
    const issued = await rows(
      world.app.db,
      sql<{ id: string; no: number }>`select dossier_id as id, no from results.issued order by no`,
    )
    const ids = await Promise.all([...quick, opened].map(idOf))
    const numbers = ids.map((id) => issued.find((one) => one.id === id)?.no ?? 0)
    expect(numbers).toEqual([0, 1, 2].map((step) => (numbers[0] ?? 0) + step))
    expect((await lineOf(opened, 'results.sealed'))?.facts.round).toEqual({ of: 3, opened: false })
  })

  test('a wrong PIN is one wrong PIN and is told as such', async () => {
    const { people, pins, undertake } = world
    const codes = [await world.approved(), await world.approved(), await world.approved()]
    const asked = { papers: papers(codes), pin: '000000' }
    expect(await codeOf(undertake(signRound, people.leader, asked))).toBe('signing.wrong-pin')
    expect(await codeOf(undertake(signRound, people.leader, { papers: papers(codes) }))).toBe('signing.pin-missing')
    const again = await undertake(signRound, people.leader, { papers: papers(codes), pin: pins.leader })
    expect(again.done).toBe(3)
  })

  test('the time-stamp authority down delays every paper of a round and spoils none', async () => {
    const { people, pins, undertake, timestamps } = world
    const codes = [await world.approved(), await world.approved()]
    timestamps.behave({ mode: 'down' })
    const { done, outcomes } = await undertake(signRound, people.leader, { papers: papers(codes), pin: pins.leader })
    timestamps.behave({ mode: 'normal' })
    expect(done).toBe(0)
    expect(outcomes.map(({ refusal }) => refusal?.code)).toEqual(codes.map(() => 'signing.level-awaited'))
    expect(await Promise.all(codes.map(handlingOf))).toEqual(codes.map(() => 'awaiting-signature'))
  })

  test('nobody signs for somebody else, nor what is out of their reach', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    expect(await codeOf(undertake(signRound, people.clerk, { papers: papers([dossierCode]), pin: pins.seal }))).toBe(
      'platform.forbidden',
    )
    const asked = { papers: papers([dossierCode]), pin: pins.otherLeader }
    const { done, outcomes } = await undertake(signRound, people.otherLeader, asked)
    expect(done).toBe(0)
    expect(outcomes[0]?.refusal?.code).toBe('platform.not-found')
    expect(await codeOf(world.run(openPaper, people.otherLeader, { dossierCode }))).toBe('platform.not-found')
  })
})

describe('the page', () => {
  const box = (body: string, code: string) => new RegExp(`<input[^>]*value="${code} 1"[^>]*>`).exec(body)?.[0] ?? ''

  test('ticks what passed, opens what is in doubt, keeps the ticks, signs, and tells each outcome', async () => {
    const { people, pins, run } = world
    const [quick, other, gone, spoilt, look] = [
      await world.approved(),
      await world.approved(),
      await world.approved(),
      await world.approved(),
      await doubtful(),
    ]
    actor = people.leader
    const first = (await site.web.inject({ url: '/ky' })).body
    expect(box(first, quick)).toContain('checked')
    expect(box(first, look)).toContain('disabled')
    for (const words of ['Ký nhanh được', 'Nên mở ra xem', 'Chung tường nhà số 14', 'Trước khi ký', 'Ai đã làm'])
      expect(first).toContain(words)

    // The box of what was opened can be ticked; the one unticked stays so.
    const opened = (await site.post('/ky', '/ky/xem', { xem: look, chon: [`${quick} 1`, `${gone} 1`] })).body
    expect(box(opened, look)).not.toMatch(/disabled|checked/)
    expect(box(opened, other)).not.toContain('checked')
    expect(box(opened, quick)).toContain('checked')

    const none = await site.post('/ky', '/ky', { pin: pins.leader })
    expect([none.statusCode, none.body.includes('Chưa chọn văn bản nào')]).toEqual([422, true])
    const chon = [`${quick} 1`, `${gone} 1`, `${look} 1`]
    const wrong = await site.post('/ky', '/ky', { chon, pin: '000000' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Mã PIN chưa đúng')
    expect(box(wrong.body, look)).toContain('checked')

    await run(returnDraft, people.leader, { dossierCode: gone, reason: 'Viết đủ tên văn bản.' })
    const { file } = await world.read(downloadResult, people.leader, { dossierCode: spoilt })
    await writeFile(pathInStore(world.app.settings.fileFolder, file.sha256), 'not what was approved')
    const some = await site.post('/ky', '/ky', { chon: [...chon, `${spoilt} 1`], pin: pins.leader })
    expect(some.statusCode).toBe(200)
    expect(some.body).toContain('2 văn bản đã xong, 2 văn bản chưa')
    expect(some.body).toContain(`<input type="hidden" name="chon" value="${spoilt} 1"`)
    expect(some.body).not.toContain(`value="${gone} 1"`)
    expect(some.body).not.toContain(pins.leader)
    const all = await site.post('/ky', '/ky', { chon: `${other} 1`, pin: pins.leader })
    expect(all.headers.location).toBe('/ky?lo=1')

    actor = people.clerk
    const seals = await site.post('/van-thu', '/van-thu', { chon: [`${quick} 1`, `${other} 1`], pin: pins.seal })
    expect(seals.headers.location).toBe('/van-thu?lo=2')
  })

  test('is for those who sign here', async () => {
    actor = world.people.specialist
    expect((await site.web.inject({ url: '/ky' })).statusCode).toBe(403)
    expect((await site.post('/ky', '/ky/xem', { xem: 'x' })).statusCode).toBe(403)
  })
})

describe('a key that may not be used', () => {
  const holderOf = async () => {
    const holder = await keyOfAccount(world.app.db, world.people.leader.accountId, world.clock.now())
    if (!holder) throw new Error('the leader has a key')
    return holder
  }
  const change = (assignment: RawBuilder<unknown>, fingerprint: string) =>
    world.app.db
      .transaction()
      .execute((db) => sql`update signing.key_holder set ${assignment} where fingerprint = ${fingerprint}`.execute(db))
  const stopped = (as: string) => sql`stopped_as = ${as}, stopped_at = now(), stop_reason = 'Thông báo'`
  const running = sql`stopped_as = null, stopped_at = null, stop_reason = null`

  test.each([
    ['expired', sql`valid_to = '2026-11-01'`, 'signing.certificate-expired', 'hết hạn'],
    ['suspended', stopped('suspended'), 'signing.certificate-suspended', 'tạm dừng'],
    ['revoked', stopped('revoked'), 'signing.certificate-revoked', 'thu hồi'],
  ])('its certificate is %s: nothing is signed, and the papers wait', async (_, assignment, code, words) => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const { fingerprint, validTo } = await holderOf()
    await change(assignment, fingerprint)
    try {
      expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe(code)
      actor = people.leader
      const page = (await site.web.inject({ url: '/ky' })).body
      expect(page).toContain('Chờ chứng thư số mới')
      expect(page.toLocaleLowerCase('vi')).toContain(words)
      expect(page).not.toMatch(/<input[^>]*name="chon"/)
    } finally {
      await change(sql`valid_to = ${validTo}, ${running}`, fingerprint)
    }
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe('done')
  })

  test('the device holds the certificate of another person', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const { fingerprint } = await holderOf()
    await change(sql`fingerprint = ${'a'.repeat(64)}`, fingerprint)
    expect(await codeOf(undertake(signResult, people.leader, { dossierCode, pin: pins.leader }))).toBe(
      'signing.certificate-of-another',
    )
    await change(sql`fingerprint = ${fingerprint}`, 'a'.repeat(64))
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
  })

  test('the clerk before the leader', async () => {
    const { people, pins, undertake } = world
    const dossierCode = await world.approved()
    const { outcomes } = await undertake(sealRound, people.clerk, { papers: papers([dossierCode]), pin: pins.seal })
    expect(outcomes[0]?.refusal?.code).toMatch(/^dossiers\./)
    expect(await handlingOf(dossierCode)).toBe('awaiting-signature')
  })
})
