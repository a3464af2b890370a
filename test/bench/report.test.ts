import { expect, test } from 'vitest'
import { report, section, type Machine } from './report.ts'

const ON: Machine = { processors: 2, model: 'A', gigabytes: 24, load: 0.4, node: 'v24', on: '2026-11-30' }
const PARTS = ['start', 'pages', 'queue']
const rows = (measured: string) => [{ what: 'Start to ready', measured, aim: 'under 5 s', isMet: true }]

test('a part that is measured again takes the place of its own figures, and leaves those of others with their day', () => {
  const first = report('', [section('queue', rows('9 ms'), ON), section('start', rows('3 s'), ON)], PARTS)
  expect(first.match(/^## .*$/gm)).toEqual(['## start', '## queue'])
  const later = { ...ON, on: '2026-12-01' }
  const second = report(`${first}\nA word about the queue.\n`, [section('start', rows('2 s'), later)], PARTS)
  expect(second).toContain('| Start to ready | 2 s |  |  | under 5 s ✓ |')
  expect(second).not.toContain('3 s |')
  expect(second).toContain('Measured on 2026-12-01')
  expect(second).toMatch(/## queue\n\nMeasured on 2026-11-30[^]*9 ms[^]*A word about the queue\.\n$/)
  expect(second.match(/^# What it costs$/gm)).toHaveLength(1)
  expect(report(second, [], PARTS)).toBe(second)
})
