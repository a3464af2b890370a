import { describe, expect, it } from 'vitest'
import type { FieldSpec, FormLayout, FormSection } from '../form.ts'
import { FAULT_CODES, faultsOf, type FaultCode } from './faults.ts'
import { faultLine } from './texts.ts'

const text = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  kind: 'text',
  label: name.toUpperCase(),
  required: true,
  ...more,
})
const asking = (...fields: FieldSpec[]): FormLayout => withSections({ fields })
const withSections = (...sections: FormSection[]): FormLayout => ({ pages: [{ id: 'p', title: 'P', sections }] })
const choice = text('b', { kind: 'choice', options: [{ value: 'x', label: 'X' }] })
const group = (more: object, ...fields: FieldSpec[]): FormSection => ({
  repeat: { name: 'g', min: 1, max: 3, entry: 'mục', ...more },
  fields: fields.length > 0 ? fields : [text('z')],
})

const wrong: [FaultCode, FormLayout][] = [
  ['no-pages', { pages: [] }],
  ['page-without-title', { pages: [{ id: 'p', title: ' ', sections: [{ fields: [text('a')] }] }] }],
  ['page-without-sections', withSections()],
  ['same-page', { pages: [asking(text('a')), asking(text('b'))].flatMap(({ pages }) => pages) }],
  [
    'same-page',
    { pages: [{ id: 'nguoi-nop', title: 'P', sections: [{ fields: [text('a')] }] }], application: { behalf: true } },
  ],
  ['section-without-questions', withSections({ fields: [] })],
  ['group-without-entry', withSections(group({ entry: '' }))],
  ['bad-bounds', withSections(group({ min: 4 }))],
  ['same-name', asking(text('a'), text('a'))],
  ['same-name', withSections(group({}), { fields: [text('g')] })],
  ['bad-name', asking(text('họ tên'))],
  ['common-name', { ...asking(text('fullName')), application: { behalf: false } }],
  ['unknown-kind', asking({ ...text('a'), kind: 'signature' as 'text' })],
  ['question-without-label', asking(text('a', { label: '' }))],
  ['no-options', asking(text('a', { kind: 'choices' }))],
  ['option-incomplete', asking(text('a', { kind: 'choice', options: [{ value: 'x', label: '' }] }))],
  [
    'same-option',
    asking(text('a', { kind: 'choice', options: [choice, choice].map(() => ({ value: 'x', label: 'X' })) })),
  ],
  ['bad-bounds', asking(text('a', { kind: 'number', min: 5, max: 4 }))],
  ['bad-pattern', asking(text('a', { pattern: '(' }))],
  ['strange-person', asking(text('a', { kind: 'birth-date', bornWith: 'b' }), choice)],
  ['strange-comparison', asking(text('a', { kind: 'date', compared: [{ field: 'b', is: 'after' }] }), choice)],
  ['unknown-question', asking(text('a', { when: { field: 'q', is: 'x' } }))],
  ['unknown-question', withSections(group({}, text('a', { when: { field: 'b', is: 'x' } })), { fields: [choice] })],
  ['question-of-a-group', withSections(group({}, choice), { fields: [text('a', { when: { field: 'b', is: 'x' } })] })],
  ['impossible-answer', asking(choice, text('a', { when: { all: [{ field: 'b', is: 'y' }] } }))],
  ['impossible-answer', asking(choice, text('a', { when: { not: { field: 'b', atLeast: 2 } } }))],
  ['impossible-answer', asking(choice, text('a', { when: { field: 'b', isOneOf: [] } }))],
  [
    'circle',
    asking(
      text('a', { when: { field: 'c', isAnswered: true } }),
      text('c', { when: { field: 'a', isAnswered: true } }),
    ),
  ],
]

describe('a fault', () => {
  it.each(wrong)('%s', (code, layout) => {
    const faults = faultsOf(layout)
    expect(faults.map((fault) => fault.code)).toContain(code)
    for (const fault of faults) expect(faultLine(fault)).toMatch(/\. [\p{Lu}][^.]*\.$/u)
  })

  it('of each kind is shown by an example', () => {
    expect(new Set(wrong.map(([code]) => code))).toEqual(new Set(FAULT_CODES))
  })
})

describe('nothing is wrong with', () => {
  const sound: [string, FormLayout][] = [
    [
      'conditions on questions of the common pages and on the case',
      {
        ...asking(
          text('a', {
            when: {
              any: [
                { field: 'onBehalf', is: 'other' },
                { field: 'caseCode', is: '1.000001.01' },
              ],
            },
          }),
        ),
        application: { behalf: true },
      },
    ],
    ['a group with names used elsewhere', withSections(group({}, text('a'), choice), { fields: [text('a')] })],
    ['a condition within one entry', withSections(group({}, choice, text('a', { when: { field: 'b', is: 'x' } })))],
  ]
  it.each(sound)('%s', (_, layout) => expect(faultsOf(layout)).toEqual([]))
})
