import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { asTyped } from '../as-typed.ts'
import type { FormDefinition, FormLayout } from '../form.ts'
import { FormErrors, FormFields } from '../form-fields.tsx'
import { readAnswers } from '../read-answers.ts'
import { schemaOf } from '../schema.ts'
import { shownAnswers } from '../shown-answers.ts'
import { validateForm } from '../validate-form.ts'
import type { Place, PlaceBook } from './place-book.ts'

const today = '2026-11-21'
const baiChay: Place = { communeCode: '06673', provinceCode: '22', name: 'Phường Bãi Cháy, Thành phố Quảng Ninh' }
const vietHung: Place = { communeCode: '06661', provinceCode: '22', name: 'Phường Việt Hưng, Thành phố Quảng Ninh' }
const haLong: Place = { communeCode: '06706', provinceCode: '22', name: 'Phường Tuần Châu, Thành phố Quảng Ninh' }
const formerly = 'Phường Hà Khẩu, Thành phố Hạ Long'

const places: PlaceBook = {
  find(words) {
    const known: Record<string, Place[]> = {
      'bãi cháy': [baiChay],
      'hà khẩu, hạ long': [
        { ...vietHung, formerly },
        { ...haLong, formerly },
      ],
      'hạ long': [{ ...haLong, uncertain: true }],
      [baiChay.name.toLowerCase()]: [baiChay],
    }
    return known[words.toLowerCase()] ?? []
  },
  byCode: (code) => [baiChay, vietHung, haLong].find(({ communeCode }) => communeCode === code),
  provinces: () => [{ code: '22', name: 'Thành phố Quảng Ninh' }],
  communesOf: () => [{ code: '06673', name: 'Phường Bãi Cháy' }],
}

const layout: FormLayout = {
  pages: [
    {
      id: 'noi-o',
      title: 'Nơi ở',
      sections: [
        {
          fields: [
            { name: 'residence', kind: 'place', label: 'Nơi thường trú', required: true },
            { name: 'homeTown', kind: 'place', label: 'Quê quán', required: false, withoutDetail: true },
          ],
        },
      ],
    },
  ],
}
const form: FormDefinition = { id: 'x', version: 1, format: 2, layout, schema: schemaOf(layout) }
const read = (body: Record<string, string>) => readAnswers(form, body, { today, places })
const detail = { 'residence.chi-tiet': 'Số 12, khu 4' }

describe('an address', () => {
  it('is stored with codes and the name of the day', () => {
    const { data, errors } = read({ 'residence.noi': 'Bãi Cháy', ...detail })
    expect(errors).toEqual([])
    expect(data).toEqual({ residence: { ...baiChay, detail: 'Số 12, khu 4' } })
    expect(validateForm(form, data, today, places)).toEqual([])
    expect(shownAnswers(form, data)[0]?.text).toBe('Số 12, khu 4, Phường Bãi Cháy, Thành phố Quảng Ninh')
    expect(read(asTyped(form, data)).data).toEqual(data)
  })

  it('of an old commune that was split is asked about, never guessed', () => {
    const typed = { 'residence.noi': 'Hà Khẩu, Hạ Long', ...detail }
    const { data, errors, values } = read(typed)
    expect(data).toEqual({})
    expect(errors).toMatchObject([{ field: 'residence', code: 'several-places' }])
    const html = render(<FormFields definition={form} page="noi-o" values={values} errors={errors} places={places} />)
    expect(html).toContain('name="residence.chon" value="06661"')
    expect(html).toContain('name="residence.chon" value="06706"')
    expect(html).toContain('id="residence"')
    expect(render(<FormErrors errors={errors} />)).toContain('href="#residence"')

    const chosen = read({ ...typed, 'residence.cho': 'Hà Khẩu, Hạ Long', 'residence.chon': '06706' })
    expect(chosen.errors).toEqual([])
    expect(chosen.data.residence).toEqual({ ...haLong, formerly, detail: 'Số 12, khu 4' })
    expect(shownAnswers(form, chosen.data)[0]?.text).toContain('(Trước 01/7/2025: Phường Hà Khẩu')
  })

  it('does not keep a choice made for other words', () => {
    const { data, errors } = read({
      'residence.noi': 'Bãi Cháy',
      'residence.cho': 'Hà Khẩu, Hạ Long',
      'residence.chon': '06706',
      ...detail,
    })
    expect(errors).toEqual([])
    expect(data.residence).toMatchObject({ communeCode: '06673' })
  })

  it('whose words also name a city is confirmed first', () => {
    const typed = { 'residence.noi': 'Hạ Long', ...detail }
    expect(read(typed).errors).toMatchObject([{ code: 'several-places' }])
    expect(read({ ...typed, 'residence.cho': 'Hạ Long', 'residence.chon': '06706' }).errors).toEqual([])
  })

  const wrong: [string, Record<string, string>, string, string][] = [
    ['nothing at all', {}, 'residence', 'missing'],
    ['words that name nothing', { 'residence.noi': 'Xa xôi', ...detail }, 'residence', 'unknown-place'],
    ['no house or street', { 'residence.noi': 'Bãi Cháy' }, 'residence.chi-tiet', 'no-detail'],
    [
      'words and a list that differ',
      { 'residence.noi': 'Bãi Cháy', 'residence.xa': '06661', ...detail },
      'residence',
      'two-places',
    ],
    ['a code no commune has', { 'residence.xa': '99999', ...detail }, 'residence', 'unknown-place'],
    ['a house and street alone', detail, 'residence', 'missing'],
  ]
  it.each(wrong)('%s is told at its box', (_, body, field, code) => {
    const { errors, values } = read(body)
    expect(errors).toMatchObject([{ field, code }])
    const html = render(<FormFields definition={form} page="noi-o" values={values} errors={errors} places={places} />)
    expect(html).toContain(`id="${field.replace('.', '-')}"`)
    expect(html).toContain('class="loi"')
  })

  it('can be chosen from the lists, page by page, without script', () => {
    const first = render(<FormFields definition={form} page="noi-o" values={{}} errors={[]} places={places} />)
    expect(first).toContain('name="xem-xa" value="residence"')
    expect(first).not.toContain('name="residence.xa"')
    const second = render(
      <FormFields definition={form} page="noi-o" values={{ 'residence.tinh': '22' }} errors={[]} places={places} />,
    )
    expect(second).toContain('name="residence.xa"')
    expect(second).toContain('Phường Bãi Cháy')
    expect(read({ 'residence.tinh': '22', 'residence.xa': '06673', ...detail }).errors).toEqual([])
  })

  it('needs no house where only the commune is asked for', () => {
    expect(read({ 'residence.noi': 'Bãi Cháy', ...detail, 'homeTown.noi': 'Bãi Cháy' }).data.homeTown).toEqual(baiChay)
  })

  it('sent directly is held against the communes there are', () => {
    const sent = { residence: { ...baiChay, name: 'Phường Khác', detail: 'x' } }
    expect(validateForm(form, sent, today, places)).toMatchObject([{ field: 'residence', code: 'unknown-place' }])
    expect(validateForm(form, { residence: 'Bãi Cháy' }, today, places)).toMatchObject([{ field: 'residence' }])
    expect(validateForm(form, { residence: baiChay }, today, places)).toMatchObject([{ field: 'residence' }])
  })

  it('is left open where no places are known, such as in a browser', () => {
    const { data, errors } = readAnswers(form, { 'residence.noi': 'Bãi Cháy', ...detail }, { today })
    expect([data, errors]).toEqual([{}, []])
  })
})
