import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import fiveSteps from '../../data/processes/five-steps.json' with { type: 'json' }
import { ROLES, type Actor, type Officer, type Role } from '../platform/actor.ts'
import { HANDLING_STATES, hasEnded, nationalStatusOf, type Handling, type Money } from './dossier.ts'
import { DOSSIER_ACTIONS, actionsPossible, stateAfter, whyNot, type DossierAction } from './process.ts'

const ME = '0190aaaa-0000-7000-8000-000000000001'
const officer: Officer = { kind: 'officer', accountId: ME, fullName: 'Phạm Quang Huy', grants: [] }
const citizen: Actor = {
  kind: 'citizen',
  accountId: ME,
  citizenId: ME,
  fullName: 'Nguyễn Thu Hạnh',
  personalId: '022188000512',
}

function at(
  handling: Handling,
  roles: Role[],
  more: {
    assigneeAccountId?: string | null
    appraisal?: 'eligible' | 'ineligible' | null
    isGroundDoubted?: boolean
  } = {},
) {
  return {
    handling,
    roles,
    money: 'nothing-due' as const,
    delivery: 'not-ready' as const,
    assigneeAccountId: ME,
    appraisal: 'eligible' as const,
    opinionsAwaited: 0,
    ...more,
  }
}

describe('the five-step process', () => {
  const cases: [Handling, Role, DossierAction[]][] = [
    ['submitted', 'intake-officer', ['receiveDossier', 'requestSupplement', 'refuseIntake']],
    ['submitted', 'specialist', []],
    ['awaiting-supplement', 'citizen', ['supplyDossier']],
    ['awaiting-supplement', 'intake-officer', ['supplyDossier']],
    ['awaiting-supplement', 'specialist', []],
    ['received', 'head-of-division', ['assignDossier']],
    ['received', 'intake-officer', []],
    ['appraising', 'specialist', ['requestSupplement', 'recordAppraisal', 'draftResult']],
    ['appraising', 'head-of-division', ['assignDossier']],
    ['awaiting-approval', 'head-of-division', ['approveResult', 'returnDraft']],
    ['awaiting-signature', 'signatory', ['returnDraft', 'signResult']],
    ['awaiting-seal', 'clerk', ['sealResult']],
    ['finished', 'intake-officer', ['deliverResult']],
    ['delivered', 'intake-officer', []],
    ['refused', 'citizen', []],
  ]
  test.each(cases)('%s, %s: %j', (handling, role, expected) => {
    const actor = role === 'citizen' ? citizen : officer
    expect(actionsPossible(at(handling, [role]), actor, fiveSteps).toSorted()).toEqual(expected.toSorted())
  })

  test.each<[DossierAction, Handling, Role, 'eligible' | 'ineligible' | null, boolean]>([
    ['receiveDossier', 'submitted', 'intake-officer', null, false],
    ['approveResult', 'awaiting-approval', 'head-of-division', 'eligible', false],
    ['signResult', 'awaiting-signature', 'signatory', 'eligible', false],
    ['sealResult', 'awaiting-seal', 'clerk', 'eligible', false],
    ['approveResult', 'awaiting-approval', 'head-of-division', 'ineligible', true],
    ['requestSupplement', 'submitted', 'intake-officer', null, true],
    ['refuseIntake', 'submitted', 'intake-officer', null, true],
    ['assignDossier', 'received', 'head-of-division', null, true],
  ])('while the right to act is doubted: %s from %s', (action, handling, role, appraisal, mayGoOn) => {
    const dossier = at(handling, [role], { appraisal, isGroundDoubted: true })
    expect(whyNot(action, dossier, officer, { transitions: fiveSteps.transitions })?.code).toBe(
      mayGoOn ? undefined : 'dossiers.ground-doubted',
    )
  })

  test('every state of the process reaches an end', () => {
    const next = (state: string) => fiveSteps.transitions.filter(({ from }) => from.includes(state)).map(({ to }) => to)
    const states = new Set(fiveSteps.transitions.flatMap(({ from, to }) => [...from, to]))
    for (const state of states) {
      const seen = new Set<string>([state])
      for (const one of seen) for (const after of next(one)) seen.add(after)
      expect(
        [...seen].some((one) => fiveSteps.finalStates.includes(one)),
        state,
      ).toBe(true)
    }
  })

  test('it uses no state, action or role that the code does not know', () => {
    for (const { action, from, to, role } of fiveSteps.transitions) {
      expect(DOSSIER_ACTIONS).toContain(action)
      expect(ROLES).toContain(role)
      for (const state of [...from, to]) expect(HANDLING_STATES).toContain(state)
    }
    for (const state of fiveSteps.finalStates) expect(hasEnded(state as Handling)).toBe(true)
  })

  test('an action is possible only where the table has a row for that state and role', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HANDLING_STATES),
        fc.constantFrom(...DOSSIER_ACTIONS),
        fc.subarray([...ROLES]),
        fc.boolean(),
        (handling, action, roles, isMine) => {
          const dossier = at(handling, roles, { assigneeAccountId: isMine ? ME : null })
          const rows = fiveSteps.transitions.filter((row) => row.action === action && row.from.includes(handling))
          // What a person answers a request with may be brought to the desk.
          const mayDo = (role: string) =>
            roles.some((own) => own === role) ||
            (action === 'supplyDossier' && role === 'citizen' && roles.includes('intake-officer'))
          const open = rows.some(({ role }) => mayDo(role) && (role !== 'specialist' || isMine))
          expect(whyNot(action, dossier, officer, fiveSteps) === undefined).toBe(open)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('a specialist works only on what is theirs', () => {
    const other = at('appraising', ['specialist'], { assigneeAccountId: citizen.accountId.replace('1', '2') })
    expect(whyNot('recordAppraisal', other, officer, fiveSteps)).toEqual({ code: 'dossiers.not-assigned-to-you' })
  })

  test('no result without an appraisal', () => {
    const dossier = at('appraising', ['specialist'], { appraisal: null })
    expect(whyNot('draftResult', dossier, officer, fiveSteps)?.code).toBe('dossiers.not-appraised')
    expect(whyNot('recordAppraisal', dossier, officer, fiveSteps)).toBeUndefined()
  })

  test('where actions lead', () => {
    expect(stateAfter('submitDossier', null, fiveSteps)).toBe('submitted')
    expect(stateAfter('fileAtCounter', null, fiveSteps)).toBe('received')
    expect(stateAfter('supplyDossier', 'awaiting-supplement', fiveSteps)).toBe('submitted')
    expect(() => stateAfter('sealResult', 'submitted', fiveSteps)).toThrow('no sealResult from submitted')
  })
})

describe('national status', () => {
  const cases: [Handling, Money, number][] = [
    ['submitted', 'nothing-due', 1],
    ['received', 'paid', 2],
    ['refused', 'nothing-due', 3],
    ['awaiting-seal', 'nothing-due', 4],
    ['awaiting-supplement', 'due', 5],
    ['received', 'due', 6],
    ['appraising', 'due', 6],
    ['finished', 'due', 9],
    ['withdrawn', 'nothing-due', 7],
    ['stopped', 'nothing-due', 8],
    ['delivered', 'waived', 10],
  ]
  test.each(cases)('%s, money %s: %i', (handling, money, expected) => {
    expect(nationalStatusOf({ handling, money })).toBe(expected)
  })
})
