import { describe, expect, test } from 'vitest'
import {
  FAULT_CODES,
  faultsOf,
  type FaultCode,
  type FaultKnowledge,
  type FaultPlace,
  type NamedBody,
} from './faults.ts'
import type { ProcessDefinition, ProcessStep } from './process.ts'
import { readProcesses } from '../read-source.ts'
import { usualStep } from './read-process.ts'
import { faultText, placeText } from './texts.ts'

const versions = await readProcesses()
const definition = versions.at(-1) as ProcessDefinition
const asked: ProcessStep = {
  ...usualStep('consultation'),
  code: 'lay-y-kien',
  name: 'Lấy ý kiến',
  role: 'specialist',
  states: [],
  beside: 'tham-dinh',
  consultation: { bodies: ['H49.12'], termHours: 16, completeness: 'silence-agrees', lead: 'handling' },
}
const linked: ProcessStep = {
  ...usualStep('linked'),
  code: 'lien-thong',
  name: 'Liên thông thuế',
  role: 'specialist',
  states: [],
  beside: 'tham-dinh',
  linked: {
    direction: 'same-level',
    bodies: [{ unitCode: 'H49.13', duty: 'Xác định nghĩa vụ', termHours: 24 }],
    lead: 'competent',
  },
}
const steps = (change: (step: ProcessStep) => Partial<ProcessStep>, ...more: ProcessStep[]) => ({
  steps: [...definition.steps.map((step) => ({ ...step, ...change(step) })), ...more],
})
const only = (code: string, changes: Partial<ProcessStep>) => steps((step) => (step.code === code ? changes : {}))
const inStep = (code: string, name: string): FaultPlace => ({ kind: 'step', code, name })
const move = (action: string, from: string, to: string, automatic = false) => ({
  action,
  from: [from],
  to,
  role: 'specialist' as const,
  ...(automatic ? { automatic } : {}),
})

