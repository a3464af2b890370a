import { describe, expect, test } from 'vitest'
import fiveSteps from '../../../data/processes/five-steps.json' with { type: 'json' }
import { stepOfState, transitionOf, transitionsFrom } from './process.ts'
import { readProcess } from './read-process.ts'

const definition = readProcess(fiveSteps)

describe('the five steps', () => {
  test('says of the first form what its states tell', () => {
    expect(definition.steps.map(({ code, kind, unitRule, signed }) => [code, kind, unitRule, signed])).toEqual([
      ['tiep-nhan', 'reception', 'received-by', false],
      ['tham-dinh', 'appraisal', 'handling', false],
      ['phe-duyet', 'approval', 'handling', false],
      ['ky-so', 'signing', 'competent', true],
      ['tra-ket-qua', 'delivery', 'received-by', false],
    ])
  })

  test('is read again from what was read', () => {
    expect(readProcess(JSON.parse(JSON.stringify(definition)))).toEqual(definition)
  })

  test.each([
    ['a state with a space', { initialStates: ['da nop'] }],
    ['no step', { steps: [] }],
    ['a step without a role', { steps: [{ code: 'x', name: 'X', states: [] }] }],
    ['an unknown part', { colour: 'red' }],
    ['a date that is none', { validFrom: '2026-13-01' }],
  ])('%s is refused', (_, changes) => {
    expect(() => readProcess({ ...fiveSteps, ...changes })).toThrow('platform.invalid-input')
  })

  test.each<[string, string | undefined, string, string | undefined]>([
    ['submitDossier', undefined, 'citizen', 'submitted'],
    ['fileAtCounter', undefined, 'intake-officer', 'received'],
    ['receiveDossier', 'submitted', 'intake-officer', 'received'],
    ['receiveDossier', 'received', 'intake-officer', undefined],
    ['receiveDossier', 'submitted', 'specialist', undefined],
    ['approveResult', 'awaiting-approval', 'head-of-division', 'awaiting-signature'],
    ['signResult', 'awaiting-approval', 'signatory', undefined],
    ['returnDraft', 'awaiting-signature', 'signatory', 'appraising'],
    ['sealResult', 'awaiting-seal', 'clerk', 'finished'],
    ['submitDossier', 'submitted', 'citizen', undefined],
  ])('%s from %s by %s → %s', (action, from, role, to) => {
    expect(transitionOf(definition, action, from, [role as 'citizen'])?.to).toBe(to)
  })

  test('nobody can do anything with a delivered or refused dossier', () => {
    expect([...transitionsFrom(definition, 'delivered'), ...transitionsFrom(definition, 'refused')]).toEqual([])
  })

  test('knows the step of a state', () => {
    expect(stepOfState(definition, 'awaiting-seal')?.name).toBe('Ký số')
    expect(stepOfState(definition, 'refused')).toBeUndefined()
  })
})
