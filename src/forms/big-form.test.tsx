import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import type { FieldSpec, FormDefinition, FormLayout } from './form.ts'
import { FormFields } from './form-fields.tsx'
import { readAnswers } from './read-answers.ts'
import { schemaOf } from './schema.ts'
import { validateForm } from './validate-form.ts'

const TODAY = '2026-11-21'
const [PAGES, QUESTIONS, PEOPLE] = [12, 10, 120]
/** Of a person who waits; on an idle core it is a tenth of this. */
const MOST_MS = 1_000

const question = (name: string): FieldSpec => ({ name, kind: 'text', label: `Câu ${name}`, required: true })
const layout: FormLayout = {
  pages: [
    ...Array.from({ length: PAGES }, (_, page) => ({
      id: `trang-${page}`,
      title: `Trang ${page}`,
      sections: [{ fields: Array.from({ length: QUESTIONS }, (__, no) => question(`cau${page}x${no}`)) }],
    })),
    {
      id: 'nhan-khau',
      title: 'Nhân khẩu',
      sections: [
        {
          repeat: { name: 'people', min: 1, max: PEOPLE, entry: 'người' },
          fields: [
            { name: 'fullName', kind: 'personal-name', label: 'Họ và tên', required: true },
            { name: 'bornOn', kind: 'birth-date', label: 'Ngày sinh', required: true },
          ],
        },
      ],
    },
  ],
}
const form: FormDefinition = { id: 'lon', version: 1, format: 2, layout, schema: schemaOf(layout) }

const typed = Object.fromEntries([
  ...layout.pages.flatMap(({ sections }) =>
    sections.flatMap(({ repeat, fields }) => (repeat ? [] : fields.map(({ name }) => [name, 'Trả lời']))),
  ),
  ...Array.from({ length: PEOPLE }, (_, no) => [
    [`people.${no}.fullName`, 'Trần An'],
    [`people.${no}.bornOn`, '01/02/1990'],
  ]).flat(),
]) as Record<string, string>

it('a form of 120 questions and 120 people is read, checked and drawn at once', () => {
  const begun = performance.now()
  const { data, errors } = readAnswers(form, typed, { today: TODAY })
  expect(errors).toEqual([])
  expect(validateForm(form, data, TODAY)).toEqual([])
  const html = render(<FormFields definition={form} page="nhan-khau" values={typed} errors={[]} />)
  const took = performance.now() - begun
  expect(html.split('Trần An').length - 1).toBe(PEOPLE)
  expect(took).toBeLessThan(MOST_MS)
})
