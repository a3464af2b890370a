import { expect, test } from 'vitest'
import { handlingSheet, holdingUnit, type Step } from './step.ts'

const DESK = 'desk'
const OFFICE = 'office'
const at = (iso: string) => new Date(`${iso}+07:00`)

function step(no: number, more: Partial<Step>): Step {
  return {
    no,
    action: 'receiveDossier',
    fromHandling: null,
    toHandling: 'received',
    fromUnitId: DESK,
    toUnitId: OFFICE,
    byAccountId: null,
    byName: 'Vũ Ngọc Ánh',
    toAccountId: null,
    toName: null,
    at: at('2026-11-20T09:00:00'),
    dueAt: at('2026-11-25T17:00:00'),
    note: null,
    undo: null,
    ...more,
  }
}

test('the sheet has one row for each hand-over, with how long it lay before', () => {
  const rows = handlingSheet([
    step(1, { action: 'submitDossier', fromUnitId: null, toUnitId: DESK, dueAt: null, byName: 'Nguyễn Thu Hạnh' }),
    step(2, { at: at('2026-11-20T09:47:00') }),
    step(3, {
      action: 'assignDossier',
      fromUnitId: OFFICE,
      toAccountId: 'huy',
      byName: 'Bùi Thị Lan',
      at: at('2026-11-23T08:00:00'),
    }),
    step(4, { action: 'recordAppraisal', fromUnitId: OFFICE, toAccountId: 'huy', at: at('2026-11-24T08:00:00') }),
    step(5, { action: 'sealResult', fromUnitId: OFFICE, toUnitId: DESK, at: at('2026-11-25T17:00:01') }),
    step(6, { action: 'deliverResult', fromUnitId: DESK, toUnitId: null, at: at('2026-11-25T08:00:00') }),
  ])
  expect(rows.map(({ by, outcome, heldMs }) => [by, outcome, heldMs === null ? null : heldMs / 60_000])).toEqual([
    ['Nguyễn Thu Hạnh', null, null],
    ['Vũ Ngọc Ánh', 'early', 47],
    ['Bùi Thị Lan', 'early', 4_213],
    ['Vũ Ngọc Ánh', 'overdue', 3_420 + 1 / 60],
    ['Vũ Ngọc Ánh', 'on-time', expect.any(Number)],
  ])
})

test('who holds the dossier in a state', () => {
  const held = { receivedByUnitId: DESK, competentUnitId: OFFICE, handlingUnitId: null }
  expect(holdingUnit({ ...held, handling: 'submitted' })).toBe(DESK)
  expect(holdingUnit({ ...held, handling: 'appraising' })).toBe(OFFICE)
  expect(holdingUnit({ ...held, handling: 'appraising', handlingUnitId: 'division' })).toBe('division')
  expect(holdingUnit({ ...held, handling: 'awaiting-supplement' })).toBeNull()
})
