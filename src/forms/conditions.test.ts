import fc from 'fast-check'
import { expect, it } from 'vitest'
import { speaking } from '../platform/speaking.ts'
import { compile } from './check-schema.ts'
import { holds, inOrderOfConditions, type Condition } from './condition.ts'
import { conditionWords } from './condition.texts.ts'
import type { FieldSpec, FormLayout } from './form.ts'
import { schemaOf } from './schema.ts'

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const deciding: FieldSpec[] = [
  { name: 'chosen', kind: 'choice', label: 'Chosen', required: false, options },
  { name: 'ticked', kind: 'choices', label: 'Ticked', required: false, options },
  { name: 'agreed', kind: 'confirm', label: 'Agreed', required: false },
  { name: 'floors', kind: 'number', label: 'Floors', required: false },
]

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constantFrom('chosen', 'ticked'), is: fc.constantFrom('a', 'b') }),
  fc.record({
    field: fc.constantFrom('chosen', 'ticked'),
    isOneOf: fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
  }),
  fc.constant({ field: 'agreed', is: 'yes' }),
  fc.record({ field: fc.constantFrom('chosen', 'ticked', 'agreed', 'floors'), isAnswered: fc.boolean() }),
  fc.record({ field: fc.constant('floors'), atLeast: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ field: fc.constant('floors'), atMost: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ field: fc.constant('floors'), is: fc.constantFrom('0', '1', '2') }),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))
const answers = fc.record(
  {
    chosen: fc.constantFrom('a', 'b'),
    ticked: fc.constantFrom(['a'], ['b'], ['a', 'b']),
    agreed: fc.boolean(),
    floors: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: [] },
)

it('a schema asks for exactly what the condition asks for', () => {
  fc.assert(
    fc.property(condition, answers, (when, data) => {
      const asked: FieldSpec = { name: 'why', kind: 'text', label: 'Why', required: true, when }
      const layout: FormLayout = { pages: [{ id: 'p', title: 'P', sections: [{ fields: [...deciding, asked] }] }] }
      const fits = compile(schemaOf(layout))
      expect(fits({ ...data, why: 'x' })).toBe(holds(when, data))
      expect(fits(data)).toBe(!holds(when, data))
    }),
    { numRuns: 60 },
  )
})

it('questions come after those that decide about them, circles are found', () => {
  const wait = (name: string, ...fields: string[]) => ({
    name,
    ...(fields.length > 0 ? { when: { all: fields.map((field) => ({ field, isAnswered: true })) } } : {}),
  })
  const order = inOrderOfConditions([wait('c', 'b', 'a'), wait('b', 'a'), wait('a'), wait('d', 'elsewhere')])
  expect(order?.map(({ name }) => name)).toEqual(['a', 'd', 'b', 'c'])
  expect(inOrderOfConditions([wait('a', 'b'), wait('b', 'a'), wait('c')])).toBeUndefined()
})

it.each<[Condition, string, string]>([
  [{ not: { field: 'chosen', is: 'a' } }, '“Chosen” không phải là “A”', '“Chosen” is not “A”'],
  [
    { not: { field: 'ticked', isOneOf: ['a', 'b'] } },
    '“Ticked” không phải là “A” hoặc “B”',
    '“Ticked” is not “A” or “B”',
  ],
  [{ not: { field: 'agreed', is: 'yes' } }, 'chưa đánh dấu “Agreed”', '“Agreed” is not ticked'],
  [{ not: { field: 'floors', isAnswered: true } }, 'chưa trả lời “Floors”', '“Floors” is not answered'],
  [{ not: { field: 'floors', atLeast: 2 } }, 'không đúng là “Floors” từ 2 trở lên', 'not: “Floors” is 2 or more'],
])('says what must not be as a person would: %j', (condition, vietnamese, english) => {
  expect(conditionWords(condition, deciding)).toBe(vietnamese)
  expect(speaking('en', () => conditionWords(condition, deciding))).toBe(english)
})
