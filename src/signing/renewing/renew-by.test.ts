import { describe, expect, it } from 'vitest'
import { RENEWAL_RULES, renewBy, type RenewalRules } from './renew-by.ts'

const rules: RenewalRules = {
  margins: [
    { validFrom: '2025-01-01', daysBefore: 10, certainty: 'local-setting', source: 'thử' },
    { validFrom: '2030-01-01', daysBefore: 100, certainty: 'local-setting', source: 'thử' },
  ],
  algorithmEnds: [
    { algorithm: 'RSA-2048', endsOn: '2029-12-31', certainty: 'to-verify', source: 'thử' },
    { algorithm: 'EC-256', endsOn: '2040-12-31', certainty: 'to-verify', source: 'thử' },
  ],
}
const until = (iso: string) => new Date(iso)

describe('by when a file is renewed', () => {
  it.each([
    ['before its certificate ends', '2028-06-15T05:00:00Z', ['EC-256', 'SHA-256'], '2027-01-01', '2028-06-05'],
    ['on the day as Vietnam counts it', '2028-06-15T18:00:00Z', ['EC-256'], '2027-01-01', '2028-06-06'],
    [
      'before its algorithm ends, when that is sooner',
      '2035-01-01T05:00:00Z',
      ['RSA-2048'],
      '2027-01-01',
      '2029-12-21',
    ],
    [
      'before the first algorithm of several',
      '2050-01-01T05:00:00Z',
      ['EC-256', 'RSA-2048'],
      '2027-01-01',
      '2029-12-21',
    ],
    ['where nobody knows an end of the algorithm', '2035-01-01T05:00:00Z', ['EC-521'], '2027-01-01', '2034-12-22'],
    ['by the margin in force', '2035-01-11T05:00:00Z', ['EC-256'], '2030-01-01', '2034-10-03'],
    ['without a margin on its last day', '2028-06-15T05:00:00Z', ['EC-256'], '2024-01-01', '2028-06-15'],
  ])('%s', (_, provableUntil, algorithms, on, expected) => {
    expect(renewBy({ provableUntil: until(provableUntil), algorithms }, on, rules)).toBe(expected)
  })

  it('is not known of a file of which nothing can be proven', () => {
    expect(renewBy({ provableUntil: undefined, algorithms: ['RSA-2048'] }, '2027-01-01', rules)).toBeUndefined()
  })

  it('rests on data that says where it is from and is not sure of any end of an algorithm', () => {
    const { margins, algorithmEnds } = RENEWAL_RULES
    expect(margins.every(({ daysBefore, source }) => daysBefore > 0 && source.length > 20)).toBe(true)
    expect(algorithmEnds.map(({ certainty }) => certainty)).toEqual(algorithmEnds.map(() => 'to-verify'))
    expect(algorithmEnds.every(({ source }) => source.length > 20)).toBe(true)
  })
})
