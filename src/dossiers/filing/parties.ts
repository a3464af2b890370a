import type { Party, ResultDelivery } from '../dossier.ts'

/** chủ hồ sơ and người nộp: often one person, but two fields everywhere. */
export type Parties = { applicant: Party; submitter: Party }

const NOBODY: Party = {
  kind: 'citizen',
  fullName: '',
  personalId: null,
  passportNumber: null,
  bornOn: null,
  address: null,
  communeCode: null,
  phone: null,
  email: null,
  organisationName: null,
  businessCode: null,
}

/** Reads from a filled-in form who asks and who hands in. The form has been validated before. */
export function partiesOf(answers: Record<string, unknown>): Parties {
  const text = (name: string): string | null => {
    const value = answers[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const person: Party = {
    ...NOBODY,
    fullName: text('fullName') ?? '',
    personalId: text('personalId'),
    passportNumber: text('passportNumber'),
    bornOn: text('bornOn'),
    address: text('address'),
    communeCode: text('communeCode'),
    phone: text('phone'),
    email: text('email'),
  }
  const organisationName = text('organisationName')
  if (organisationName) {
    const organisation: Party = {
      ...person,
      kind: 'organisation',
      organisationName,
      businessCode: text('businessCode'),
    }
    return { applicant: organisation, submitter: person }
  }
  if (text('onBehalf') !== 'other') return { applicant: person, submitter: person }
  return {
    applicant: {
      ...NOBODY,
      fullName: text('ownerName') ?? '',
      personalId: text('ownerPersonalId'),
      bornOn: text('ownerBornOn'),
    },
    submitter: person,
  }
}

const DELIVERIES: readonly ResultDelivery[] = ['electronic', 'counter', 'postal']

/** Where no other way was chosen the result is handed over at the desk that received. */
export function resultDeliveryOf(answers: Record<string, unknown>): ResultDelivery {
  return DELIVERIES.find((delivery) => delivery === answers.resultDelivery) ?? 'counter'
}
