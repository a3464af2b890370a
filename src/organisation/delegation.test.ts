import { describe, expect, it } from 'vitest'
import {
  coversProcedure,
  delegationStanding,
  whyNotDelegate,
  whyNotRevoke,
  type Delegation,
  type DelegationFacts,
  type DelegationPlan,
  type HeldPost,
} from './delegation.ts'
import { standInWords } from './instrument.texts.ts'

const post = (role: HeldPost['role'], position: string, more: Partial<HeldPost> = {}): HeldPost => ({
  role,
  position,
  unitId: 'ubnd',
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})
const CHAIR = post('signatory', 'Chủ tịch Ủy ban nhân dân xã')
const VICE = post('signatory', 'Phó Chủ tịch Ủy ban nhân dân xã')
const HEAD = post('head-of-division', 'Trưởng phòng Kinh tế')
const SPECIALIST = post('specialist', 'Chuyên viên')

const INSTRUMENT = { kind: 'Quyết định', number: '12/QĐ-UBND', signedOn: '2026-11-16', issuer: 'UBND xã Hoành Mô' }
const substitution: DelegationPlan = {
  kind: 'substitution',
  fromAccountId: 'b',
  toAccountId: 'a',
  unitId: 'ubnd',
  roles: ['specialist'],
  procedureCodes: null,
  sectorCodes: null,
  instrument: { ...INSTRUMENT, number: null },
  validFrom: '2026-11-20',
  validTo: '2026-11-27',
}
const signing = (kind: DelegationPlan['kind'], more: Partial<DelegationPlan> = {}): DelegationPlan => ({
  ...substitution,
  kind,
  roles: ['signatory'],
  instrument: INSTRUMENT,
  ...more,
})
const facts: DelegationFacts = {
  today: '2026-11-20',
  byAccountId: 'admin',
  own: [SPECIALIST],
  borrowed: [],
  isToActive: true,
  toPosts: [SPECIALIST],
  standing: [],
}
const chair = { ...facts, own: [CHAIR] }
const there = (more: Partial<DelegationFacts['standing'][number]> = {}): DelegationFacts => ({
  ...facts,
  standing: [{ ...substitution, revokedAt: null, toName: 'Lê Thị Thảo', ...more }],
})

type Case = [what: string, plan: DelegationPlan, facts: DelegationFacts, code: string | undefined]
const CASES: Case[] = [
  ['a substitute of the same office', substitution, facts, undefined],
  ['ends before it begins', { ...substitution, validTo: '2026-11-19' }, facts, 'organisation.delegation-backwards'],
  ['one day', { ...substitution, validTo: '2026-11-20' }, facts, undefined],
  [
    'over already',
    { ...substitution, validFrom: '2026-11-17', validTo: '2026-11-19' },
    facts,
    'organisation.delegation-over',
  ],
  [
    'a paper of tomorrow',
    { ...substitution, validFrom: '2026-11-22', instrument: { ...INSTRUMENT, signedOn: '2026-11-21' } },
    facts,
    'organisation.instrument-not-signed',
  ],
  [
    'from before the paper',
    { ...substitution, validFrom: '2026-11-15' },
    facts,
    'organisation.delegation-before-instrument',
  ],
  ['a substitute without end', { ...substitution, validTo: null }, facts, 'organisation.delegation-without-end'],
  [
    'signing without a number',
    signing('deputy', { instrument: substitution.instrument }),
    chair,
    'organisation.instrument-number-missing',
  ],
  ['no role', { ...substitution, roles: [] }, facts, 'organisation.delegation-without-role'],
  ['signing as a substitute', { ...substitution, roles: ['signatory'] }, chair, 'organisation.delegation-wrong-role'],
  ['administration', { ...substitution, roles: ['administrator'] }, facts, 'organisation.delegation-wrong-role'],
  ['appraisal by order', signing('by-order', { roles: ['specialist'] }), facts, 'organisation.delegation-wrong-role'],
  ['to oneself', { ...substitution, toAccountId: 'b' }, facts, 'organisation.delegation-to-oneself'],
  ['written by who gains', substitution, { ...facts, byAccountId: 'a' }, 'organisation.delegation-for-yourself'],
  ['not held', substitution, { ...facts, own: [HEAD] }, 'organisation.delegation-not-held'],
  [
    'held until yesterday',
    substitution,
    { ...facts, own: [{ ...SPECIALIST, validTo: '2026-11-19' }] },
    'organisation.delegation-not-held',
  ],
  ['handed on', substitution, { ...facts, own: [], borrowed: ['specialist'] }, 'organisation.delegation-chain'],
  ['to a closed account', substitution, { ...facts, isToActive: false }, 'organisation.delegate-inactive'],
  ['to another body', substitution, { ...facts, toPosts: [] }, 'organisation.delegate-elsewhere'],
  [
    'to the administrator',
    substitution,
    { ...facts, toPosts: [post('administrator', 'Quản trị hệ thống')] },
    'organisation.delegate-administrator',
  ],
  ['KT. by the deputy', signing('deputy'), { ...chair, toPosts: [VICE] }, undefined],
  [
    'KT. without end, by standing rules',
    signing('deputy', { validTo: null }),
    { ...chair, toPosts: [VICE] },
    undefined,
  ],
  ['KT. by a head of division', signing('deputy'), { ...chair, toPosts: [HEAD] }, 'organisation.delegate-not-deputy'],
  ['TL. by the head of division', signing('by-order'), { ...chair, toPosts: [HEAD] }, undefined],
  ['TL. by a specialist', signing('by-order'), { ...chair, toPosts: [SPECIALIST] }, 'organisation.delegate-not-head'],
  ['TUQ. by a specialist', signing('by-authority'), { ...chair, toPosts: [SPECIALIST] }, undefined],
  ['TUQ. without end', signing('by-authority', { validTo: null }), chair, 'organisation.delegation-without-end'],
  [
    'a deputy hands on signing',
    signing('by-order'),
    { ...chair, own: [VICE], toPosts: [HEAD] },
    'organisation.delegation-from-deputy',
  ],
  ['a second substitute at one time', substitution, there(), 'organisation.delegation-there'],
  ['a second one afterwards', substitution, there({ validFrom: '2026-11-28', validTo: '2026-12-04' }), undefined],
  [
    'touching on one day',
    substitution,
    there({ validFrom: '2026-11-27', validTo: '2026-12-04' }),
    'organisation.delegation-there',
  ],
  ['another role', substitution, there({ roles: ['clerk'] }), undefined],
  ['a revoked one', substitution, there({ revokedAt: new Date('2026-11-18T02:00:00Z') }), undefined],
  ['other procedures', { ...substitution, procedureCodes: ['1.1'] }, there({ procedureCodes: ['1.2'] }), undefined],
  ['other fields', { ...substitution, sectorCodes: ['42'] }, there({ sectorCodes: ['52'] }), undefined],
  [
    'a field both have',
    { ...substitution, sectorCodes: ['42', '52'] },
    there({ sectorCodes: ['52'] }),
    'organisation.delegation-there',
  ],
  [
    'a procedure that may belong to the field',
    { ...substitution, procedureCodes: ['1.1'] },
    there({ sectorCodes: ['52'] }),
    'organisation.delegation-there',
  ],
  ['one procedure of all', { ...substitution, procedureCodes: ['1.1'] }, there(), 'organisation.delegation-there'],
  [
    'a second deputy',
    signing('deputy'),
    { ...chair, toPosts: [VICE], standing: [{ ...signing('deputy'), revokedAt: null, toName: 'Phó khác' }] },
    undefined,
  ],
]

