import { describe, expect, test } from 'vitest'
import type { Changes } from '../../platform/journal/lines-of-action.ts'
import { differences } from './differences.ts'
import { keptRow } from './kept-rows.ts'
import { fieldsChanged, noteAdded, noteChanged } from './note-changes.ts'
import { rebuild, stateOf } from './rebuild.ts'

const ID = '01a22953-5c74-70d5-94c4-979de0112aea'

function noted(work: (ctx: { changed(subject: string, changes: Changes): void }) => void): Changes[] {
  const told: Changes[] = []
  work({ changed: (subject, changes) => void (subject === `dossier:${ID}` && told.push(changes)) })
  return told
}

describe('what the journal is told', () => {
  test('names, answers and words stand there as hashes of the dossier’s own, the rest as it is', () => {
    const at = new Date('2026-11-20T02:00:00Z')
    const step = keptRow('step', ID, { no: 2, action: 'withdrawDossier', byName: 'Nguyễn Thu Hạnh', note: null, at })
    expect(step).toMatchObject({ no: 2, action: 'withdrawDossier', note: null, at: '2026-11-20T02:00:00.000Z' })
    expect(step.byName).toMatch(/^[0-9a-f]{64}$/)
    expect(keptRow('step', `${ID}b`, { byName: 'Nguyễn Thu Hạnh' }).byName).not.toBe(step.byName)
    const [answers, reordered] = [
      { a: 1, b: ['x'] },
      { b: ['x'], a: 1 },
    ].map((one) => keptRow('dossier', ID, { answers: one }))
    expect(answers).toEqual(reordered)
  })

  test('new rows without what is empty, changed rows with what became empty', () => {
    const rows = { dossier: [{ assigneeAccountId: null, appraisal: 'eligible' }] }
    expect(noted((ctx) => noteAdded(ctx, ID, rows))).toEqual([{ dossier: [{ appraisal: 'eligible' }] }])
    expect(noted((ctx) => noteChanged(ctx, ID, rows))).toEqual([rows])
  })

  test('of a record that changed, the fields that did', () => {
    const before = { handling: 'received', dueAt: new Date(5), term: { quantity: 3 }, appraisal: null }
    const after = { ...before, handling: 'appraising', dueAt: new Date(5) }
    expect(fieldsChanged(before, after)).toEqual({ handling: 'appraising' })
  })
})

describe('the state made of the journal', () => {
  const lines: Changes[] = [
    {
      dossier: [{ code: 'H1', handling: 'submitted', assigneeAccountId: 'a' }],
      step: [{ no: 1, action: 'submitDossier' }],
    },
    { dossier: [{ handling: 'received' }], step: [{ no: 2, action: 'receiveDossier' }], test: [{ no: 1 }] },
    { dossier: [{ assigneeAccountId: null }] },
  ]

  test('puts later values over earlier ones, keeps rows apart by their key, and knows only its own tables', () => {
    const state = rebuild(lines)
    expect(Object.fromEntries(state.dossier)).toEqual({
      '': { code: 'H1', handling: 'received', assigneeAccountId: null },
    })
    expect([...state.step.values()].map(({ action }) => action)).toEqual(['submitDossier', 'receiveDossier'])
    expect(state).not.toHaveProperty('test')
  })

  test('is compared value by value; nothing and empty are the same', () => {
    const stored = (more: object, steps: object[]) =>
      stateOf([
        { kind: 'dossier', row: { code: 'H1', handling: 'received', appraisal: null, ...more } },
        ...steps.map((row) => ({ kind: 'step' as const, row: row as Record<string, unknown> })),
      ])
    const steps = [
      { no: 1, action: 'submitDossier' },
      { no: 2, action: 'receiveDossier' },
    ]
    expect(differences(rebuild(lines), stored({}, steps))).toEqual([])
    expect(differences(rebuild(lines), stored({ handling: 'finished' }, steps))).toEqual([
      { kind: 'dossier', place: '', field: 'handling', journal: 'received', stored: 'finished' },
    ])
    expect(differences(rebuild(lines), stored({}, steps.slice(0, 1)))).toEqual([
      { kind: 'step', place: '2', field: 'action', journal: 'receiveDossier', stored: null },
      { kind: 'step', place: '2', field: 'no', journal: 2, stored: null },
    ])
    expect(differences(rebuild(lines), stored({}, [...steps, { no: 3, action: 'stopDossier' }]))).toMatchObject([
      { place: '3', field: 'action', journal: null, stored: 'stopDossier' },
      { place: '3', field: 'no' },
    ])
  })
})
