import { describe, expect, test } from 'vitest'
import type { Dossier } from '../../dossiers/index.ts'
import { linesLeft, stillStands, whyNotAsRead, whyNotGather, whyNotRemove } from './batch.ts'

const first = {
  procedureCode: '2.000815',
  competentUnitId: 'ward',
  handlingUnitId: null,
  appraisal: 'eligible',
  finishedAt: null,
} satisfies Partial<Dossier>

describe('one decision for many', () => {
  test.each([
    [undefined, {}],
    ['results.batch-not-eligible', { appraisal: 'ineligible' }],
    ['results.batch-not-eligible', { appraisal: null }],
    ['results.batch-resolved-before', { finishedAt: new Date(0) }],
    ['results.batch-differs', { procedureCode: '1.000001' }],
    ['results.batch-differs', { competentUnitId: 'other' }],
    ['results.batch-differs', { handlingUnitId: 'division' }],
  ] as const)('gathering: %s', (code, changes) =>
    expect(whyNotGather({ ...first, ...changes }, first, { steps: [] })?.code).toBe(code),
  )

  test.each([
    ['draft', 'awaiting-approval', true],
    ['approved', 'awaiting-signature', true],
    ['signed', 'awaiting-seal', true],
    ['sealed', 'awaiting-seal', true],
    ['draft', 'withdrawn', false],
    ['approved', 'appraising', false],
    ['sealed', 'suspended', false],
    ['returned', 'appraising', false],
  ] as const)('%s, a member %s: stands %s', (state, handling, stands) =>
    expect(stillStands({ handling }, { state })).toBe(stands),
  )

  test.each([
    [undefined, 'draft', 'in'],
    [undefined, 'approved', 'in'],
    ['results.batch-no-member', 'draft', 'out'],
    ['results.batch-signed', 'signed', 'in'],
    ['results.batch-signed', 'returned', 'in'],
  ] as const)('taking out: %s', (code, state, member) =>
    expect(whyNotRemove({ state }, { state: member })?.code).toBe(code),
  )

  test('a shorter list is numbered anew, and is another paper', () => {
    const lines = ['A', 'B', 'C'].map((dossierCode, index) => ({ no: index + 1, dossierCode, name: '', facts: [] }))
    const members = [
      { dossierCode: 'A', state: 'out' as const },
      { dossierCode: 'B', state: 'in' as const },
      { dossierCode: 'C', state: 'in' as const },
    ]
    expect(linesLeft(lines, members).map(({ no, dossierCode }) => [no, dossierCode])).toEqual([
      [1, 'B'],
      [2, 'C'],
    ])
    expect(whyNotAsRead({ version: 2 }, 1)?.code).toBe('results.batch-list-changed')
    expect(whyNotAsRead({ version: 2 }, 2)).toBeUndefined()
  })
})