describe('whyNotDelegate', () => {
  it.each(CASES)('%s', (_, plan, known, code) => {
    expect(whyNotDelegate(plan, known)?.code).toBe(code)
  })
})

describe('a delegation', () => {
  const delegation: Delegation = {
    ...substitution,
    id: '1',
    fromName: 'Trần Văn B',
    fromPosition: 'Chuyên viên',
    toName: 'Nguyễn Thị A',
    toPosition: 'Chuyên viên',
    madeAt: new Date('2026-11-18T02:00:00Z'),
    madeByName: 'C',
    revokedAt: null,
    revokedByName: null,
    revokeReason: null,
  }

  it.each([
    ['2026-11-19', 'coming'],
    ['2026-11-20', 'in-force'],
    ['2026-11-27', 'in-force'],
    ['2026-11-28', 'ended'],
  ] as const)('on %s is %s', (day, standing) => {
    expect(delegationStanding(delegation, day)).toBe(standing)
    expect(whyNotRevoke(delegation, day)?.code).toBe(standing === 'ended' ? 'organisation.delegation-ended' : undefined)
  })

  it('is over at once when revoked', () => {
    const revoked = { ...delegation, revokedAt: new Date('2026-11-20T03:00:00Z') }
    expect(delegationStanding(revoked, '2026-11-20')).toBe('revoked')
    expect(whyNotRevoke(revoked, '2026-11-20')?.code).toBe('organisation.delegation-ended')
  })

  it('is named with its paper, or with who assigned it', () => {
    const person = { fullName: 'Trần Văn B', instrument: INSTRUMENT }
    expect(standInWords('Nguyễn Thị A', person)).toBe(
      'Nguyễn Thị A thay Trần Văn B, theo văn bản số 12/QĐ-UBND ngày 16/11/2026',
    )
    expect(standInWords('Nguyễn Thị A', { ...person, instrument: substitution.instrument })).toBe(
      'Nguyễn Thị A thay Trần Văn B, theo phân công ngày 16/11/2026 của UBND xã Hoành Mô',
    )
    expect(standInWords('Nguyễn Thị A', null)).toBe('Nguyễn Thị A')
  })
})

describe('what a scope takes in', () => {
  it.each([
    ['no limit', {}, true],
    ['the procedure', { procedureCodes: ['1.1'] }, true],
    ['another procedure', { procedureCodes: ['1.2'] }, false],
    ['its field', { sectorCodes: ['52'] }, true],
    ['another field', { sectorCodes: ['42'] }, false],
    ['another procedure, or its field', { procedureCodes: ['1.2'], sectorCodes: ['52'] }, true],
    ['nothing any more', { procedureCodes: [] }, false],
  ])('%s', (_, scope, covers) => {
    expect(coversProcedure(scope, '1.1', ['52', '60'])).toBe(covers)
  })
})
