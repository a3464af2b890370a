import { describe, expect, test } from 'vitest'
import fiveSteps from '../../data/processes/five-steps-2.json' with { type: 'json' }
import { ROLES, type Actor, type Officer, type Role } from '../platform/actor.ts'
import {
  DELIVERY_STATES,
  HANDLING_STATES,
  MONEY_STATES,
  hasEnded,
  nationalStatusOf,
  type AppraisalOutcome,
  type Delivery,
  type Handling,
  type Money,
} from './dossier.ts'
import { DOSSIER_ACTIONS, stateAfter, whyNot, type DossierAction } from './process.ts'
import { dossiersRefusals, nationalStatusWords } from './texts.ts'

const ME = '0190aaaa-0000-7000-8000-000000000001'
const OTHER = '0190aaaa-0000-7000-8000-000000000002'
const officer: Officer = { kind: 'officer', accountId: ME, fullName: 'Phạm Quang Huy', grants: [] }
const citizen: Actor = { ...officer, kind: 'citizen', citizenId: ME, personalId: '022188000512' }

/** Everything the rules look at, on all axes. Payments and answers of consulted bodies come from outside the process. */
type Point = {
  handling: Handling
  money: Money
  delivery: Delivery
  assignee: 'me' | 'other' | null
  appraisal: AppraisalOutcome | null
  opinionsAwaited: 0 | 1
}
type Move = { action: DossierAction; role: Role; to: Point }

const keyOf = (point: Point) => JSON.stringify(point)
const dossierAt = ({ assignee, ...point }: Point, roles: Role[]) => ({
  ...point,
  roles,
  assigneeAccountId: assignee === null ? null : assignee === 'me' ? ME : OTHER,
})
const refused = (point: Point, action: DossierAction, role: Role) =>
  whyNot(action, dossierAt(point, [role]), role === 'citizen' ? citizen : officer, fiveSteps)

/** What an action leaves on the axes besides handling, as the actions of the modules write it. */
const LEAVES: Partial<Record<DossierAction, (point: Point) => Partial<Point>[]>> = {
  assignDossier: () => [
    { assignee: 'me', appraisal: null },
    { assignee: 'other', appraisal: null },
  ],
  takeDossier: () => [{ assignee: 'me', appraisal: null }],
  returnStep: ({ handling }) => [handling === 'appraising' ? { assignee: null, appraisal: null } : {}],
  recordAppraisal: () => [{ appraisal: 'eligible' }, { appraisal: 'ineligible' }],
  supplyDossier: () => [{ appraisal: null }],
  sealResult: () => [{ delivery: 'ready' }],
  deliverResult: () => [{ delivery: 'handed-over' }],
  refuseDelivery: () => [{ delivery: 'refused' }],
  replaceResult: () => [{ delivery: 'not-ready' }],
  undoStep: () => [{ assignee: null }, { assignee: 'me' }, { assignee: 'other' }],
}

function movesFrom(point: Point): Move[] {
  return ROLES.flatMap((role) =>
    DOSSIER_ACTIONS.filter((action) => refused(point, action, role) === undefined).flatMap((action) =>
      targetsOf(action, point.handling, role).flatMap((handling) =>
        (LEAVES[action]?.(point) ?? [{}]).map((left) => ({ action, role, to: { ...point, ...left, handling } })),
      ),
    ),
  )
}

function targetsOf(action: DossierAction, from: Handling, role: Role): Handling[] {
  if (action !== 'undoStep') return [stateAfter(action, from, fiveSteps)]
  const rows = fiveSteps.transitions.filter((row) => row.action === action && row.role === role)
  return rows
    .filter((row) => row.from.includes(from))
    .map(({ to }) => stateAfter(action, from, fiveSteps, to as Handling))
}

/** What other people do meanwhile: money is asked, paid or waived; bodies are asked and answer. */
function meanwhile(point: Point): Point[] {
  const money = MONEY_STATES.filter((one) => one !== point.money).map((one) => ({ ...point, money: one }))
  const asked = point.handling === 'appraising' || point.opinionsAwaited === 1
  const opinionsAwaited = point.opinionsAwaited === 0 ? 1 : 0
  return [...money, ...(asked ? [{ ...point, opinionsAwaited } as const] : [])]
}

const begun: Point[] = (['submitDossier', 'fileAtCounter'] as const).map((action) => ({
  handling: stateAfter(action, null, fiveSteps),
  money: 'nothing-due',
  delivery: 'not-ready',
  assignee: null,
  appraisal: null,
  opinionsAwaited: 0,
}))

