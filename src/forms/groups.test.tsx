import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { asTyped } from './as-typed.ts'
import type { FormDefinition, FormLayout } from './form.ts'
import { FormErrors, FormFields } from './form-fields.tsx'
import { changedEntries } from './groups.ts'
import { readAnswers } from './read-answers.ts'
import { schemaOf } from './schema.ts'
import { shownAnswers } from './shown-answers.ts'
import { validateForm } from './validate-form.ts'

const today = '2026-11-21'
const layout: FormLayout = {
  pages: [
    {
      id: 'gia-dinh',
      title: 'Gia đình',
      sections: [
        {
          title: 'Thành viên cùng thay đổi',
          repeat: { name: 'members', min: 1, max: 3, entry: 'thành viên' },
          fields: [
            { name: 'fullName', kind: 'personal-name', label: 'Họ và tên', required: true },
            { name: 'personalId', kind: 'personal-id', label: 'Số định danh', required: false },
            { name: 'bornOn', kind: 'birth-date', label: 'Ngày sinh', required: false, bornWith: 'personalId' },
            {
              name: 'relation',
              kind: 'choice',
              label: 'Quan hệ',
              required: true,
              options: [
                { value: 'child', label: 'Con' },
                { value: 'other', label: 'Khác' },
              ],
            },
            {
              name: 'otherRelation',
              kind: 'text',
              label: 'Quan hệ khác',
              required: true,
              when: { field: 'relation', is: 'other' },
            },
          ],
        },
      ],
    },
  ],
}
const form: FormDefinition = { id: 'gd', version: 1, format: 2, layout, schema: schemaOf(layout) }
const read = (body: Record<string, string>) => readAnswers(form, body, { today })
const an = { 'members.0.fullName': 'Trần An', 'members.0.relation': 'child' }

describe('a repeated group', () => {
  it('is stored as a list of entries and shown entry by entry', () => {
    const { data, errors } = read({
      ...an,
      'members.1.fullName': 'Trần Bình',
      'members.1.relation': 'other',
      'members.1.otherRelation': 'cháu',
    })
    expect(errors).toEqual([])
    expect(data).toEqual({
      members: [
        { fullName: 'Trần An', relation: 'child' },
        { fullName: 'Trần Bình', relation: 'other', otherRelation: 'cháu' },
      ],
    })
    expect(shownAnswers(form, data).map(({ name, text, entry }) => [name, text, entry?.no])).toContainEqual([
      'members.1.otherRelation',
      'cháu',
      2,
    ])
    expect(read(asTyped(form, data)).data).toEqual(data)
  })

  it('tells what is wrong in the entry it is wrong in, passing over blank ones', () => {
    const typed = {
      members: '3',
      ...an,
      'members.2.fullName': 'Trần 2',
      'members.2.personalId': '022 188 001 512',
      'members.2.bornOn': '1990',
    }
    const { errors, data, values } = read(typed)
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['members.2.fullName', 'not-letters'],
      ['members.2.bornOn', 'birth-year-differs'],
      ['members.2.relation', 'missing'],
    ])
    expect(data).toEqual({ members: [{ fullName: 'Trần An', relation: 'child' }, { personalId: '022188001512' }] })
    expect(values).toMatchObject(typed)
    const html = render(<FormFields definition={form} page="gia-dinh" values={values} errors={errors} />)
    const summary = render(<FormErrors errors={errors} />)
    for (const [, id] of summary.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
  })

  it('asks for as many entries as there must be', () => {
    expect(read({}).errors.map(({ field }) => field)).toEqual(['members.0.fullName', 'members.0.relation'])
    const told = validateForm(form, { members: [] }, today)
    expect(told).toEqual([{ field: 'members', code: 'too-few', message: 'Ghi ít nhất 1 thành viên' }])
    const many = { members: Array.from({ length: 4 }, () => ({ fullName: 'An', relation: 'child' })) }
    expect(validateForm(form, many, today)).toMatchObject([{ field: 'members', code: 'too-many' }])
    expect(validateForm(form, {}, today)).toMatchObject([{ field: 'members', code: 'too-few' }])
  })

  it('refuses data sent directly that is no list, or says more than it is asked', () => {
    expect(validateForm(form, { members: 'An' }, today)).toMatchObject([{ field: 'members', code: 'unreadable' }])
    const sent = { members: [{ fullName: 'An', relation: 'child', otherRelation: 'x', colour: 'xanh' }, 7] }
    expect(validateForm(form, sent, today).map(({ field }) => field)).toEqual([
      'members.0.otherRelation',
      'members.0.colour',
      'members.1',
    ])
  })
})

describe('its buttons', () => {
  it('work without script and never take an entry away by the Enter key', () => {
    const html = render(<FormFields definition={form} page="gia-dinh" values={{ members: '2' }} errors={[]} />)
    expect(html).toContain('name="them" value="members"')
    expect(html).toContain('name="bo" value="members.1"')
    expect(html.indexOf('<button')).toBeLessThan(html.indexOf('name="bo"'))
    expect(html.slice(html.indexOf('<button'), html.indexOf('<button') + 60)).not.toContain('name=')
    const one = render(<FormFields definition={form} page="gia-dinh" values={{}} errors={[]} />)
    expect(one).not.toContain('name="bo"')
    const full = render(<FormFields definition={form} page="gia-dinh" values={{ members: '3' }} errors={[]} />)
    expect(full).not.toContain('name="them"')
    expect(full).toContain('Đã đủ 3 thành viên')
  })

  it('add a blank entry and take one away, the others moving up', () => {
    const values = { ...an, 'members.1.fullName': 'Trần Bình', 'members.2.fullName': 'Trần Chi', phone: '0900' }
    expect(changedEntries(form, { them: 'members' }, an)).toEqual({ values: { ...an, members: '2' }, at: 'members.1' })
    expect(changedEntries(form, { bo: 'members.1' }, values)?.values).toEqual({
      ...an,
      'members.1.fullName': 'Trần Chi',
      members: '2',
      phone: '0900',
    })
    expect(changedEntries(form, { them: 'members' }, { members: '3' })?.values).toEqual({ members: '3' })
    expect(changedEntries(form, { bo: 'strangers.0' }, values)).toBeUndefined()
    expect(changedEntries(form, {}, values)).toBeUndefined()
  })

  it('adding and taking away again changes nothing that was typed', () => {
    const entry = fc.record({ fullName: fc.string({ minLength: 1 }), relation: fc.constantFrom('child', 'other') })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 2 }), (entries) => {
        const typed = Object.fromEntries(
          entries.flatMap((one, index) =>
            Object.entries(one).map(([name, text]) => [`members.${index}.${name}`, text]),
          ),
        )
        const more = changedEntries(form, { them: 'members' }, typed)
        const back = changedEntries(form, { bo: more?.at }, more?.values ?? {})
        expect(back?.values).toEqual({ ...typed, members: String(entries.length) })
      }),
    )
  })
})