const CASES: [string, FaultCode, FaultPlace, Partial<ProcessDefinition>, FaultKnowledge?][] = [
  [
    'a step nothing leads to',
    'unreachable-step',
    inStep('doi-chieu', 'Đối chiếu'),
    {
      ...steps(() => ({}), {
        ...usualStep('approval'),
        code: 'doi-chieu',
        name: 'Đối chiếu',
        role: 'clerk',
        states: ['checking'],
      }),
      transitions: [
        ...definition.transitions,
        { ...move('approveResult', 'checking', 'awaiting-seal'), role: 'clerk' },
      ],
    },
  ],
  [
    'a final state nothing leads to',
    'unreachable-state',
    { kind: 'state', code: 'lost' },
    { finalStates: [...definition.finalStates, 'lost'] },
  ],
  [
    'a step nothing leads out of',
    'dead-end',
    inStep('phe-duyet', 'Phê duyệt'),
    { transitions: definition.transitions.filter(({ from }) => !from.includes('awaiting-approval')) },
  ],
  [
    'two states that only lead to each other',
    'no-way-to-an-end',
    { kind: 'state', code: 'here' },
    {
      transitions: [
        ...definition.transitions,
        move('draftResult', 'appraising', 'here'),
        move('draftResult', 'here', 'there'),
        move('returnDraft', 'there', 'here'),
      ],
    },
  ],
  [
    'a beginning without an action',
    'no-beginning',
    { kind: 'state', code: 'finished' },
    { initialStates: [...definition.initialStates, 'finished'] },
  ],
  [
    'a final state that goes on',
    'final-left',
    { kind: 'state', code: 'finished' },
    { finalStates: [...definition.finalStates, 'finished'] },
  ],
  [
    'two automatic moves in a circle',
    'loop-without-person',
    { kind: 'transition', action: 'returnDraft', from: ['awaiting-approval'], to: 'appraising' },
    {
      transitions: [
        ...definition.transitions,
        move('draftResult', 'appraising', 'awaiting-approval', true),
        move('returnDraft', 'awaiting-approval', 'appraising', true),
      ],
    },
  ],
  [
    'a state the system does not know',
    'unknown-state',
    { kind: 'state', code: 'finished' },
    {},
    { vocabulary: { states: new Set(['submitted']), actions: new Set() } },
  ],
  [
    'an action the system does not know',
    'unknown-action',
    { kind: 'transition', action: 'submitDossier', from: [], to: 'submitted' },
    {},
    { vocabulary: { states: new Set(), actions: new Set(['fileAtCounter']) } },
  ],
  [
    'a step with a state no move knows',
    'state-without-transition',
    inStep('phe-duyet', 'Phê duyệt'),
    only('phe-duyet', { states: ['awaiting-approval', 'ghost'] }),
  ],
  [
    'two steps with one state',
    'state-in-two-steps',
    inStep('phe-duyet', 'Phê duyệt'),
    only('phe-duyet', { states: ['awaiting-approval', 'appraising'] }),
  ],
  ['a step without a state', 'step-without-state', inStep('phe-duyet', 'Phê duyệt'), only('phe-duyet', { states: [] })],
  [
    'two steps of one code',
    'step-code-twice',
    inStep('tham-dinh', 'Phê duyệt'),
    only('phe-duyet', { code: 'tham-dinh' }),
  ],
  [
    'a step after one that needs it done',
    'step-out-of-order',
    inStep('ky-so', 'Ký số'),
    { steps: [...definition.steps.slice(0, 3), ...definition.steps.slice(3).toReversed()] },
  ],
  [
    'a step beside none',
    'beside-unknown',
    inStep('lay-y-kien', 'Lấy ý kiến'),
    steps(() => ({}), { ...asked, beside: 'khong-co' }),
  ],
  [
    'a role that can do nothing in its step',
    'role-cannot-act',
    inStep('phe-duyet', 'Phê duyệt'),
    only('phe-duyet', { role: 'clerk' }),
  ],
  [
    'a role nobody holds there',
    'role-unheld',
    inStep('phe-duyet', 'Phê duyệt'),
    {},
    {
      holders: [
        {
          role: 'head-of-division',
          unitRule: 'handling',
          units: [
            { name: 'Sở A', people: 1 },
            { name: 'Sở B', people: 0 },
          ],
        },
      ],
    },
  ],
  [
    'a rule that leads to no unit',
    'unit-unknown',
    inStep('phe-duyet', 'Phê duyệt'),
    {},
    { holders: [{ role: 'head-of-division', unitRule: 'handling', units: [] }] },
  ],
  [
    'budgets longer than the shortest term',
    'over-term',
    { kind: 'process' },
    steps(({ code }) => ({ budgetHours: code === 'tham-dinh' ? 20 : 4 })),
    {
      terms: {
        hoursPerDay: 7.5,
        of: [
          { procedureCode: '1.001193', term: { quantity: 10, unit: 'working-day' } },
          { procedureCode: '2.000815', term: { quantity: 3, unit: 'working-day' } },
        ],
      },
    },
  ],
  [
    'answers awaited longer than the step',
    'longer-than-its-step',
    inStep('lay-y-kien', 'Lấy ý kiến'),
    steps(({ code }) => (code === 'tham-dinh' ? { budgetHours: 8 } : {}), asked),
  ],
  [
    'a consultation of nothing',
    'consultation-missing',
    inStep('lay-y-kien', 'Lấy ý kiến'),
    steps(() => ({}), { ...asked, consultation: null }),
  ],
  ...(
    [
      ['consultation-without-bodies', { bodies: [] }],
      ['consultation-without-term', { termHours: null }],
      ['consultation-without-rule', { completeness: null }],
    ] as const
  ).map(([code, changes]): (typeof CASES)[number] => [
    code,
    code,
    inStep('lay-y-kien', 'Lấy ý kiến'),
    steps(() => ({}), {
      ...asked,
      consultation: {
        bodies: ['H49.12'],
        termHours: 16,
        completeness: 'all',
        lead: 'handling',
        ...structuredClone(changes),
      },
    } as ProcessStep),
  ]),
  [
    'a linked step of nothing',
    'linked-missing',
    inStep('lien-thong', 'Liên thông thuế'),
    steps(() => ({}), { ...linked, linked: null }),
  ],
  ...(
    [
      ['linked-without-bodies', { bodies: [] }],
      ['linked-without-term', { bodies: [{ unitCode: 'H49.13', duty: '', termHours: null }] }],
      ['linked-without-lead', { lead: null }],
    ] as const
  ).map(([code, changes]): (typeof CASES)[number] => [
    code,
    code,
    inStep('lien-thong', 'Liên thông thuế'),
    steps(() => ({}), { ...linked, linked: { ...linked.linked, ...structuredClone(changes) } } as ProcessStep),
  ]),
  ...(
    [
      ['body-unknown', { standing: 'unknown' }],
      ['body-ended', { standing: 'ended', name: 'Sở Giao thông vận tải', successors: ['Sở Xây dựng'] }],
      ['body-ended', { standing: 'ended', name: 'Sở Giao thông vận tải' }],
      ['body-without-people', { people: 0 }],
    ] as const
  ).flatMap(([code, changes]): typeof CASES => {
    const body = (named: string): NamedBody => ({
      code: named,
      standing: 'in-force',
      name: 'Sở Công Thương',
      successors: [],
      people: 2,
      ...structuredClone(changes),
    })
    return [
      [
        'a body asked',
        code,
        inStep('lay-y-kien', 'Lấy ý kiến'),
        steps(() => ({}), asked),
        { bodies: [body('H49.12')] },
      ],
      [
        'a linked body',
        code,
        inStep('lien-thong', 'Liên thông thuế'),
        steps(() => ({}), linked),
        { bodies: [body('H49.13')] },
      ],
      [
        'a body that leads',
        code,
        inStep('lien-thong', 'Liên thông thuế'),
        steps(() => ({}), { ...linked, linked: { ...linked.linked, lead: 'unit:H49.14' } } as ProcessStep),
        { bodies: [body('H49.14')] },
      ],
    ]
  }),
  [
    'a body asked twice',
    'body-twice',
    inStep('lay-y-kien', 'Lấy ý kiến'),
    steps(() => ({}), {
      ...asked,
      consultation: { bodies: ['H49.12', 'H49.12'], termHours: 16, completeness: 'all', lead: 'handling' },
    }),
  ],
  [
    'a paper nobody knows',
    'paper-unknown',
    inStep('tham-dinh', 'Thẩm định'),
    only('tham-dinh', { produces: ['bien-ban'] }),
  ],
  [
    'a paper of a later step',
    'paper-never-left',
    inStep('tham-dinh', 'Thẩm định'),
    only('tham-dinh', { produces: ['result'] }),
  ],
  [
    'an opinion nobody asks for',
    'paper-never-left',
    inStep('phe-duyet', 'Phê duyệt'),
    only('phe-duyet', { produces: ['opinion'] }),
  ],
  [
    'a draft that is signed',
    'paper-never-signed',
    inStep('tham-dinh', 'Thẩm định'),
    only('tham-dinh', { signed: true, produces: ['result-draft'] }),
  ],
  ['a process for no procedure', 'procedure-missing', { kind: 'process' }, { code: 'khai-sinh' }],
  ['the default for one procedure', 'procedure-not-for-default', { kind: 'process' }, { procedureCode: '1.001193' }],
]

