import { expect, test } from 'vitest'
import { FORM_KINDS, formInForce, STATUTORY_FORMS } from './statutory-form.ts'

test('the numbers are those in force on the day of issue', () => {
  const numbers = (on: string) => FORM_KINDS.map((kind) => formInForce(kind, on).number)
  expect(numbers('2025-07-01')).toEqual(['01', '02', '03', '04', '05', '06', '07'])
  expect(numbers('2026-11-20')).toEqual(['01', '02', '03', '04', '05', '06', '07'])
  expect(formInForce('handling-sheet', '2025-06-30')).toMatchObject({
    number: '05',
    instrument: 'Thông tư 01/2018/TT-VPCP',
  })
  expect(formInForce('register', '2025-06-30').number).toBe('06')
})

test('a form that did not exist yet is not guessed', () => {
  expect(() => formInForce('stop-notice', '2025-06-30')).toThrow('no statutory form stop-notice on 2025-06-30')
  expect(() => formInForce('appointment-slip', '2018-12-02')).toThrow()
})

test('no two versions of a form are in force on one day, and each says how sure it is', () => {
  for (const kind of FORM_KINDS) {
    const versions = STATUTORY_FORMS.filter((form) => form.kind === kind).toSorted((a, b) =>
      a.validFrom.localeCompare(b.validFrom),
    )
    for (const [index, form] of versions.entries()) {
      const next = versions[index + 1]
      if (next) expect(form.validTo !== null && form.validTo < next.validFrom).toBe(true)
      expect(['law', 'law-to-verify']).toContain(form.certainty)
    }
  }
})
