import { describe, expect, test } from 'vitest'
import { CHECKS, type Evidence } from './check.ts'
import { faultsOf, type Definition, type Surroundings } from './declaration.ts'
import { reasonOf, whyNotAskForPerson } from './run.ts'
import { confirmedBy, runChecks } from './run-checks.ts'

const DEFINITION: Definition = {
  checks: [...CHECKS],
  answers: ['fullName'],
  registerFields: ['fullName', 'bornOn', 'sex', 'residence'],
  result: { title: 'Bản sao được cấp từ sổ gốc', template: 'civil-status' },
}
const AROUND: Surroundings = {
  procedure: { isOnline: true, resultTitles: [DEFINITION.result.title], formFields: ['fullName', 'bornOn'] },
  stepKinds: ['reception', 'appraisal', 'approval', 'signing', 'delivery'],
  hasAuthority: true,
}

describe('publishing a declaration', () => {
  test.each<[string, Partial<Definition>, Partial<Surroundings>, string[]]>([
    ['sound', {}, {}, []],
    ['an unknown check', { checks: [...CHECKS, 'weather'] }, {}, ['unknown-check']],
    ['without the register', { checks: CHECKS.filter((code) => code !== 'register-confirms') }, {}, ['check-missing']],
    ['an answer nobody is asked', { answers: ['shoeSize'] }, {}, ['unknown-answer']],
    [
      'a field the register has not',
      { registerFields: ['fullName', 'bornOn', 'religion'] },
      {},
      ['unknown-register-field'],
    ],
    ['nobody named', { registerFields: ['sex'] }, {}, ['field-missing', 'field-missing']],
    ['another procedure’s result', { result: { title: 'Giấy phép', template: 'licence' } }, {}, ['not-its-result']],
    ['no instrument in force', {}, { hasAuthority: false }, ['no-authority']],
    ['a consultation in its process', {}, { stepKinds: ['reception', 'consultation'] }, ['asks-others']],
    ['a linked procedure', {}, { stepKinds: ['linked'] }, ['asks-others']],
    ['no such procedure', {}, { procedure: undefined }, ['no-procedure']],
  ])('%s', (_, change, around, codes) => {
    const faults = faultsOf({ ...DEFINITION, ...change }, { ...AROUND, ...around })
    expect(faults.map(({ code }) => code)).toEqual(codes)
  })
})

const PERSON = {
  kind: 'citizen' as const,
  fullName: 'Nguyễn Thu Hạnh',
  personalId: '022188000512',
  passportNumber: null,
  bornOn: '1988-03-14',
  address: 'Tổ 5',
  communeCode: '06673',
  phone: null,
  email: null,
  organisationName: null,
  businessCode: null,
}
const DOSSIER = {
  applicant: PERSON,
  submitter: PERSON,
  applicantCitizenId: 'c',
  submitterCitizenId: 'c',
  answers: { fullName: 'Nguyễn Thu Hạnh' },
  money: 'nothing-due',
} as unknown as Evidence['dossier']
const REGISTER: Evidence['register'] = {
  found: true,
  person: {
    personalId: '022188000512',
    fullName: 'NGUYỄN THU HẠNH',
    bornOn: '1988-03-14',
    sex: 'female',
    address: 'Tổ 5, khu 2, phường Bãi Cháy',
    communeCode: '06673',
    phone: null,
    email: null,
  },
}
const FREE = [
  { channel: 'online', kind: 'charge', amountDong: 0n, chargeable: true, text: '' },
] as unknown as Evidence['fees']
const EVIDENCE: Evidence = { dossier: DOSSIER, components: [], fees: FREE, definition: DEFINITION, register: REGISTER }
const dossier = (change: object) => ({ dossier: { ...DOSSIER, ...change } }) as Partial<Evidence>
const said = (change: object) => dossier({ applicant: { ...PERSON, ...change }, submitter: { ...PERSON, ...change } })

describe('the checks', () => {
  test.each<[string, Partial<Evidence>, string | null, string]>([
    ['all hold', {}, null, ''],
    ['an answer left blank', dossier({ answers: { fullName: ' ' } }), 'answers-missing', 'fails'],
    [
      'a file handed in',
      { components: [{ files: [{}] }] as unknown as Evidence['components'] },
      'papers-to-read',
      'unsure',
    ],
    ['for somebody else', dossier({ applicant: { ...PERSON, fullName: 'Lê Văn Đông' } }), 'for-another', 'unsure'],
    ['by somebody not known', dossier({ applicantCitizenId: null }), 'for-another', 'unsure'],
    ['an organisation', said({ kind: 'organisation' }), 'for-organisation', 'unsure'],
    ['another commune', said({ communeCode: '06841' }), 'register-differs', 'fails'],
    ['another day', said({ bornOn: '1988-03-15' }), 'register-differs', 'fails'],
    ['no answer', { register: { found: false, why: 'away' } }, 'register-away', 'unsure'],
    ['a late answer', { register: { found: false, why: 'slow' } }, 'register-slow', 'unsure'],
    ['unknown there', { register: { found: false, why: 'unknown' } }, 'not-in-register', 'fails'],
    ['no number', { register: { found: false, why: 'not-asked' } }, 'no-personal-id', 'unsure'],
    ['money owed', dossier({ money: 'due' }), 'fee-due', 'fails'],
    [
      'a fee nobody has set',
      { fees: [{ ...FREE[0], amountDong: null }] as unknown as Evidence['fees'] },
      'fee-not-set',
      'unsure',
    ],
    [
      'a fee to pay',
      { fees: [{ ...FREE[0], amountDong: 8000n }] as unknown as Evidence['fees'] },
      'fee-not-set',
      'unsure',
    ],
  ])('%s', (_, change, why, is) => {
    const checks = runChecks({ ...EVIDENCE, ...change })
    expect(reasonOf(checks)?.code ?? null).toBe(why)
    if (why !== null) expect(checks.find((check) => check.is !== 'passes')).toMatchObject({ is, why })
  })

  test('a paid or waived fee is settled', () => {
    const fees = [{ ...FREE[0], amountDong: 8000n }] as unknown as Evidence['fees']
    for (const money of ['paid', 'waived']) {
      expect(reasonOf(runChecks({ ...EVIDENCE, ...dossier({ money }), fees }))).toBeNull()
    }
  })

  test('what is printed is the register’s, never the applicant’s', () => {
    expect(confirmedBy(EVIDENCE)).toEqual({
      fullName: 'NGUYỄN THU HẠNH',
      bornOn: '14/03/1988',
      sex: 'Nữ',
      residence: 'Tổ 5, khu 2, phường Bãi Cháy',
    })
    expect(confirmedBy({ ...EVIDENCE, register: { found: false, why: 'slow' } })).toEqual({})
  })
})

test.each([
  ['issued by machine', { state: 'issued', askedForPersonAt: null }, { authorityId: 'a' }, undefined],
  ['never decided by machine', undefined, { authorityId: null }, 'instant.not-by-machine'],
  [
    'an officer’s result took its place',
    { state: 'issued', askedForPersonAt: null },
    { authorityId: null },
    'instant.not-by-machine',
  ],
  ['a person has it', { state: 'to-person', askedForPersonAt: null }, undefined, 'instant.not-by-machine'],
  ['asked before', { state: 'issued', askedForPersonAt: new Date(0) }, { authorityId: 'a' }, 'instant.asked-before'],
] as const)('asking for a person: %s', (_, run, result, code) => {
  expect(whyNotAskForPerson(run, result)?.code).toBe(code)
})
