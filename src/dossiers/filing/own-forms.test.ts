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
  putPages,
  readAnswers,
  readFormFiles,
  validateForm,
  withCommunes,
  withoutEnglish,
  type FieldSpec,
  type FormDefinition,
} from '../../forms/index.ts'
import { choicesFor, sampleValues, waitingIn, WRONG } from '../../forms/testing.ts'
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
    forms.set(code, withCommunes(definition, [{ value: '06673', label: 'Phường Bãi Cháy' }]))
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

/** Choices that lead into every branch of a form: each condition once held and once not. */
function branches(form: FormDefinition): Record<string, string>[] {
  const ways = waitingIn(form).flatMap(({ fields, when, group }) =>
    [true, false].flatMap((isHolding) => {
      const chosen = choicesFor(fields, when, isHolding)
      return chosen ? [{ ...reaching(form, group), ...chosen }] : []
    }),
  )
  return [{}, ...new Map(ways.map((way) => [JSON.stringify(way), way])).values()]
}

/** What leads to the entries of a group. */
function reaching(form: FormDefinition, group: string | undefined): Record<string, string> {
  const when = groupsOf(form).find(({ name }) => name === group)?.when
  return (when && choicesFor(fieldsOf(form), when, true)) ?? {}
}

/** Every question put, with where its boxes stand. */
function askedIn(form: FormDefinition, data: Record<string, unknown>): { path: string; spec: FieldSpec }[] {
  const once = fieldsOf(form).filter((spec) => isAsked(spec, data))
  const inGroups = groupsOf(form).flatMap((group) => {
    const [entry] = (data[group.name] ?? []) as Record<string, unknown>[]
    const asked = entry && isAsked(group, data) ? group.fields.filter((spec) => isAsked(spec, entry)) : []
    return asked.map((spec) => ({ path: `${group.name}.0.${spec.name}`, spec }))
  })
  return [...once.map((spec) => ({ path: spec.name, spec })), ...inGroups]
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

  test('each page and question is reached while its condition holds, and left out otherwise', () => {
    const form = formOf(code)
    const reached = new Set<string>()
    for (const chosen of branches(form)) {
      const { data, errors } = answered(form, chosen)
      expect(errors, JSON.stringify(chosen)).toEqual([])
      for (const { id } of putPages(form, data)) reached.add(id)
    }
    expect(form.layout.pages.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
    for (const { name: waiting, when, fields, group } of waitingIn(form)) {
      for (const isHolding of [true, false]) {
        const chosen = choicesFor(fields, when, isHolding)
        if (!chosen) throw new Error(`nothing decides ${waiting}`)
        const { data } = answered(form, { ...reaching(form, group), ...chosen })
        const answers = group === undefined ? data : ((data[group] as Record<string, unknown>[])[0] ?? {})
        expect(waiting in answers, `${waiting} ${JSON.stringify(chosen)}`).toBe(isHolding)
      }
    }
  })

  test('each question left out, and each answered wrongly, is refused at its place with a sentence', () => {
    const form = formOf(code)
    const seen = new Set<string>()
    for (const chosen of branches(form)) {
      const { values, data } = answered(form, chosen)
      for (const { path, spec } of askedIn(form, data).filter((one) => !seen.has(one.path))) {
        seen.add(path)
        const box = spec.kind === 'place' ? `${path}.noi` : path
        const errorFor = (typed: string) => {
          const sent = { ...values, [box]: typed, ...(typed === '' ? {} : { [`${path}.cho`]: '' }) }
          return read(form, sent).errors.find(({ field }) => field === path || field === box)
        }
        if (spec.required) {
          expect(errorFor(''), path).toMatchObject({ code: 'missing' })
          expect(errorFor('')?.message).toMatch(/^(Nhập|Chọn|Đánh dấu vào|Viết) /u)
        }
        const wrong = errorFor(spec.pattern === undefined ? WRONG[spec.kind] : 'sai')
        expect(wrong, path).toBeDefined()
        expect(wrong?.code, path).not.toBe('missing')
        if (spec.past)
          expect(errorFor(spec.kind === 'month' ? '12/2026' : '22/11/2026'), path).toMatchObject({
            code: 'in-the-future',
          })
        if (spec.min !== undefined && spec.kind !== 'choices')
          expect(errorFor(String(spec.min - 1).replace('.', ',')), path).toMatchObject({ code: 'too-small' })
      }
    }
    const all = [
      ...fieldsOf(form),
      ...groupsOf(form).flatMap(({ name: group, fields }) =>
        fields.map((spec) => ({ ...spec, name: `${group}.0.${spec.name}` })),
      ),
    ]
    expect(all.map((spec) => spec.name).filter((path) => !seen.has(path))).toEqual([])
  })

  test('has English for every word', () => {
    const file = files.find((one) => one.code === code)
    expect(withoutEnglish(file?.layout ?? { pages: [] })).toEqual([])
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
