import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readProcesses } from '../read-source.ts'
import { differenceOf } from './difference.ts'
import { addStep, changeStep, moveStep, removeStep } from './edit-process.ts'
import { faultsOf } from './faults.ts'
import { transitionOf, type ProcessDefinition } from './process.ts'
import { walkProcess } from './walk.ts'

const model = (await readProcesses()).at(-1) as ProcessDefinition
const codes = ({ steps }: ProcessDefinition) => steps.map(({ code }) => code)
const leads = (process: ProcessDefinition, action: string, from: string) =>
  process.transitions.find((row) => row.action === action && row.from.includes(from))?.to

describe('editing a process', () => {
  test('another role takes over what the step does', () => {
    const changed = changeStep(model, 'phe-duyet', { role: 'signatory' })
    expect(transitionOf(changed, 'approveResult', 'awaiting-approval', ['signatory'])?.to).toBe('awaiting-signature')
    expect(transitionOf(changed, 'approveResult', 'awaiting-approval', ['head-of-division'])).toBeUndefined()
    expect(transitionOf(changed, 'assignDossier', 'received', ['head-of-division'])?.to).toBe('appraising')
    expect(faultsOf(changed)).toEqual([])
  })

  test('the steps around one taken out join', () => {
    const without = removeStep(model, 'phe-duyet')
    expect(codes(without)).toEqual(['tiep-nhan', 'tham-dinh', 'ky-so', 'tra-ket-qua'])
    expect(leads(without, 'draftResult', 'appraising')).toBe('awaiting-signature')
    expect(without.transitions.flatMap(({ from, to }) => [...from, to])).not.toContain('awaiting-approval')
    expect(faultsOf(without)).toEqual([])
  })

  test('a step taken out can be put back, and nothing differs', () => {
    const again = addStep(
      removeStep(model, 'phe-duyet'),
      { kind: 'approval', name: 'Phê duyệt', after: 'tham-dinh' },
      model,
    )
    expect(differenceOf(model, again)).toEqual([])
  })

  test('approval cannot stand after signing', () => {
    const moved = moveStep(model, 'phe-duyet', 'later')
    expect(codes(moved)).toEqual(['tiep-nhan', 'tham-dinh', 'ky-so', 'phe-duyet', 'tra-ket-qua'])
    expect(leads(moved, 'draftResult', 'appraising')).toBe('awaiting-signature')
    expect(leads(moved, 'sealResult', 'awaiting-seal')).toBe('awaiting-approval')
    expect(leads(moved, 'approveResult', 'awaiting-approval')).toBe('finished')
    expect(faultsOf(moved).map(({ code }) => code)).toEqual(['step-out-of-order'])
    expect(differenceOf(model, moveStep(moved, 'phe-duyet', 'earlier'))).toEqual([])
  })

  test('a consultation runs beside its step and asks to be filled in', () => {
    const asked = addStep(model, { kind: 'consultation', name: 'Hỏi Sở Tài chính', after: 'tham-dinh' }, model)
    expect(codes(asked)).toEqual(['tiep-nhan', 'tham-dinh', 'lay-y-kien', 'phe-duyet', 'ky-so', 'tra-ket-qua'])
    expect(faultsOf(asked).map(({ code }) => code)).toEqual([
      'consultation-without-bodies',
      'consultation-without-term',
      'consultation-without-rule',
    ])
    const filled = changeStep(asked, 'lay-y-kien', {
      consultation: { bodies: ['H49.12'], termHours: 16, completeness: 'all', lead: 'handling' },
    })
    expect(faultsOf(filled)).toEqual([])
    expect(codes(addStep(filled, { kind: 'linked', name: 'Thuế', after: 'lay-y-kien' }, model)).slice(1, 4)).toEqual([
      'tham-dinh',
      'lay-y-kien',
      'lien-thong',
    ])
    expect(removeStep(filled, 'lay-y-kien')).toEqual(model)
    expect(codes(removeStep(filled, 'tham-dinh'))).not.toContain('lay-y-kien')
  })

  test.each([
    ['the first step stays', () => removeStep(model, 'tiep-nhan'), 'catalogue.step-fixed'],
    ['the last step stays', () => moveStep(model, 'tra-ket-qua', 'earlier'), 'catalogue.step-fixed'],
    ['nothing comes before the first', () => moveStep(model, 'tham-dinh', 'earlier'), 'catalogue.step-fixed'],
    ['an unknown step', () => changeStep(model, 'khong-co', {}), 'catalogue.no-such-step'],
    [
      'a second approval would need a state of its own',
      () => addStep(model, { kind: 'approval', name: 'Duyệt lần hai', after: 'phe-duyet' }, model),
      'catalogue.no-step-to-add',
    ],
  ])('%s', (_, edit, refusal) => {
    expect(edit).toThrow(refusal)
  })
})

describe('differenceOf', () => {
  test('names the step and the field', () => {
    const changed = changeStep(model, 'tham-dinh', { budgetHours: 12, name: 'Thẩm định hồ sơ' })
    expect(
      differenceOf(model, changed).map((one) =>
        one.what === 'step-changed' ? [one.field, one.before, one.after] : one.what,
      ),
    ).toEqual([
      ['name', 'Thẩm định', 'Thẩm định hồ sơ'],
      ['budgetHours', null, 12],
    ])
    expect(differenceOf(model, { ...model, version: 9, validFrom: '2030-01-01' })).toEqual([])
  })
})

describe('walkProcess', () => {
  const no = (action: string, from?: string) =>
    model.transitions.findIndex(
      (row) => row.action === action && (from === undefined ? row.from.length === 0 : row.from.includes(from)),
    )

  test('the shortest way from filing to hand-over', () => {
    const walk = walkProcess(model, [
      no('fileAtCounter'),
      no('assignDossier', 'received'),
      no('draftResult', 'appraising'),
      no('approveResult', 'awaiting-approval'),
      no('signResult', 'awaiting-signature'),
      no('sealResult', 'awaiting-seal'),
      no('deliverResult', 'finished'),
    ])
    expect(walk).toMatchObject({ state: 'delivered', hasEnded: true })
    expect(walk.moves.map(({ step }) => step?.code)).toEqual([
      'tiep-nhan',
      'tham-dinh',
      'phe-duyet',
      'ky-so',
      'ky-so',
      'tra-ket-qua',
      'tra-ket-qua',
    ])
  })

  test('stops where a move is not possible', () => {
    const walk = walkProcess(model, [no('submitDossier'), no('sealResult', 'awaiting-seal'), 999])
    expect(walk).toMatchObject({ state: 'submitted', hasEnded: false })
    expect(walk.open.map(({ row }) => row.action)).toContain('receiveDossier')
  })

  test('any walk goes only where the table leads', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(model.transitions.length + 2), { maxLength: 40 }), (path) => {
        const { moves, open, state } = walkProcess(model, path)
        for (const [index, { row }] of moves.entries()) {
          const before = moves[index - 1]?.row.to
          expect(before === undefined ? row.from.length === 0 : row.from.includes(before)).toBe(true)
        }
        expect(open.every(({ row }) => (state === null ? row.from.length === 0 : row.from.includes(state)))).toBe(true)
      }),
    )
  })
})
