import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { signsOfWords } from '../extraction/signs.ts'
import { oddsOf, probabilityOf, sigmoid, type Signs } from './calibration.ts'
import { bendToVerdicts, fitCalibration, type Known } from './fit.ts'
import { SHIPPED_CALIBRATION } from './store.ts'
import { calibrationTable } from './table.ts'

const word = (text: string, confidence: number) => ({
  text,
  confidence,
  box: { left: 0, top: 0, right: 10, bottom: 10 },
})

/** Values that are right as often as their least sure letter says, squared. */
function known(count: number, seed: number): Known[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const least = random()
    return { signs: { ...signsOfWords([word('Tày', least)]), checked: 1 }, isRight: random() < least ** 2 }
  })
}

describe('a calibration', () => {
  test('tells what comes true, on values it has not seen', () => {
    const calibration = fitCalibration('t', known(1_500, 1))
    const told = known(1_500, 2).map(({ signs, isRight }) => ({
      confidence: probabilityOf(calibration, signs),
      isRight,
    }))
    for (const { from, to, count, right } of calibrationTable(told)) {
      if (count < 60) continue
      expect(right / count, `${from}–${to}`).toBeGreaterThan(from - 0.12)
      expect(right / count, `${from}–${to}`).toBeLessThan(to + 0.12)
    }
    expect(fitCalibration('t', known(1_500, 1))).toEqual(calibration)
  })

  test('never calls anything certain', () => {
    expect(
      probabilityOf(SHIPPED_CALIBRATION, {
        ...signsOfWords([word('Tày', 1)]),
        agrees: 1,
        checked: 1,
        backed: 1,
        confirmed: 1,
      }),
    ).toBeLessThanOrEqual(0.995)
  })

  test('never calls sure what two looks see differently, nor words of a page that reads badly', () => {
    const best = { ...signsOfWords([word('Tày', 1)]), backed: 1, confirmed: 1, fit: 1, clear: 0.95 }
    const told = (more: Partial<Signs>) => probabilityOf(SHIPPED_CALIBRATION, { ...best, ...more })
    expect(told({})).toBeGreaterThan(0.95)
    expect(told({ differs: 1 })).toBeLessThan(0.95)
    expect(told({ clear: 0.8 })).toBeLessThan(0.95)
    // A number whose own check is right stays as sure as it was.
    expect(told({ clear: 0.8, checked: 1 })).toBeGreaterThan(0.95)
  })

  test('is bent by what officers found: too sure becomes less sure', () => {
    const random = seededRandom(3)
    const verdicts = Array.from({ length: 800 }, () => {
      const confidence = 0.5 + random() / 2
      return { confidence, isRight: random() < confidence - 0.2 }
    })
    const { bend } = bendToVerdicts(SHIPPED_CALIBRATION, 'b', verdicts)
    const at = (confidence: number) => sigmoid(bend.slope * oddsOf(confidence) + bend.shift)
    expect(at(0.9)).toBeGreaterThan(0.6)
    expect(at(0.9)).toBeLessThan(0.8)
  })
})
