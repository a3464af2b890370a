import { describe, expect, test } from 'vitest'
import {
  areSettled,
  partState,
  whyNotAccept,
  whyNotComplete,
  whyNotOutcome,
  whyNotReleasePart,
  whyNotRemindPart,
  whyNotResend,
  whyNotReturn,
  type PartEnd,
  type PartHost,
} from './linked-part.ts'

const NOW = new Date('2026-11-20T09:00:00+07:00')
const LATER = new Date('2026-11-24T09:00:00+07:00')
const host: PartHost = { handling: 'appraising', finishedAt: null }
const end = (kind: PartEnd['kind']): PartEnd => ({
  kind,
  at: NOW,
  byName: 'Thảo',
  outcome: kind === 'done' ? 'fulfilled' : null,
  note: null,
  fileId: null,
  legalBasis: null,
})
const part = {
  ended: null as PartEnd | null,
  acceptedAt: null as Date | null,
  acceptedByName: null as string | null,
  resentAs: null as string | null,
  dueAt: LATER,
  dueOn: '2026-11-24',
  lastRemindedAt: null as Date | null,
}
const accepted = { ...part, acceptedAt: NOW, acceptedByName: 'Thảo' }
const ended = (kind: PartEnd['kind']) => ({ ...accepted, ended: end(kind) })

describe('what becomes of a part', () => {
  test.each<[string, () => { code: string } | undefined, string | undefined]>([
    ['is accepted once', () => whyNotAccept(part, host), undefined],
    ['not twice', () => whyNotAccept(accepted, host), 'dossiers.part-accepted-before'],
    ['is done after it was accepted', () => whyNotComplete(accepted, host), undefined],
    ['not before', () => whyNotComplete(part, host), 'dossiers.part-not-accepted'],
    ['not twice', () => whyNotComplete(ended('done'), host), 'dossiers.part-ended'],
    ['goes back before it was accepted', () => whyNotReturn(part, host), undefined],
    ['and after', () => whyNotReturn(accepted, host), undefined],
    ['not once it is done', () => whyNotReturn(ended('done'), host), 'dossiers.part-ended'],
    ['is sent again when it came back', () => whyNotResend(ended('returned'), host), undefined],
    ['not while it is under way', () => whyNotResend(accepted, host), 'dossiers.part-not-returned'],
    [
      'not twice',
      () => whyNotResend({ ...ended('returned'), resentAs: 'another' }, host),
      'dossiers.part-not-returned',
    ],
    ['is let go when it came back', () => whyNotReleasePart(ended('returned'), host, NOW), undefined],
    ['or its term is over', () => whyNotReleasePart(accepted, host, new Date(LATER.getTime() + 1)), undefined],
    ['not before', () => whyNotReleasePart(accepted, host, LATER), 'dossiers.part-term-runs'],
    ['not when it is done', () => whyNotReleasePart(ended('done'), host, LATER), 'dossiers.part-ended'],
    ['is reminded', () => whyNotRemindPart(part, host, NOW), undefined],
    [
      'not again at once',
      () => whyNotRemindPart({ ...part, lastRemindedAt: NOW }, host, NOW),
      'dossiers.reminded-just-now',
    ],
    ['not when it is done', () => whyNotRemindPart(ended('done'), host, NOW), 'dossiers.part-ended'],
    ['needs words when it cannot be done', () => whyNotOutcome('not-fulfilled', ' '), 'dossiers.part-needs-note'],
  ])('%s', (_, ask, code) => expect(ask()?.code).toBe(code))

  test('nothing once the dossier is at its end, or its result is only corrected', () => {
    for (const over of [
      { ...host, handling: 'withdrawn' as const },
      { ...host, finishedAt: NOW },
    ])
      for (const why of [
        whyNotAccept(part, over),
        whyNotComplete(accepted, over),
        whyNotReturn(part, over),
        whyNotResend(ended('returned'), over),
        whyNotReleasePart(ended('returned'), over, LATER),
        whyNotRemindPart(part, over, NOW),
      ])
        expect(why?.code).toBe('dossiers.part-over')
  })

  test('its state', () => {
    expect([part, accepted, ended('done'), ended('returned'), ended('released')].map(partState)).toEqual([
      'sent',
      'accepted',
      'done',
      'returned',
      'released',
    ])
  })
})

test('a step is settled once every part is done or let go, those sent again counting in the place of those that came back', () => {
  expect(areSettled([])).toBe(false)
  expect(areSettled([ended('done'), accepted])).toBe(false)
  expect(areSettled([ended('done'), ended('released')])).toBe(true)
  expect(areSettled([ended('done'), ended('returned')])).toBe(false)
  expect(areSettled([ended('done'), { ...ended('returned'), resentAs: 'x' }, accepted])).toBe(false)
  expect(areSettled([ended('done'), { ...ended('returned'), resentAs: 'x' }, ended('done')])).toBe(true)
})
