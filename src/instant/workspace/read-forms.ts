import { field, type FormBody } from '../../platform/web/web.ts'
import { GRANTS } from '../../results/index.ts'
import type { Definition } from '../declaration.ts'

/** What the form of a declaration says; names nobody knows are kept, publishing refuses them by name. */
export function definitionOf(form: FormBody): Definition {
  const template = GRANTS.find((one) => one === field(form, 'mau')) ?? 'reply'
  return {
    checks: [form['kiem-tra'] ?? []].flat(),
    answers: field(form, 'muc')
      .split(/[\s,]+/)
      .filter((name) => name !== ''),
    registerFields: [form['doi-chieu'] ?? []].flat(),
    result: { title: field(form, 'ket-qua'), template },
  }
}

export function authorityOf(form: FormBody) {
  return {
    instrumentKind: field(form, 'loai'),
    instrumentNumber: field(form, 'so'),
    signedOn: field(form, 'ngay-ky'),
    issuer: field(form, 'ban-hanh-boi'),
    validFrom: field(form, 'tu-ngay'),
    validTo: field(form, 'den-ngay'),
  }
}
