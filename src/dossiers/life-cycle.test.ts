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
import { readProcess } from '../catalogue/index.ts'
import { demandsOpen, whyNotBeginStep } from './demands/demands.ts'
import { DOSSIER_ACTIONS, stateAfter, whyNot, type DossierAction } from './process.ts'
import { besideAppraisal } from './testing.ts'
import { dossiersRefusals, nationalStatusWords } from './texts.ts'

const ME = '0190aaaa-0000-7000-8000-000000000001'
const OTHER = '0190aaaa-0000-7000-8000-000000000002'
const officer: Officer = { kind: 'officer', accountId: ME, fullName: 'Phạm Quang Huy', grants: [] }
const citizen: Actor = { ...officer, kind: 'citizen', citizenId: ME, personalId: '022188000512' }

/** What runs beside the appraisal: not begun, under way, or settled (held, done, or waived). */
const BESIDE = ['none', 'begun', 'settled'] as const
type Beside = (typeof BESIDE)[number]

/**
 * Everything the rules look at, on all axes. Payments, answers of consulted bodies and the work of linked ones come from outside
 * the process; the result's module tells what was drafted and signed.
 */
type Point = {
  handling: Handling
  money: Money
  delivery: Delivery
  assignee: 'me' | 'other' | null
  appraisal: AppraisalOutcome | null
  /** Set from the first seal on: what follows puts an issued result right. */
  isFinished: boolean
  isReceived: boolean
  left: '' | 'draft' | 'result'
  /** A question of the officers' own. */
  opinionsAwaited: 0 | 1
  consultation: Beside
  parts: Beside
}
type Move = { action: DossierAction; role: Role; to: Point }

const CONSULTATION = { bodies: ['H49.1'], termHours: 8, completeness: 'all' as const, lead: 'handling' as const }
const LINKED = { direction: 'same-level' as const, bodies: [], lead: 'handling' as const }
const plain = readProcess(fiveSteps)
/** The default process with all that may run beside its appraisal. */
const process = {
  ...plain,
  steps: [
    ...plain.steps,
    besideAppraisal({ code: 'hoi', name: 'Lấy ý kiến', kind: 'consultation', consultation: CONSULTATION }),
    besideAppraisal({ code: 'noi', name: 'Liên thông', kind: 'linked', linked: LINKED }),
  ],
}

const NOW = new Date('2026-11-20T09:00:00+07:00')
const keyOf = (point: Point) => JSON.stringify(point)
const dossierAt = (
  { assignee, isFinished, isReceived, left, consultation, parts, ...point }: Point,
  roles: Role[],
) => ({
  ...point,
  roles,
  assigneeAccountId: assignee === null ? null : assignee === 'me' ? ME : OTHER,
  opinionsAwaited: point.opinionsAwaited + (consultation === 'begun' ? 1 : 0),
  receivedAt: isReceived ? NOW : null,
  finishedAt: isFinished ? NOW : null,
  leftPapers: [
    ...(left === '' ? [] : [{ kind: 'result-draft', isSigned: false }]),
    ...(left === 'result' ? [{ kind: 'result', isSigned: true }] : []),
  ],
  settledSteps: [...(consultation === 'settled' ? ['hoi'] : []), ...(parts === 'settled' ? ['noi'] : [])],
})
const refused = (point: Point, action: DossierAction, role: Role) =>
  whyNot(action, dossierAt(point, [role]), role === 'citizen' ? citizen : officer, process)

/** What an action leaves on the axes besides handling, as the actions of the modules write it. */
const LEAVES: Partial<Record<DossierAction, (point: Point) => Partial<Point>[]>> = {
  assignDossier: () => [
    { assignee: 'me', appraisal: null },
    { assignee: 'other', appraisal: null },
  ],
  takeDossier: () => [{ assignee: 'me', appraisal: null }],
  returnStep: ({ handling }) => [handling === 'appraising' ? { assignee: null, appraisal: null } : { left: 'draft' }],
  recordAppraisal: () => [{ appraisal: 'eligible' }, { appraisal: 'ineligible' }],
  receiveDossier: () => [{ isReceived: true }],
  supplyDossier: () => [{ appraisal: null }],
  draftResult: ({ left }) => [{ left: left === 'result' ? left : 'draft' }],
  signResult: () => [{ left: 'result' }],
  sealResult: () => [{ delivery: 'ready', isFinished: true }],
  deliverResult: () => [{ delivery: 'handed-over' }],
  refuseDelivery: () => [{ delivery: 'refused' }],
  replaceResult: () => [{ delivery: 'not-ready', left: '' }],
  undoStep: () => [{ assignee: null }, { assignee: 'me' }, { assignee: 'other' }],
}

