import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../deadlines/index.ts'
import type { Officer } from '../../platform/actor.ts'
import {
  COMPLETENESS_RULES,
  OPINION_ANSWERS,
  bodyState,
  comesAfterDue,
  tallyOf,
  whyNotAnswer,
  whyNotAsk,
  whyNotBegin,
  whyNotClose,
  whyNotLead,
  whyNotRelease,
  whyNotReleaseSo,
  whyNotRemind,
  type Opinion,
} from './consultation.ts'
import { remindAt } from './reply-term.ts'

const NOW = new Date('2026-11-20T09:00:00+07:00')
const EARLIER = new Date('2026-11-20T08:00:00+07:00')
const LATER = new Date('2026-11-23T16:30:00+07:00')
const asked = (answer: (typeof OPINION_ANSWERS)[number] | null, isOver = false) => ({
  replyAt: isOver ? EARLIER : LATER,
  opinions: answer === null ? [] : [{ answer }],
})

const anyBody = fc.record({
  answer: fc.option(fc.constantFrom(...OPINION_ANSWERS)),
  isOver: fc.boolean(),
})
const anyBodies = fc.array(anyBody, { minLength: 1, maxLength: 12 })
const made = (bodies: { answer: (typeof OPINION_ANSWERS)[number] | null; isOver: boolean }[]) =>
  bodies.map(({ answer, isOver }) => asked(answer, isOver))

describe('the completeness rules', () => {
  test('all: met exactly when nobody is without an answer', () => {
    fc.assert(
      fc.property(anyBodies, (bodies) => {
        expect(tallyOf('all', made(bodies), NOW).isMet).toBe(bodies.every(({ answer }) => answer !== null))
      }),
    )
  })

  test('majority: met exactly when more than half answered; half is not enough', () => {
    fc.assert(
      fc.property(anyBodies, (bodies) => {
        const answered = bodies.filter(({ answer }) => answer !== null).length
        expect(tallyOf('majority', made(bodies), NOW).isMet).toBe(answered > bodies.length - answered)
      }),
    )
    expect(tallyOf('majority', [asked('agree'), asked(null)], NOW).isMet).toBe(false)
    expect(tallyOf('majority', [asked('agree'), asked('disagree'), asked(null)], NOW).isMet).toBe(true)
  })

  test('silence: met exactly when nobody still has time; the silent count as agreeing, nobody else changes', () => {
    fc.assert(
      fc.property(anyBodies, (bodies) => {
        const tally = tallyOf('silence-agrees', made(bodies), NOW)
        const silent = bodies.filter(({ answer, isOver }) => answer === null && isOver).length
        expect(tally.isMet).toBe(bodies.every(({ answer, isOver }) => answer !== null || isOver))
        expect(tally.agreed).toBe(tallyOf('all', made(bodies), NOW).agreed + silent)
      }),
    )
  })

  test('one more answer, or time passing, never makes a consultation less complete; the order of bodies is nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPLETENESS_RULES), anyBodies, fc.nat(), (rule, bodies, pick) => {
        const before = tallyOf(rule, made(bodies), NOW).isMet
        const more = bodies.map((body, index) =>
          index === pick % bodies.length ? { ...body, answer: body.answer ?? ('no-opinion' as const) } : body,
        )
        const late = bodies.map((body) => ({ ...body, isOver: true }))
        if (before) {
          expect(tallyOf(rule, made(more), NOW).isMet).toBe(true)
          expect(tallyOf(rule, made(late), NOW).isMet).toBe(true)
        }
        expect(tallyOf(rule, made(bodies.toReversed()), NOW)).toEqual(tallyOf(rule, made(bodies), NOW))
      }),
    )
  })

  test('all implies majority, and all implies silence', () => {
    fc.assert(
      fc.property(anyBodies, (bodies) => {
        if (!tallyOf('all', made(bodies), NOW).isMet) return
        expect(tallyOf('majority', made(bodies), NOW).isMet).toBe(true)
        expect(tallyOf('silence-agrees', made(bodies), NOW).isMet).toBe(true)
      }),
    )
  })

  test('silence after the term is agreement under one rule and missing under the others; the last minute is in time', () => {
    expect(bodyState(asked(null, true), 'silence-agrees', NOW)).toBe('silent')
    expect(bodyState(asked(null, true), 'all', NOW)).toBe('missing')
    expect(bodyState({ replyAt: NOW, opinions: [] }, 'silence-agrees', NOW)).toBe('waiting')
    const opinions = [{ answer: 'agree' as const }, { answer: 'disagree' as const }]
    expect(bodyState({ replyAt: EARLIER, opinions }, 'silence-agrees', NOW)).toBe('disagree')
  })
})

