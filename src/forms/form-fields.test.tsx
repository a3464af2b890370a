import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { buildApplicationForm } from './application-form.ts'
import { FormErrors, FormFields } from './form-fields.tsx'
import { readAnswers } from './read-answers.ts'
import { withCommunes } from './with-communes.ts'

const form = withCommunes(
  buildApplicationForm({ id: 'x', version: 1, subjects: ['Công dân Việt Nam', 'Doanh nghiệp'], cases: [] }),
  [{ value: '06709', label: 'Phường Móng Cái 2' }],
)
const typed = {
  applicantKind: 'organisation',
  phone: '02<script>',
  communeCode: '06709',
  resultDelivery: 'postal',
  declaredTrue: 'yes',
}
const { values, errors } = readAnswers(form, typed, { today: '2026-11-21' })
const html = ['nop-cho', 'nguoi-nop', 'noi-dung']
  .map((page) => render(<FormFields definition={form} page={page} values={values} errors={errors} />))
  .join('')

describe('the questions on a page', () => {
  it('are all there once, with a label each, and keep what was typed', () => {
    for (const name of [
      'fullName',
      'personalId',
      'bornOn',
      'phone',
      'email',
      'address',
      'communeCode',
      'organisationName',
      'postalAddress',
      'request',
    ]) {
      expect(html.split(`id="${name}"`), name).toHaveLength(2)
      expect(html.split(`for="${name}"`), name).toHaveLength(2)
    }
    expect(html).toContain('value="02&lt;script>"')
    expect(html).toMatch(/<option value="06709" selected/)
    expect(html).toMatch(/name="applicantKind" value="organisation" checked/)
    expect(html).toMatch(/name="declaredTrue" value="yes" checked/)
  })

  it('say beside the box what is wrong, and link to it from the top', () => {
    const summary = render(<FormErrors errors={errors} />)
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toContain('postalAddress')
    expect(targets).toHaveLength(errors.length)
    for (const id of targets) expect(html).toContain(`id="${id}"`)
    expect(html).toContain('Bạn nhập 02&lt;script>. Số điện thoại di động có 10 chữ số')
  })

  it('put questions that depend on a choice under that choice', () => {
    const revealed = html.slice(html.indexOf('value="postal"'))
    expect(revealed.indexOf('class="hien"')).toBeLessThan(revealed.indexOf('id="postalAddress"'))
  })
})
