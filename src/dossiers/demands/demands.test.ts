import { describe, expect, test } from 'vitest'
import fiveSteps from '../../../data/processes/five-steps-2.json' with { type: 'json' }
import { readProcess } from '../../catalogue/index.ts'
import { besideAppraisal } from '../testing.ts'
import { demandsOpen, papersAfter, whyNotBeginStep, whyNotGoOn, type Leaving } from './demands.ts'

const { steps } = readProcess(fiveSteps)
const consultation = { bodies: ['H49.1'], termHours: 24, completeness: 'all' as const, lead: 'handling' as const }
const linked = { direction: 'same-level' as const, bodies: [], lead: null }
const asking = besideAppraisal({ code: 'hoi', name: 'Hỏi các sở', kind: 'consultation', consultation })
const linking = besideAppraisal({ code: 'noi', name: 'Đo đạc', kind: 'linked', linked })
const demanding = [...steps, asking, linking]

const DRAFT = { kind: 'result-draft', isSigned: false }
const RESULT = { kind: 'result', isSigned: true }
const NOW = new Date('2026-11-20T09:00:00+07:00')
const at = (handling: Leaving['handling'], more: Partial<Leaving> = {}): Leaving => ({
  handling,
  appraisal: 'eligible',
  receivedAt: NOW,
  ...more,
})

describe('what a step of the default process leaves behind', () => {
  test.each<[string, Parameters<typeof whyNotGoOn>[0], Leaving, (typeof DRAFT)[], string | undefined]>([
    ['received with a slip', 'appraising', at('received'), [], undefined],
    ['received without', 'appraising', at('received', { receivedAt: null }), [], 'dossiers.slip-missing'],
    ['appraised and drafted', 'awaiting-approval', at('appraising'), [DRAFT], undefined],
    ['no conclusion', 'awaiting-approval', at('appraising', { appraisal: null }), [DRAFT], 'dossiers.not-appraised'],
    ['no draft', 'awaiting-approval', at('appraising'), [], 'dossiers.draft-missing'],
    ['approval leaves nothing', 'awaiting-signature', at('awaiting-approval'), [], undefined],
    ['within a step', 'awaiting-seal', at('awaiting-signature'), [], undefined],
    ['sealed after a signature', 'finished', at('awaiting-seal', { leftPapers: [RESULT] }), [], undefined],
    ['sealed without', 'finished', at('awaiting-seal'), [], 'dossiers.result-missing'],
    [
      'a result nobody signed',
      'finished',
      at('awaiting-seal', { leftPapers: [{ ...RESULT, isSigned: false }] }),
      [],
      'dossiers.paper-unsigned',
    ],
    ['back to the step before', 'appraising', at('awaiting-approval', { appraisal: null }), [], undefined],
    ['back to the citizen', 'awaiting-supplement', at('appraising', { appraisal: null }), [], undefined],
    ['out of the process', 'stopped', at('appraising', { appraisal: null }), [], undefined],
  ])('%s', (_, to, dossier, leaves, code) => {
    expect(whyNotGoOn(to, dossier, steps, leaves)?.code).toBe(code)
  })

  test('names the step, and of an unknown kind the kind', () => {
    const odd = steps.map((step) => (step.code === 'phe-duyet' ? { ...step, produces: ['bien-ban'] } : step))
    expect(whyNotGoOn('awaiting-signature', at('awaiting-approval'), odd, [])).toEqual({
      code: 'dossiers.paper-missing',
      facts: { step: 'Phê duyệt', kind: 'bien-ban' },
    })
  })

  test('a paper takes the place of the one before it, and a voided one is gone', () => {
    expect(papersAfter([DRAFT], [RESULT], [])).toEqual([DRAFT, RESULT])
    expect(papersAfter([DRAFT, RESULT], [DRAFT], [])).toEqual([RESULT, DRAFT])
    expect(papersAfter([DRAFT, RESULT], [], ['result'])).toEqual([DRAFT])
  })
})

describe('what runs beside a step', () => {
  test('is demanded while the dossier stands in its host, until each is settled', () => {
    const open = (dossier: Leaving) => demandsOpen(demanding, dossier).map(({ code }) => code)
    expect(open(at('received'))).toEqual([])
    expect(open(at('appraising'))).toEqual(['hoi', 'noi'])
    expect(open(at('appraising', { settledSteps: ['hoi'] }))).toEqual(['noi'])
    expect(open(at('appraising', { finishedAt: NOW }))).toEqual([])
  })

  test('nothing goes on past it, for its own reason; going back is free', () => {
    const on = (settledSteps: string[]) =>
      whyNotGoOn('awaiting-approval', at('appraising', { settledSteps }), demanding, [DRAFT])
    expect(on([])).toEqual({ code: 'dossiers.consultation-demanded', facts: { step: 'Hỏi các sở' } })
    expect(on(['hoi'])).toEqual({ code: 'dossiers.parts-demanded', facts: { step: 'Đo đạc' } })
    expect(on(['hoi', 'noi'])).toBeUndefined()
    expect(whyNotGoOn('received', at('appraising'), demanding, [])).toBeUndefined()
  })

  test('an opinion a step must leave behind is the held consultation', () => {
    const strict = demanding.map((step) => (step.code === 'tham-dinh' ? { ...step, produces: ['opinion'] } : step))
    const on = (settledSteps: string[]) =>
      whyNotGoOn('awaiting-approval', at('appraising', { settledSteps }), strict, [])?.code
    expect(on(['hoi', 'noi'])).toBeUndefined()
    const without = strict.filter(({ code }) => code !== 'hoi')
    expect(whyNotGoOn('awaiting-approval', at('appraising', { settledSteps: ['noi'] }), without, [])?.code).toBe(
      'dossiers.opinion-missing',
    )
  })

  test.each<[string, Leaving, boolean, string | undefined]>([
    ['may begin', at('appraising'), false, undefined],
    ['is under way', at('appraising'), true, 'dossiers.step-under-way'],
    ['is settled', at('appraising', { settledSteps: ['hoi'] }), false, 'dossiers.step-settled'],
    ['not where the dossier stands', at('received'), false, 'dossiers.wrong-state'],
    ['not while a result is corrected', at('appraising', { finishedAt: NOW }), false, 'dossiers.resolved-before'],
  ])('a step that %s', (_, dossier, isBegun, code) => {
    expect(whyNotBeginStep(asking, dossier, demanding, isBegun)?.code).toBe(code)
    expect(whyNotBeginStep(undefined, dossier, demanding, isBegun)?.code).toBe('dossiers.no-such-demand')
  })
})