const reached = new Map(begun.map((point) => [keyOf(point), point]))
for (const point of reached.values()) {
  for (const next of [...movesFrom(point).map(({ to }) => to), ...meanwhile(point)]) {
    if (!reached.has(keyOf(next))) reached.set(keyOf(next), next)
  }
}
const points = [...reached.values()]

describe('the whole life of a dossier, explored', () => {
  test('every state is reached, and no combination that makes no sense', () => {
    expect(new Set(points.map(({ handling }) => handling))).toEqual(new Set(HANDLING_STATES))
    expect(new Set(points.map(({ delivery }) => delivery))).toEqual(new Set(DELIVERY_STATES))
    for (const { handling, delivery } of points) {
      if (handling === 'delivered') expect(delivery).toBe('handed-over')
      if (handling === 'finished') expect(['ready', 'refused']).toContain(delivery)
      if (delivery !== 'not-ready') expect(['finished', 'delivered']).toContain(handling)
    }
    expect(points.length).toBeGreaterThan(400)
  })

  test('in every one of them every action by every role leads on, or is refused with a reason that has words', () => {
    let allowed = 0
    const refusals: string[] = []
    const targets = new Set<Handling>()
    for (const point of points) {
      for (const role of ROLES) {
        for (const action of DOSSIER_ACTIONS) {
          const reason = refused(point, action, role)
          if (reason) refusals.push(reason.code)
          else {
            targets.add(stateAfter(action, point.handling, fiveSteps))
            allowed += 1
          }
        }
      }
    }
    const known: string[] = Object.keys(dossiersRefusals)
    expect([...new Set(refusals)].filter((code) => !known.includes(code))).toEqual([])
    expect([...targets].filter((handling) => !HANDLING_STATES.includes(handling))).toEqual([])
    expect(allowed + refusals.length).toBe(points.length * ROLES.length * DOSSIER_ACTIONS.length)
    expect(allowed).toBeGreaterThan(1_000)
  })

  test('nothing leaves an end but the correction of an issued result', () => {
    for (const point of points.filter(({ handling }) => hasEnded(handling))) {
      expect(movesFrom(point).every(({ action }) => action === 'replaceResult')).toBe(true)
    }
  })

  test('from everywhere an end can be reached', () => {
    const before = new Map<string, string[]>()
    for (const point of points) {
      for (const next of [...movesFrom(point).map(({ to }) => to), ...meanwhile(point)])
        before.set(keyOf(next), [...(before.get(keyOf(next)) ?? []), keyOf(point)])
    }
    const ending = new Set(points.filter(({ handling }) => hasEnded(handling)).map(keyOf))
    for (const key of ending) for (const from of before.get(key) ?? []) ending.add(from)
    expect(points.filter((point) => !ending.has(keyOf(point)))).toEqual([])
  })

  test('no signed result is withdrawn or stopped, and none is decided while a body is awaited', () => {
    for (const point of points) {
      const actions = movesFrom(point).map(({ action }) => action)
      if (['awaiting-seal', 'finished', 'delivered'].includes(point.handling)) {
        expect(actions).not.toContain('withdrawDossier')
        expect(actions).not.toContain('stopDossier')
      }
      if (point.opinionsAwaited > 0) expect(actions).not.toContain('draftResult')
      if (point.money === 'due') expect(actions).not.toContain('stopDossier')
    }
  })

  test('a citizen may always withdraw before a signature, whatever is owed', () => {
    const signed: Handling[] = ['awaiting-seal', 'finished']
    for (const point of points.filter(({ handling }) => !hasEnded(handling) && !signed.includes(handling)))
      expect(refused(point, 'withdrawDossier', 'citizen')).toBeUndefined()
  })
})

describe('the national status', () => {
  test('is told for every combination of handling, money and delivery, and all ten are used', () => {
    const told = HANDLING_STATES.flatMap((handling) =>
      MONEY_STATES.flatMap((money) => DELIVERY_STATES.map((_delivery) => nationalStatusOf({ handling, money }))),
    )
    expect(told).toHaveLength(HANDLING_STATES.length * MONEY_STATES.length * DELIVERY_STATES.length)
    expect([...new Set(told)].toSorted((a, b) => a - b)).toEqual(Object.keys(nationalStatusWords).map(Number))
  })

  test('tells what is reached: money is asked for only while nothing is decided', () => {
    for (const { handling, money } of points) {
      const status = nationalStatusOf({ handling, money })
      if (status === 6) expect(money).toBe('due')
      if (money !== 'due') expect(status).not.toBe(6)
    }
  })
})
