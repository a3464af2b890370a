import { render } from 'preact-render-to-string'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { procedureInForce } from '../../catalogue/index.ts'
import {
  fieldsOf,
  FormFields,
  groupsOf,
  isAsked,
  loadForms,
  readAnswers,
  readFormFiles,
  validateForm,
  type FormDefinition,
} from '../../forms/index.ts'
import { sampleValues } from '../../forms/testing.ts'
import { placesOn } from '../../organisation/index.ts'
import { filingForm } from './filing-form.ts'

const TODAY = '2026-11-21'
const files = await readFormFiles()
const places = await placesOn(TODAY)
const forms = new Map<string, FormDefinition>()
let world: TestApp

beforeAll(async () => {
  world = await openTestApp({ province: true })
  expect(await loadForms(world.app)).toEqual({ published: files.length })
  for (const file of files) {
    const { code } = file
    const procedure = await procedureInForce(world.app.db, code, TODAY)
    if (!procedure) throw new Error(`no procedure ${code}`)
    const { definition, version } = await filingForm(world.app.db, procedure, TODAY)
    expect(version).toBe(file.version)
    forms.set(code, definition)
  }
}, 120_000)
afterAll(() => world?.close())

test('loading again publishes nothing', async () => {
  expect(await loadForms(world.app)).toEqual({ published: 0 })
})

const formOf = (code: string) => forms.get(code) ?? expect.unreachable(code)
const scope = { today: TODAY, places }
const answered = (form: FormDefinition, chosen: Record<string, string> = {}) => {
  const values = sampleValues(form, { ...scope, chosen })
  return { values, ...read(form, values) }
}
const read = (form: FormDefinition, values: Record<string, string>) => {
  const { data, errors } = readAnswers(form, values, scope)
  return { data, errors }
}

describe.each(files.map(({ code, layout }) => [code, layout.template?.name ?? ''] as const))('%s, %s', (code, name) => {
  test('is made from a template that is named, and asks more than one free text', () => {
    expect(name).not.toBe('')
    expect(fieldsOf(formOf(code)).some((spec) => spec.name === 'request')).toBe(false)
  })

  test('a filled-in form passes, whichever choices are made', () => {
    const form = formOf(code)
    const ways = fieldsOf(form).flatMap(({ name: field, options = [] }) =>
      options.slice(0, 12).map(({ value }) => ({ [field]: value })),
    )
    for (const chosen of [{}, ...ways]) {
      const { data, errors } = answered(form, chosen)
      expect(errors, JSON.stringify(chosen)).toEqual([])
      expect(validateForm(form, data, TODAY, places)).toEqual([])
    }
  })

  test('a question left out is refused at its place, with a sentence', () => {
    const form = formOf(code)
    const { values, data } = answered(form)
    const asked = fieldsOf(form).filter((spec) => spec.required && isAsked(spec, data))
    const inGroups = groupsOf(form)
      .filter((group) => isAsked(group, data))
      .flatMap(({ name: group, fields }) =>
        fields.filter(({ required }) => required).map((spec) => ({ ...spec, name: `${group}.0.${spec.name}` })),
      )
    expect(asked.length).toBeGreaterThan(8)
    for (const { name: field, kind } of [...asked, ...inGroups]) {
      const box = kind === 'place' ? `${field}.noi` : field
      const { errors } = read(form, { ...values, [box]: '' })
      const error = errors.find((one) => one.field === field || one.field === box)
      expect(error, field).toMatchObject({ code: 'missing' })
      expect(error?.message).toMatch(/^(Nhập|Chọn|Đánh dấu vào|Viết) /u)
    }
  })

  test('every question is on its page without script', () => {
    const form = formOf(code)
    for (const { id } of form.layout.pages) {
      const html = render(h(FormFields, { definition: form, page: id, values: {}, errors: [] }))
      for (const { name: field, kind } of fieldsOf(form, id))
        expect(html, field).toContain(`name="${kind === 'place' ? `${field}.noi` : field}"`)
      for (const { name: group, min } of groupsOf(form, id))
        expect(html, group).toContain(`name="${group}" value="${min}"`)
    }
  })
})
