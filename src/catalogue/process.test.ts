import { describe, expect, test } from 'vitest'
import fiveSteps from '../../data/processes/five-steps.json' with { type: 'json' }
import { faultsOf, stepOfState, transitionOf, transitionsFrom, type ProcessDefinition } from './process.ts'

const definition = fiveSteps as ProcessDefinition
const changed = (changes: Partial<ProcessDefinition>) => ({ ...definition, ...changes })

describe('the five steps', () => {
  test('can be used', () => {
    expect(faultsOf(definition)).toEqual([])
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

describe('faultsOf', () => {
  test.each<[string, Partial<ProcessDefinition>, string]>([
    ['a state nobody reaches', { finalStates: ['delivered', 'refused', 'lost'] }, '"lost" cannot be reached'],
    [
      'a beginning without an action',
      { initialStates: ['submitted', 'received', 'finished'] },
      'no action begins in "finished"',
    ],
    [
      'a final state that goes on',
      { finalStates: ['delivered', 'refused', 'finished'] },
      '"finished" is final and is left again',
    ],
    ['a dead end', { finalStates: ['delivered'] }, 'nothing leads on from "refused"'],
    [
      'a step with an unknown state',
      { steps: [{ code: 'x', name: 'X', role: 'clerk', states: ['ghost'] }] },
      'no transition knows "ghost"',
    ],
  ])('%s', (_, changes, fault) => {
    expect(faultsOf(changed(changes))).toContain(fault)
  })
})
