import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import type { Officer } from '../../platform/actor.ts'
import { execute, sql } from '../../platform/db.ts'
import { keyOfAccount, keyOfUnit } from '../../signing/index.ts'
import { resumeCertificate, stopCertificate, withdrawCertificate } from '../../signing/register/stop-certificate.ts'
import { signResult } from '../index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../testing.ts'
import { resultsWorkspaceRoutes } from '../workspace/routes.tsx'
import { listWaitingKeys } from './list-waiting-keys.ts'
import { mostUrgentFirst, waitsForKeySince } from './waiting-paper.ts'

let world: ResultsWorld
let site: BareWeb
beforeAll(async () => {
  world = await openResultsWorld()
  site = await openBareWeb(world.app, () => world.people.administrator, resultsWorkspaceRoutes)
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const waiting = async (who: Officer = world.people.administrator) =>
  (await world.read(listWaitingKeys, who, {})).papers.map(({ code, trouble, holderName }) => ({
    code,
    why: trouble.reason.code,
    holderName,
    since: trouble.since,
  }))
const leaders = async () => {
  const holder = await keyOfAccount(world.app.db, world.people.leader.accountId, world.clock.now())
  if (!holder) throw new Error('the leader has a certificate')
  return holder
}

describe('what waits for a new certificate', () => {
  test('is what nobody can sign, with whose certificate, why and since when; it is gone when it can be signed', async () => {
    const { people, run, clock } = world
    const [approved, signed] = [await world.approved(), await world.signed()]
    expect(await waiting()).toEqual([])

    const stoppedAt = clock.now()
    const { fingerprint } = await leaders()
    const stop = { fingerprint, as: 'suspended', reason: 'Máy của người ký bị mất' }
    await run(stopCertificate, people.administrator, stop)
    const holderName = people.leader.fullName
    expect(await waiting()).toEqual([
      { code: approved, why: 'signing.certificate-suspended', holderName, since: stoppedAt },
    ])
    expect(await codeOf(world.undertake(signResult, people.leader, { dossierCode: approved, pin: '000000' }))).toBe(
      'signing.certificate-suspended',
    )
    await run(resumeCertificate, people.administrator, { fingerprint, reason: 'Đã tìm thấy' })
    expect(await waiting()).toEqual([])

    const seal = await keyOfUnit(world.app.db, people.clerk.grants[0]?.unitId ?? '', clock.now())
    await run(withdrawCertificate, people.administrator, { fingerprint: seal?.fingerprint, reason: 'Đổi thiết bị' })
    expect((await waiting()).map(({ code, why }) => [code, why])).toEqual([[signed, 'signing.key-unknown']])
  })

  test('names a device that answers with the certificate of another, until it signs again', async () => {
    const { fingerprint } = await leaders()
    const code = await world.approved()
    await execute(
      world.app.db,
      sql`insert into signing.request (id, purpose, subject, file_id, sha256, signer, key_ref, fingerprint, by_account_id, by_name, fill,
            context, state, error, requested_at, ended_at)
          select gen_random_uuid(), purpose, subject, file_id, sha256, signer, key_ref, fingerprint, by_account_id, by_name, fill,
            context, 'failed', 'signing.certificate-of-another', ended_at + interval '1 second', ended_at + interval '1 second'
          from signing.request where fingerprint = ${fingerprint} and state = 'completed' limit 1`,
    )
    expect(await waiting()).toContainEqual(expect.objectContaining({ code, why: 'signing.certificate-of-another' }))
  })

  test('is for administrators, as far as they reach', async () => {
    const { people } = world
    expect(await codeOf(waiting(people.leader))).toBe('platform.forbidden')
    const [grant] = people.otherLeader.grants
    if (!grant) throw new Error('a leader has a grant')
    const elsewhere = { ...people.administrator, grants: [{ ...grant, role: 'administrator' as const }] }
    expect(await waiting(elsewhere)).toEqual([])
    const there = {
      ...elsewhere,
      grants: people.leader.grants.map((one) => ({ ...one, role: 'administrator' as const })),
    }
    expect((await waiting(there)).length).toBeGreaterThan(0)
  })

  test('stands on a page that says what to do', async () => {
    const { body } = await site.web.inject('/quan-tri/chung-thu-so/cho-moi')
    for (const words of [
      'Chờ chứng thư số mới',
      'Chưa có chứng thư số nào đang dùng',
      'Gắn khoá ký',
      world.people.leader.fullName,
    ])
      expect(body).toContain(words)
    expect(body).toContain(`/quan-tri/chung-thu-so/${(await leaders()).fingerprint}/doi`)
  })
})

describe('the order of the list', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  test('is that of the due dates, what has none last', () => {
    const papers = [null, at(20), at(3), at(20)].map((dueAt, no) => ({ dueAt, no }))
    expect(mostUrgentFirst(papers).map(({ no }) => no)).toEqual([2, 1, 3, 0])
  })
  test('a paper waits since the later of its coming and the end of the certificate', () => {
    const trouble = (since: Date | null) => ({ reason: { code: 'x' }, since, certificate: undefined })
    expect(waitsForKeySince({ waitsSince: at(5), trouble: trouble(at(9)) })).toEqual(at(9))
    expect(waitsForKeySince({ waitsSince: at(5), trouble: trouble(at(2)) })).toEqual(at(5))
    expect(waitsForKeySince({ waitsSince: at(5), trouble: trouble(null) })).toEqual(at(5))
  })
})