describe('who may ask, and how', () => {
  const me: Officer = { kind: 'officer', accountId: 'me', fullName: 'Phạm Quang Huy', grants: [] }
  const led = {
    handling: 'appraising' as const,
    roles: ['specialist' as const],
    assigneeAccountId: 'me',
    finishedAt: null,
  }

  test('the assigned specialist and the head lead; others do not', () => {
    expect(whyNotLead(led, me)).toBeUndefined()
    expect(whyNotLead({ ...led, assigneeAccountId: 'other' }, me)?.code).toBe('dossiers.not-assigned-to-you')
    expect(whyNotLead({ ...led, assigneeAccountId: null, roles: ['head-of-division'] }, me)).toBeUndefined()
    expect(whyNotLead({ ...led, roles: ['clerk'] }, me)?.code).toBe('dossiers.not-your-step')
    expect(whyNotBegin({ ...led, handling: 'awaiting-approval' }, me)?.code).toBe('dossiers.wrong-state')
    expect(whyNotBegin(led, me)).toBeUndefined()
    expect(whyNotBegin({ ...led, finishedAt: NOW }, me)?.code).toBe('dossiers.resolved-before')
  })

  test.each([
    [{}, undefined],
    [{ unitIds: ['a', 'a'] }, 'dossiers.body-asked-twice'],
    [{ unitIds: ['a', 'own'] }, 'dossiers.body-is-lead'],
    [{ completeness: 'silence-agrees' as const }, 'dossiers.silence-needs-basis'],
    [{ completeness: 'silence-agrees' as const, legalBasis: '  ' }, 'dossiers.silence-needs-basis'],
    [{ completeness: 'silence-agrees' as const, legalBasis: 'Điều 9' }, undefined],
  ])('%j: %s', (change, code) => {
    const plain = {
      unitIds: ['a', 'b'],
      ownUnitIds: ['own', null],
      completeness: 'all' as const,
      legalBasis: undefined,
    }
    expect(whyNotAsk({ ...plain, ...change })?.code).toBe(code)
  })

  test('an answer on the due instant comes too late for the dossier', () => {
    expect(comesAfterDue(LATER, LATER)).toBe(true)
    expect(comesAfterDue(EARLIER, LATER)).toBe(false)
    expect(comesAfterDue(LATER, null)).toBe(false)
  })
})

