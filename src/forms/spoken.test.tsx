import { describe, expect, it } from 'vitest'
import { speaking } from '../platform/speaking.ts'
import { renderToString } from 'preact-render-to-string'
import { withinApplication } from './application-form.ts'
import type { FormDefinition, FormLayout } from './form.ts'
import { FormFields } from './form-fields.tsx'
import { printedParts } from './print/printed-form.ts'
import { readAnswers } from './read-answers.ts'
import { schemaOf } from './schema.ts'
import { spokenNow, withoutEnglish } from './spoken.ts'

const layout: FormLayout = {
  application: { behalf: false },
  pages: [
    {
      id: 'tre',
      title: 'Em bé',
      en: { title: 'The child' },
      sections: [
        {
          title: 'Về em bé',
          fields: [
            {
              name: 'childName',
              kind: 'personal-name',
              label: 'Họ tên',
              asked: 'họ tên của em bé',
              required: true,
              en: { label: 'Full name', asked: 'the full name of the child' },
            },
            {
              name: 'sex',
              kind: 'choice',
              label: 'Giới tính',
              asked: 'giới tính của em bé',
              required: true,
              options: [
                { value: 'male', label: 'Nam', en: { label: 'Male' } },
                { value: 'female', label: 'Nữ' },
              ],
            },
          ],
        },
      ],
    },
  ],
}
const own: FormDefinition = { id: 'x', version: 1, format: 3, layout, schema: schemaOf(layout) }
const source = { id: 'x', version: 1, subjects: [], cases: [] }
const form = () => withinApplication(own, source)
const shown = () =>
  renderToString(<FormFields definition={form()} page="tre" values={{}} errors={[]} />).replaceAll(/\s+/g, ' ')

describe('a form in two languages', () => {
  it('is English as far as it has English, and marks the rest', () => {
    const html = speaking('en', shown)
    expect(html).toContain('Full name')
    expect(html).not.toContain('Họ tên')
    expect(html).toContain('<span lang="vi">Giới tính</span>')
    expect(html).toContain('<span lang="vi">Về em bé</span>')
    expect(html).toContain('>Male<')
    expect(html).toContain('<span lang="vi">Nữ</span>')
    expect(html).not.toContain('<span lang="vi">Full name')
  })

  it('is Vietnamese without a mark or a word of English otherwise', () => {
    const html = shown()
    expect(html).toContain('Họ tên')
    expect(html).not.toMatch(/lang="vi"|Full name|Male/)
    expect(JSON.stringify(spokenNow(layout))).not.toContain('"en"')
  })

  it('tells what is wrong by its English name, or by its quoted label where it has none', () => {
    const told = speaking('en', () => readAnswers(form(), {}, { today: '2026-11-30', page: 'tre' }))
    expect(told.errors.map(({ message }) => message)).toEqual([
      'Enter the full name of the child, for example Nguyễn Thu Hạnh',
      'Choose an answer to “Giới tính”',
    ])
  })

  it('names the cases of a procedure as they are published', () => {
    const cases = ['1', '2'].map((no) => ({ code: no, name: `Trường hợp ${no}`, isOpen: true }))
    const html = speaking('en', () =>
      renderToString(
        <FormFields
          definition={withinApplication(own, { ...source, cases })}
          page="truong-hop"
          values={{}}
          errors={[]}
        />,
      ),
    )
    expect(html).toContain('<span lang="vi">Trường hợp 1</span>')
    expect(html).toContain('Your case')
  })

  it('stays Vietnamese on paper', () => {
    expect(
      printedParts(form(), { childName: 'Trần An' }).flatMap(({ items }) => items.map(({ label }) => label)),
    ).toContain('Họ tên')
  })

  it('says which words have no English', () => {
    expect(withoutEnglish(layout)).toEqual([
      'tre › Về em bé › title',
      'tre › sex › label',
      'tre › sex › asked',
      'tre › sex › female › label',
    ])
  })
})
