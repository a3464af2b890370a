import { beforeAll, describe, expect, test } from 'vitest'
import { cleanProcedure } from '../cleaning/clean-procedure.ts'
import { papersOf, type ProcedureContent } from '../procedure.ts'
import { readCatalogueSource } from '../read-source.ts'
import {
  answersIn,
  followGuide,
  guideGaps,
  keptAnswers,
  leftOut,
  type Answers,
  type Condition,
  type Guide,
  type GuideStep,
} from './guide.ts'
import { guides } from './guides.ts'

let published: ReadonlyMap<string, ProcedureContent>
let codes: ReadonlySet<string>
beforeAll(async () => {
  const { procedures } = await readCatalogueSource()
  codes = new Set(procedures.map(({ code }) => code))
  const wanted = procedures.filter(({ code }) => guides().has(code))
  published = new Map(wanted.map((one) => [one.code, cleanProcedure(one, { legal: new Map() }).content]))
})

/** Every way through a guide. */
function ways(guide: Guide, answers: Answers = {}): { answers: Answers; end: GuideStep }[] {
  const step = followGuide(guide, answers)
  if (step.kind !== 'question') return [{ answers, end: step }]
  return step.question.choices.flatMap(({ value }) => ways(guide, { ...answers, [step.question.key]: value }))
}

describe.each([...guides().values()].map((guide) => [guide.code, guide] as const))('the guide of %s', (code, guide) => {
  test('names exactly the papers that are published', () => {
    expect(guideGaps(guide, published.get(code)!)).toEqual([])
  })

  test('asks at most three questions, and every way ends at papers or elsewhere', () => {
    for (const { answers, end } of ways(guide)) {
      expect(Object.keys(answers).length).toBeLessThanOrEqual(3)
      if (end.kind === 'papers') expect(end.papers.length).toBeGreaterThan(0)
      else if (end.kind === 'elsewhere' && end.code !== undefined) expect(codes).toContain(end.code)
    }
  })

  test('every way tells of each published paper whether it is handed in, asked for, or why it is not', () => {
    const procedure = published.get(code)!
    const all = papersOf(procedure).map((paper) => paper.code)
    for (const { end } of ways(guide)) {
      if (end.kind !== 'papers') continue
      const wanted = end.papers.filter(({ use }) => use === 'hand-in' || use === 'if-asked')
      const out = leftOut(end.papers, procedure).map(({ component }) => component)
      expect([...wanted.map(({ component }) => component), ...out].toSorted()).toEqual(all.toSorted())
    }
  })

  test('every condition names questions and answers there are, and every question changes something', () => {
    const conditions = [...guide.questions, ...guide.papers, ...(guide.advice ?? []), ...(guide.elsewhere ?? [])]
    const known = new Map(guide.questions.map(({ key, choices }) => [key, choices.map(({ value }) => value)]))
    const strange = (when: Condition) =>
      Object.entries(when).filter(([key, wanted]) =>
        wanted.some((one) => one !== null && !known.get(key)?.includes(one)),
      )
    expect(conditions.flatMap(({ when }) => strange(when ?? {}))).toEqual([])
    for (const { key, choices } of guide.questions) {
      const outcomes = choices.map(({ value }) =>
        JSON.stringify(
          ways(guide)
            .filter(({ answers }) => answers[key] === value)
            .map(({ end }) => end),
        ),
      )
      expect(new Set(outcomes).size, key).toBeGreaterThan(1)
    }
  })

  test('every paper and every piece of advice is somebody’s, and none is named twice to one person', () => {
    const ends = ways(guide).flatMap(({ end }) => (end.kind === 'papers' ? [end] : []))
    const shown = new Set(ends.flatMap(({ papers }) => papers.map(({ plain }) => plain.vi)))
    expect([...new Set(guide.papers.map(({ plain }) => plain.vi))].filter((plain) => !shown.has(plain))).toEqual([])
    const advised = new Set(ends.flatMap(({ advice }) => advice.map(({ vi }) => vi)))
    expect((guide.advice ?? []).filter(({ text }) => !advised.has(text.vi))).toEqual([])
    for (const { papers } of ends) expect(new Set(papers.map(({ component }) => component)).size).toBe(papers.length)
  })

  test('is complete in both languages', () => {
    const texts = JSON.stringify(guide).match(/"(?:vi|en)":"[^"]*/g) ?? []
    expect(texts.length % 2).toBe(0)
    expect(texts.filter((text) => text.length < 8)).toEqual([])
  })
})

test('an address may hold anything: only short texts are taken for answers', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, no) => [`q${no}`, 'x']))
  expect(answersIn({ be: 'thuong', la: ['a', 'b'], dai: 'x'.repeat(41) })).toEqual({ be: 'thuong' })
  expect(Object.keys(answersIn(many))).toHaveLength(10)
})

describe('following a guide', () => {
  const birth = () => guides().get('1.001193')!

  test('an answer to a question that is not asked, or an unknown one, does not count', () => {
    expect(keptAnswers(birth(), { be: 'bo-roi', 'chung-sinh': 'giay', 'nguoi-nop': 'ai-do', la: 'x' })).toEqual({
      be: 'bo-roi',
    })
  })

  test('a mother with an electronic hospital certificate hands in nothing', () => {
    const answers = { be: 'thuong', 'chung-sinh': 'dien-tu', 'nguoi-nop': 'cha-me' }
    const step = followGuide(birth(), answers)
    expect(step.kind === 'papers' && step.papers.filter(({ use }) => use === 'hand-in')).toEqual([])
    const out = step.kind === 'papers' ? leftOut(step.papers, published.get('1.001193')!) : []
    expect(out).toContainEqual(
      expect.objectContaining({ component: '000.00.00.G15-KQ004389', why: 'held-by-the-state' }),
    )
    expect(out).toContainEqual(expect.objectContaining({ component: '000.00.00.G15-KQ003208', why: 'not-my-case' }))
    expect(out).toContainEqual(
      expect.objectContaining({ component: '000.00.00.G15-KQ003967', why: 'filled-on-screen' }),
    )
  })

  test('a publication with another paper takes the guide out of use', () => {
    const procedure = published.get('1.001193')!
    const changed = { components: procedure.components.filter(({ code }) => !code.endsWith('KQ003303')) }
    expect(guideGaps(birth(), changed)).toEqual(['000.00.00.G15-KQ003303'])
  })
})
