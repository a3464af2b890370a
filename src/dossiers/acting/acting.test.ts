import { describe, expect, test } from 'vitest'
import { actingOf, capacityIn, holdsOn, whyNotAct, whyNotEnd, type FiledActing } from './acting.ts'
import { GROUND_PAPER, omissionsOf, papersAskedOf, whyNotOmitGround } from './ground-paper.ts'
import { answersFor } from './whom.ts'

const ON = '2026-11-20'
const authorised = {
  onBehalf: 'other',
  capacity: 'authorised',
  ownerRelation: 'hàng xóm',
  groundNumber: '12/UQ',
  groundIssuedOn: '2026-02-01',
  groundScope: 'Nộp hồ sơ',
}
const child = { onBehalf: 'other', capacity: 'parent', ownerRelation: 'mẹ' }

describe('in which capacity', () => {
  test.each([
    [{ onBehalf: 'self' }, undefined],
    [{}, undefined],
    [child, 'parent'],
    [{ onBehalf: 'other', capacity: 'guardian' }, 'guardian'],
    [authorised, 'authorised'],
    [{ organisationName: 'Công ty Biển Ngọc', standing: 'member' }, 'member'],
    [{ organisationName: 'Công ty Biển Ngọc' }, 'sent'],
  ])('%j: %s', (answers, capacity) => {
    expect(capacityIn(answers)).toBe(capacity)
  })
})

describe('until when', () => {
  test.each([
    ['as the paper says', { ...authorised, groundUntil: '2026-12-31' }, '2026-12-31'],
    ['a year from its day where it says nothing', authorised, '2027-01-31'],
    ['of a parent, until the child is eighteen', { ...child, ownerBornOn: '2010-03-14' }, '2028-03-13'],
    ['to the end of the year where only that is known', { ...child, ownerBornOn: '2010' }, '2028-12-30'],
    [
      'of a guardian, until it is ended',
      { onBehalf: 'other', capacity: 'guardian', groundIssuedOn: '2020-01-01' },
      null,
    ],
    ['of a member, as long as the organisation lets them', { organisationName: 'X', standing: 'member' }, null],
  ])('%s', (_, answers, endsOn) => {
    expect(actingOf(answers, ON)?.endsOn).toBe(endsOn)
  })
})

describe('who may not file', () => {
  const member = { organisationName: 'X', standing: 'member' }
  test.each([
    ['for oneself', { onBehalf: 'self' }, false, undefined],
    ['by an authorisation in force', authorised, false, undefined],
    ['on its last day', { ...authorised, groundUntil: ON }, false, undefined],
    ['by one that is over', { ...authorised, groundUntil: '2026-11-19' }, false, 'dossiers.acting-authority-over'],
    ['for a child of eighteen', { ...child, ownerBornOn: '2008-11-20' }, false, 'dossiers.acting-grown-up'],
    ['for a child a day younger', { ...child, ownerBornOn: '2008-11-21' }, false, undefined],
    ['for an organisation that knows nothing of them', member, false, 'dossiers.not-of-organisation'],
    ['for one that put them down', member, true, undefined],
  ])('%s', (_, answers, isMember, code) => {
    expect(whyNotAct(actingOf(answers, ON), { isMember }, ON)?.code).toBe(code)
  })
})

describe('the paper it stands in', () => {
  const procedure = { components: [] }
  test.each([
    [{ onBehalf: 'self' }, []],
    [child, ['Giấy khai sinh của con']],
    [authorised, ['Văn bản uỷ quyền']],
    [{ organisationName: 'X', standing: 'member' }, []],
    [{ organisationName: 'X', standing: 'letter' }, ['Giấy giới thiệu hoặc văn bản uỷ quyền của tổ chức']],
  ])('is asked for: %j', (answers, names) => {
    expect(papersAskedOf(procedure, answers).map(({ name }) => name)).toEqual(names)
  })

  test('may be left out only where the State holds what it says', () => {
    expect(omissionsOf(GROUND_PAPER, 'parent')).toEqual(['held-by-the-state'])
    expect(omissionsOf(GROUND_PAPER, 'authorised')).toEqual([])
    expect(omissionsOf('KQ1', 'authorised')).toHaveLength(3)
    const left = [{ componentCode: GROUND_PAPER, reason: 'held-by-the-state' as const }]
    expect(whyNotOmitGround('parent', left)).toBeUndefined()
    expect(whyNotOmitGround('authorised', left)?.code).toBe('dossiers.acting-paper-missing')
  })
})

test('a right ends on its day, or when it is ended; one by law is not ended here', () => {
  const filed = (changes: Partial<FiledActing>): FiledActing => ({
    capacity: 'authorised',
    relation: null,
    groundNumber: null,
    groundIssuedOn: null,
    groundIssuer: null,
    groundScope: null,
    endsOn: ON,
    endedAt: null,
    endedBy: null,
    verdict: null,
    verdictNote: null,
    verdictBy: null,
    verdictAt: null,
    ...changes,
  })
  expect(holdsOn(filed({}), ON)).toBe(true)
  expect(holdsOn(filed({}), '2026-11-21')).toBe(false)
  expect(holdsOn(filed({ endedAt: new Date() }), ON)).toBe(false)
  expect(whyNotEnd(filed({}), ON)).toBeUndefined()
  expect(whyNotEnd(filed({}), '2026-11-21')?.code).toBe('dossiers.acting-over')
  expect(whyNotEnd(filed({ capacity: 'parent' }), ON)?.code).toBe('dossiers.acting-by-law')
  expect(whyNotEnd(undefined, ON)?.code).toBe('dossiers.acting-by-law')
})

test('an organisation one files for is known by its code', () => {
  const memberships = [{ businessCode: '5700000124', name: 'Biển Ngọc', role: 'clerk' as const, position: 'Kế toán' }]
  expect(answersFor({ for: 'member', businessCode: '5700000124' }, memberships)).toEqual({
    applicantKind: 'organisation',
    standing: 'member',
    organisationName: 'Biển Ngọc',
    businessCode: '5700000124',
    representativePosition: 'Kế toán',
  })
  expect(answersFor({ for: 'member', businessCode: '1' }, memberships)).not.toHaveProperty('organisationName')
})
