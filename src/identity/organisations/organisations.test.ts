import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Type } from 'typebox'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Citizen } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { rememberCitizen } from '../remember-citizen.ts'
import { identityRefusals } from '../texts.ts'
import { readVneidClaims } from '../identity-provider/vneid/claims.ts'
import { appointClerk, removeClerk } from './appoint-clerk.ts'
import { listOwnOrganisations } from './list-members.ts'
import { recordRepresentative } from './record-representative.ts'

const FIRM = { businessCode: '5700000124', name: 'Hợp tác xã Bản Sen' }
const OANH = { fullName: 'Phạm Thị Kim Oanh', personalId: '022195000633' }

let world: TestApp
let hung: Citizen
let oanh: Citizen

const signIn = action({
  name: 'test.sign-in',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String(), represents: Type.Boolean() }),
  async run(ctx, _, { represents, ...told }) {
    const citizen = await rememberCitizen(ctx, told)
    if (represents) await recordRepresentative(ctx, citizen, FIRM)
    ctx.journal({ subject: `citizen:${citizen.id}`, what: 'test.signed-in', facts: {} })
    return citizen
  },
})

async function person(personalId: string, fullName: string, represents = false): Promise<Citizen> {
  const input = { personalId, fullName, represents }
  const { id } = await runAction(world.app, signIn, { kind: 'system', name: 'test' }, input)
  return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
}

const appoint = (who: Citizen, changes: object = {}) =>
  runAction(world.app, appointClerk, who, { businessCode: FIRM.businessCode, ...OANH, ...changes })
const own = (who: Citizen) => runQuery(world.app, listOwnOrganisations, who, {})
const memberId = async (who: Citizen, of: Citizen) =>
  (await own(who))[0]?.members.find(({ citizenId }) => citizenId === of.citizenId)?.id ?? ''

beforeAll(async () => {
  world = await openTestApp({ refusals: identityRefusals })
  hung = await person('022079000815', 'Vũ Mạnh Hùng', true)
  oanh = await person(OANH.personalId, OANH.fullName)
}, 180_000)
afterAll(() => world.close())

describe('the account of an organisation', () => {
  const claims = { accountType: '2', citizenPid: '022079000815', fullName: 'Vũ Mạnh Hùng', accountLevel: '1' }
  test('says who represents what', () => {
    const told = readVneidClaims({ ...claims, MaSoDoanhNghiep: FIRM.businessCode, TenDoanhNghiep: FIRM.name })
    expect(told).toMatchObject({ personalId: '022079000815', organisation: FIRM })
  })
  test('is refused when it does not', () => {
    expect(() => readVneidClaims(claims)).toThrow('identity.organisation-account')
  })
  test('makes its person the representative, once', async () => {
    await person('022079000815', 'Vũ Mạnh Hùng', true)
    expect(await own(hung)).toMatchObject([
      { ...FIRM, role: 'representative', members: [{ fullName: 'Vũ Mạnh Hùng', personalId: '022 079 ••• 815' }] },
    ])
  })
})

describe('clerks', () => {
  test('are put down by the representative alone', async () => {
    expect(await codeOf(appoint(oanh))).toBe('platform.not-found')
    await appoint(hung, { position: 'Kế toán' })
    expect(await own(oanh)).toMatchObject([{ ...FIRM, role: 'clerk', position: 'Kế toán' }])
    expect(await codeOf(appoint(hung))).toBe('identity.member-already')
    expect(await codeOf(appoint(oanh, { personalId: '022085000274', fullName: 'Lê Văn Đông' }))).toBe(
      'platform.not-found',
    )
  })

  test('must be who the number says, and not the representative', async () => {
    expect(await codeOf(appoint(hung, { fullName: 'Người Khác' }))).toBe('identity.member-other-name')
    const self = { personalId: '022079000815', fullName: 'Vũ Mạnh Hùng' }
    expect(await codeOf(appoint(hung, self))).toBe('identity.member-represents')
    const past = { personalId: '022085000274', fullName: 'Lê Văn Đông', validTo: '2020-01-01' }
    expect(await codeOf(appoint(hung, past))).toBe('identity.member-end-passed')
  })

  test('are taken off by the representative, or leave; nobody else decides, and the representative stays', async () => {
    const dong = await person('022085000274', 'Lê Văn Đông')
    const id = await memberId(hung, oanh)
    const remove = (who: Citizen, which: string) => codeOf(runAction(world.app, removeClerk, who, { memberId: which }))
    expect(await remove(dong, id)).toBe('platform.not-found')
    expect(await remove(hung, await memberId(hung, hung))).toBe('identity.member-represents')
    expect(await remove(oanh, id)).toBe('done')
    expect(await own(oanh)).toEqual([])
    await appoint(hung)
    expect(await remove(hung, await memberId(hung, oanh))).toBe('done')
    expect(await own(oanh)).toEqual([])
  })

  test('end by their day, and can be put down anew', async () => {
    const today = world.clock.now().toISOString().slice(0, 10)
    await appoint(hung, { validTo: today })
    expect(await own(oanh)).toHaveLength(1)
    world.clock.advance(2 * 24 * 60)
    expect(await own(oanh)).toEqual([])
    await appoint(hung)
    expect(await own(oanh)).toHaveLength(1)
  })
})