const APPROVED = { signed: true, produces: ['approval'] }

describe('faultsOf', () => {
  test.each(versions.map((one) => [one.version, one] as const))('version %i of the files can be used', (_, one) => {
    expect(faultsOf(one)).toEqual([])
  })

  test('the officer may be asked to sign the conclusion and the approval', () => {
    const [appraising, approving] = [only('tham-dinh', { signed: true }), only('phe-duyet', APPROVED)]
    expect(faultsOf({ ...definition, ...appraising })).toEqual([])
    expect(faultsOf({ ...definition, ...approving })).toEqual([])
  })

  test('an opinion may be demanded where a consultation runs beside the step or an earlier one', () => {
    const change = only('phe-duyet', { produces: ['opinion'] })
    expect(faultsOf({ ...definition, steps: [...change.steps, asked] })).toEqual([])
  })

  test('steps beside another can be used', () => {
    expect(faultsOf({ ...definition, ...steps(() => ({}), asked, linked) })).toEqual([])
  })

  test.each(CASES)('%s: %s', (_, code, place, changes, known) => {
    const found = faultsOf({ ...definition, ...changes }, known)
    expect(found.filter((fault) => fault.code === code).map((fault) => fault.place)).toContainEqual(place)
  })

  test('every fault is tried and has words', () => {
    expect(new Set(CASES.map(([, code]) => code))).toEqual(new Set(FAULT_CODES))
    for (const [, code, , changes, known] of CASES) {
      for (const fault of faultsOf({ ...definition, ...changes }, known).filter((one) => one.code === code)) {
        expect(`${placeText(fault.place)}: ${faultText(fault)}`).not.toMatch(/[{}]|undefined/)
      }
    }
  })

  test('a person on the way makes a loop a loop', () => {
    const transitions = [...definition.transitions, move('draftResult', 'appraising', 'awaiting-approval', true)]
    expect(faultsOf({ ...definition, transitions })).toEqual([])
  })
})