describe('answering, reminding, closing', () => {
  const open = { closedAt: null, handling: 'appraising' as const }
  const before: Opinion = {
    no: 2,
    answer: 'agree',
    text: null,
    fileId: null,
    isLate: false,
    byAccountId: 'x',
    byName: 'Lê Thị Phương Thảo',
    at: EARLIER,
  }
  const given = { answer: 'agree' as const, text: undefined, seen: 0 }

  test.each([
    [open, undefined, given, undefined],
    [open, undefined, { ...given, answer: 'disagree' as const }, 'dossiers.opinion-needs-text'],
    [open, undefined, { ...given, answer: 'agree-with-conditions' as const, text: ' ' }, 'dossiers.opinion-needs-text'],
    [open, before, given, 'dossiers.opinion-given-meanwhile'],
    [open, before, { ...given, seen: 2 }, undefined],
    [{ ...open, closedAt: NOW }, undefined, given, 'dossiers.consultation-closed'],
    [{ ...open, handling: 'withdrawn' as const }, undefined, given, 'dossiers.consultation-over'],
    [{ ...open, handling: 'finished' as const }, undefined, given, 'dossiers.consultation-over'],
  ])('answer %#: %s', (consultation, last, answer, code) => {
    const body = { opinions: last ? [last] : [], released: null }
    expect(whyNotAnswer(consultation, body, answer)?.code).toBe(code)
  })

  test('a body is let go after its term alone, once, and then neither answers nor is reminded', () => {
    const asking = { ...open, completeness: 'all' as const }
    const silent = { opinions: [], released: null, replyAt: EARLIER, replyBy: '2026-11-20', lastRemindedAt: null }
    const released = { ...silent, released: { at: NOW, byName: 'Châu', reason: 'Không trả lời', legalBasis: null } }
    expect(whyNotRelease(asking, silent, NOW)).toBeUndefined()
    expect(whyNotRelease(asking, { ...silent, replyAt: LATER }, NOW)?.code).toBe('dossiers.reply-term-runs')
    expect(whyNotRelease(asking, { ...silent, opinions: [before] }, NOW)?.code).toBe('dossiers.opinion-given-before')
    expect(whyNotRelease({ ...asking, closedAt: NOW }, silent, NOW)?.code).toBe('dossiers.consultation-closed')
    expect(whyNotRelease({ ...asking, completeness: 'silence-agrees' }, silent, NOW)?.code).toBe(
      'dossiers.silence-counts',
    )
    for (const why of [
      whyNotRelease(asking, released, NOW),
      whyNotAnswer(open, released, given),
      whyNotRemind(open, released, NOW),
    ])
      expect(why).toEqual({ code: 'dossiers.body-released', facts: { name: 'Châu' } })
    expect(whyNotReleaseSo({ stepCode: null }, undefined)).toBeUndefined()
    expect(whyNotReleaseSo({ stepCode: 'lay-y-kien' }, ' ')?.code).toBe('dossiers.release-needs-basis')
    expect(whyNotReleaseSo({ stepCode: 'lay-y-kien' }, 'Điều 9')).toBeUndefined()
  })

  test('released bodies are left out of the count; nobody left is enough for the lead to decide alone', () => {
    const gone = { ...asked(null, true), released: { at: NOW, byName: 'Châu', reason: 'Im lặng', legalBasis: null } }
    expect(bodyState(gone, 'all', NOW)).toBe('released')
    expect(tallyOf('all', [asked('agree'), gone], NOW)).toMatchObject({ asked: 2, answered: 1, isMet: true })
    expect(tallyOf('all', [asked(null, true), gone], NOW).isMet).toBe(false)
    expect(tallyOf('majority', [asked('agree'), asked(null, true), gone], NOW).isMet).toBe(false)
    expect(tallyOf('majority', [asked('agree'), gone, gone], NOW).isMet).toBe(true)
    for (const rule of ['all', 'majority'] as const) expect(tallyOf(rule, [gone, gone], NOW).isMet).toBe(true)
  })

  test('nobody who answered, and nobody twice within four hours, is reminded', () => {
    const body = { opinions: [], lastRemindedAt: null, released: null }
    expect(whyNotRemind(open, body, NOW)).toBeUndefined()
    expect(whyNotRemind(open, { ...body, opinions: [before] }, NOW)?.code).toBe('dossiers.opinion-given-before')
    expect(whyNotRemind(open, { ...body, lastRemindedAt: EARLIER }, NOW)?.code).toBe('dossiers.reminded-just-now')
    expect(whyNotRemind(open, { ...body, lastRemindedAt: EARLIER }, LATER)).toBeUndefined()
  })

  test('closes early once the rule is met, and not before', () => {
    const consultation = { closedAt: null, completeness: 'majority' as const, bodies: [asked('agree'), asked(null)] }
    expect(whyNotClose(consultation, NOW)).toEqual({
      code: 'dossiers.consultation-incomplete',
      facts: { answered: 1, asked: 2 },
    })
    const met = { ...consultation, bodies: [...consultation.bodies, asked('disagree')] }
    expect(whyNotClose(met, NOW)).toBeUndefined()
    expect(whyNotClose({ ...met, closedAt: NOW }, NOW)?.code).toBe('dossiers.consultation-closed')
  })
})

describe('the reminder before the term ends', () => {
  const hours = [{ from: '07:30', to: '11:30' }]
  const week = { validFrom: '2020-01-01', validTo: null, sessions: [[], hours, hours, hours, hours, hours, []] }
  const calendar = calendarOf([week], [])

  test.each([
    ['2026-11-27', '2026-11-26T07:30:00+07:00'],
    ['2026-11-30', '2026-11-27T07:30:00+07:00'],
    ['2026-11-23', '2026-11-23T07:30:00+07:00'],
  ])('for %s at %s', (replyBy, at) => {
    expect(remindAt(calendar, replyBy, NOW)).toEqual(new Date(at))
  })
})
