import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../condition.ts'
import type { FieldKind, FieldSpec, FormLayout } from '../form.ts'
import { kinds } from '../kinds/kinds.ts'
import { readFormFiles } from '../load-forms.ts'
import { whyUnsound } from '../why-unsound.ts'
import { exportForm, importForm } from './form-file.ts'

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.normalize('NFC'))
  // Names of nothing but spaces are refused.
  .filter((text) => text.trim() !== '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const options = [
  { value: 'a', label: 'A', en: { label: 'An A' } },
  { value: 'b', label: 'B' },
]

const deciding: FieldSpec = { name: 'chosen', kind: 'choice', label: 'Chọn', required: true, options }
const condition: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: 'chosen', is: 'a' },
  { any: [{ field: 'chosen', isOneOf: ['a', 'b'] }, { not: { field: 'chosen', isAnswered: true } }] },
)
const field = (name: string): fc.Arbitrary<FieldSpec> =>
  fc.record(
    {
      name: fc.constant(name),
      kind: fc.constantFrom(...(Object.keys(kinds) as FieldKind[])),
      label: words,
      required: fc.boolean(),
      options: fc.constant(options),
      hint: maybe(words),
      help: maybe(words),
      unit: maybe(words),
      min: maybe(fc.integer({ min: 0, max: 5 })),
      max: maybe(fc.integer({ min: 5, max: 9 })),
      when: maybe(condition),
      pattern: maybe(fc.constantFrom('[A-Z]+', '\\d{3}')),
      withoutDetail: maybe(fc.boolean()),
      en: maybe(fc.record({ label: words, hint: words, asked: words }, { requiredKeys: [] })),
      prefill: maybe(fc.constant({ fact: 'phone', change: 'allowed' as const })),
    },
    { requiredKeys: ['name', 'kind', 'label', 'required', 'options'] },
  )
const layout: fc.Arbitrary<FormLayout> = fc.record({
  pages: fc.tuple(field('one'), field('two'), words, words, words).map(([one, two, title, entry, english]) => [
    {
      id: 'trang',
      title,
      en: { title: english },
      sections: [
        { fields: [deciding, one] },
        {
          repeat: { name: 'group', min: 0, max: 3, entry, en: { entry: english } },
          fields: [{ ...deciding, name: 'chosen' }, two],
        },
      ],
    },
  ]),
  print: maybe(fc.record({ signer: words, numbered: fc.boolean() })),
})

const told = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a form as a file', () => {
  it('comes back as it was, and equal forms are equal files', () => {
    fc.assert(
      fc.property(layout, (own) => {
        expect(whyUnsound(own)).toBeUndefined()
        const file = exportForm({ id: '1.004194', version: 3, layout: own })
        const back = importForm(file)
        expect(back).toEqual({ code: '1.004194', version: 3, layout: told(own) })
        expect(exportForm({ id: back.code, version: back.version, layout: back.layout })).toBe(file)
        const shuffled = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(file) as object).toReversed()))
        expect(importForm(shuffled)).toEqual(back)
      }),
    )
  })

  it('carries every form that comes with the system', async () => {
    for (const { code, version, layout: own } of await readFormFiles())
      expect(importForm(exportForm({ id: code, version, layout: own })).layout).toEqual(told(own))
  })

  const wrong: [string, string, string][] = [
    ['no JSON', '<form/>', 'forms.unreadable-file'],
    ['another kind of file', '{"kind":"bpmn"}', 'platform.invalid-input'],
    [
      'a later format',
      exportForm({ id: 'x', version: 1, layout: { pages: [] } }).replace('"format": 3', '"format": 9'),
      'platform.invalid-input',
    ],
    [
      'an unknown word',
      '{"kind":"motcua-form","format":2,"code":"x","version":1,"layout":{"pages":[{"id":"p","title":"P","sections":[{"fields":[{"name":"a","kind":"text","label":"A","required":true,"colour":"xanh"}]}]}]}}',
      'platform.invalid-input',
    ],
    [
      'a layout that cannot work',
      exportForm({
        id: 'x',
        version: 1,
        layout: {
          pages: [
            {
              id: 'p',
              title: 'P',
              sections: [{ fields: [{ name: 'a', kind: 'choice', label: 'A', required: true }] }],
            },
          ],
        },
      }),
      'forms.unsound',
    ],
  ]
  it.each(wrong)('%s is refused', (_, file, code) => {
    expect(() => importForm(file)).toThrow(expect.objectContaining({ code }))
  })
})