const known = new Map<string, Move[]>()
function movesFrom(point: Point): Move[] {
  const key = keyOf(point)
  const found = known.get(key) ?? movesOf(point)
  known.set(key, found)
  return found
}

function movesOf(point: Point): Move[] {
  return ROLES.flatMap((role) =>
    DOSSIER_ACTIONS.filter((action) => refused(point, action, role) === undefined).flatMap((action) =>
      targetsOf(action, point.handling, role).flatMap((handling) =>
        (LEAVES[action]?.(point) ?? [{}]).map((left) => ({ action, role, to: { ...point, ...left, handling } })),
      ),
    ),
  )
}

function targetsOf(action: DossierAction, from: Handling, role: Role): Handling[] {
  if (action !== 'undoStep') return [stateAfter(action, from, process)]
  const rows = process.transitions.filter((row) => row.action === action && row.role === role)
  return rows
    .filter((row) => row.from.includes(from))
    .map(({ to }) => stateAfter(action, from, process, to as Handling))
}

/**
 * What happens beside the process: money is asked, paid or waived; bodies are asked and answer or are let go; parts are sent and
 * done, sent on, or let go; either step is waived. Only what the rules let begin begins.
 */
function meanwhile(point: Point): Point[] {
  const money = MONEY_STATES.filter((one) => one !== point.money).map((one) => ({ ...point, money: one }))
  const mayAsk = point.handling === 'appraising' && !point.isFinished
  const own = mayAsk || point.opinionsAwaited === 1
  const opinionsAwaited = point.opinionsAwaited === 0 ? 1 : 0
  return [
    ...money,
    ...(own ? [{ ...point, opinionsAwaited } as const] : []),
    ...besideAfter(point, 'hoi', point.consultation).map((consultation) => ({ ...point, consultation })),
    ...besideAfter(point, 'noi', point.parts).map((parts) => ({ ...point, parts })),
  ]
}

function besideAfter(point: Point, code: string, now: Beside): Beside[] {
  if (now === 'begun') return ['settled']
  const step = process.steps.find((one) => one.code === code)
  const why = whyNotBeginStep(step, dossierAt(point, []), process.steps, false)
  return now === 'none' && why === undefined ? ['begun', 'settled'] : []
}

const begun: Point[] = (['submitDossier', 'fileAtCounter'] as const).map((action) => ({
  handling: stateAfter(action, null, process),
  money: 'nothing-due',
  delivery: 'not-ready',
  assignee: null,
  appraisal: null,
  isFinished: false,
  isReceived: action === 'fileAtCounter',
  left: '',
  opinionsAwaited: 0,
  consultation: 'none',
  parts: 'none',
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
    expect(points.length).toBeGreaterThan(4_000)
    for (const one of BESIDE) {
      expect(points.some(({ consultation, parts }) => consultation === one && parts === one)).toBe(true)
    }
    for (const { handling, isFinished, isReceived, left } of points) {
      if (handling === 'finished' || handling === 'delivered') expect(isFinished && left === 'result').toBe(true)
      if (!['submitted', 'awaiting-supplement', 'refused', 'withdrawn', 'stopped'].includes(handling))
        expect(isReceived).toBe(true)
    }
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
            targets.add(stateAfter(action, point.handling, process))
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
      if (demandsOpen(process.steps, dossierAt(point, [])).length > 0) expect(actions).not.toContain('draftResult')
      if (point.money === 'due') expect(actions).not.toContain('stopDossier')
    }
  })

  test('a citizen may always withdraw before a signature, whatever is owed', () => {
    const signed: Handling[] = ['awaiting-seal', 'finished']
    const before = points.filter(
      ({ handling, isFinished }) => !hasEnded(handling) && !signed.includes(handling) && !isFinished,
    )
    for (const point of before) expect(refused(point, 'withdrawDossier', 'citizen')).toBeUndefined()
  })
})

describe('what a process demands', () => {
  test('once settled it stays so on every way, and nothing is asked of a correction', () => {
    for (const point of points) {
      for (const { to } of movesFrom(point)) {
        expect([to.consultation, to.parts]).toEqual([point.consultation, point.parts])
      }
      if (point.isFinished) expect(demandsOpen(process.steps, dossierAt(point, []))).toEqual([])
    }
  })

  test('without demands the way is that of the table alone', () => {
    const settled = points.filter(({ consultation, parts }) => consultation === 'settled' && parts === 'settled')
    for (const point of settled.filter(({ opinionsAwaited }) => opinionsAwaited === 0)) {
      for (const role of ROLES) {
        const actor = role === 'citizen' ? citizen : officer
        for (const action of DOSSIER_ACTIONS) {
          const dossier = dossierAt(point, [role])
          const why = whyNot(action, dossier, actor, process)?.code
          expect(why).toBe(whyNot(action, dossier, actor, { transitions: process.transitions })?.code)
        }
      }
    }
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
