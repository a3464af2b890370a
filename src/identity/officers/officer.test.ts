import { describe, expect, it } from 'vitest'
import type { HeldPost } from '../../organisation/index.ts'
import { whyNotDisable, whyNotGrantRole, whyNotWithdrawRole, type RolePlan } from './officer.ts'

const plan: RolePlan = { accountId: 'a', role: 'specialist', unitId: 'u', validFrom: '2026-11-20', validTo: null }
const held = (role: HeldPost['role'], more: Partial<HeldPost> = {}): HeldPost => ({
  role,
  unitId: 'u',
  position: 'Chuyên viên',
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})
const facts = { byAccountId: 'admin', account: { status: 'active' as const }, posts: [] as HeldPost[] }

describe('whyNotGrantRole', () => {
  it.each([
    ['a new officer', plan, facts, undefined],
    ['oneself', plan, { ...facts, byAccountId: 'a' }, 'identity.not-yourself'],
    ['a closed account', plan, { ...facts, account: { status: 'disabled' as const } }, 'identity.account-closed'],
    ['backwards', { ...plan, validTo: '2026-11-19' }, facts, 'identity.role-backwards'],
    ['held already', plan, { ...facts, posts: [held('specialist')] }, 'identity.role-held'],
    ['held until before', plan, { ...facts, posts: [held('specialist', { validTo: '2026-11-19' })] }, undefined],
    ['held at another unit', plan, { ...facts, posts: [held('specialist', { unitId: 'v' })] }, undefined],
    [
      'an administrator who would decide',
      plan,
      { ...facts, posts: [held('administrator')] },
      'identity.administrator-apart',
    ],
    [
      'one who decides made administrator',
      { ...plan, role: 'administrator' as const },
      { ...facts, posts: [held('signatory', { unitId: 'v' })] },
      'identity.administrator-apart',
    ],
    [
      'an administrator who supervises',
      { ...plan, role: 'supervisor' as const },
      { ...facts, posts: [held('administrator')] },
      undefined,
    ],
  ])('%s', (_, wanted, known, code) => {
    expect(whyNotGrantRole(wanted, known)?.code).toBe(code)
  })
})

it.each([
  ['today', '2026-11-20', null, false, undefined],
  ['at once', '2026-11-19', null, false, undefined],
  ['the day before yesterday', '2026-11-18', null, false, 'identity.role-end-past'],
  ['over already', '2026-11-20', '2026-11-10', false, 'identity.role-over'],
  ['their own', '2026-11-20', null, true, 'identity.not-yourself'],
])('ends a role %s', (_, lastDay, validTo, isOwn, code) => {
  expect(whyNotWithdrawRole({ validTo }, { lastDay, today: '2026-11-20', isOwn })?.code).toBe(code)
})

it('closes accounts, but not one’s own and not twice', () => {
  expect(whyNotDisable({ id: 'a', status: 'active' }, 'admin')).toBeUndefined()
  expect(whyNotDisable({ id: 'a', status: 'active' }, 'a')?.code).toBe('identity.not-yourself')
  expect(whyNotDisable({ id: 'a', status: 'disabled' }, 'admin')?.code).toBe('identity.account-closed')
})
