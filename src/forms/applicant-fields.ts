import type { FieldSpec } from './form.ts'
import { applicationTexts as words } from './application.texts.ts'

export function applicantKind(): FieldSpec {
  return {
    name: 'applicantKind',
    kind: 'choice',
    label: words.applicantKind,
    asked: words.applicantKindAsked,
    required: true,
    options: [
      { value: 'person', label: words.person },
      { value: 'organisation', label: words.organisation, hint: words.organisationHint },
    ],
  }
}

export function organisationFields(chosen: boolean): FieldSpec[] {
  const when = chosen ? { when: { field: 'applicantKind', is: 'organisation' } } : {}
  return [
    {
      name: 'organisationName',
      kind: 'text',
      label: words.organisationName,
      hint: words.organisationNameHint,
      example: words.organisationNameExample,
      required: true,
      autoComplete: 'organization',
      ...when,
    },
    {
      name: 'businessCode',
      kind: 'business-code',
      label: words.businessCode,
      asked: words.businessCodeAsked,
      required: true,
      ...when,
    },
    {
      name: 'representativePosition',
      kind: 'text',
      label: words.representativePosition,
      asked: words.representativePositionAsked,
      example: words.representativePositionExample,
      required: true,
      maxLength: 100,
      autoComplete: 'organization-title',
      ...when,
    },
  ]
}

export function personFields(foreigner: boolean): FieldSpec[] {
  return [
    { name: 'fullName', kind: 'personal-name', label: words.fullName, required: true, autoComplete: 'name' },
    ...identityFields(foreigner),
    {
      name: 'bornOn',
      kind: 'birth-date',
      label: words.bornOn,
      hint: words.bornOnHint,
      required: true,
      bornWith: 'personalId',
      autoComplete: 'bday',
    },
    {
      name: 'phone',
      kind: 'phone',
      label: words.phone,
      asked: words.phoneAsked,
      hint: words.phoneHint,
      required: true,
      autoComplete: 'tel',
    },
    { name: 'email', kind: 'email', label: words.email, required: false, autoComplete: 'email' },
    {
      name: 'address',
      kind: 'address',
      label: words.address,
      asked: words.addressAsked,
      hint: words.addressHint,
      required: true,
      autoComplete: 'street-address',
    },
    { name: 'communeCode', kind: 'commune', label: words.communeCode, required: true },
  ]
}

function identityFields(foreigner: boolean): FieldSpec[] {
  const number: FieldSpec = {
    name: 'personalId',
    kind: 'personal-id',
    label: words.personalId,
    hint: words.personalIdHint,
    required: true,
  }
  if (!foreigner) return [number]
  return [
    {
      name: 'identityPaper',
      kind: 'choice',
      label: words.identityPaper,
      asked: words.identityPaperAsked,
      required: true,
      options: [
        { value: 'personal-id', label: words.identityCard },
        { value: 'passport', label: words.passportPaper },
      ],
    },
    { ...number, when: { field: 'identityPaper', is: 'personal-id' } },
    {
      name: 'passportNumber',
      kind: 'passport',
      label: words.passportNumber,
      required: true,
      when: { field: 'identityPaper', is: 'passport' },
    },
  ]
}

/** Người nộp and chủ hồ sơ may be two people. */
export function behalfFields(): FieldSpec[] {
  const when = { field: 'onBehalf', is: 'other' }
  return [
    {
      name: 'onBehalf',
      kind: 'choice',
      label: words.onBehalf,
      asked: words.onBehalfAsked,
      required: true,
      options: [
        { value: 'self', label: words.onBehalfSelf },
        { value: 'other', label: words.onBehalfOther, hint: words.onBehalfOtherHint },
      ],
    },
    {
      name: 'ownerName',
      kind: 'personal-name',
      label: words.ownerName,
      asked: words.ownerNameAsked,
      required: true,
      when,
    },
    {
      name: 'ownerPersonalId',
      kind: 'personal-id',
      label: words.ownerPersonalId,
      hint: words.ownerPersonalIdHint,
      required: false,
      when,
    },
    {
      name: 'ownerRelation',
      kind: 'text',
      label: words.ownerRelation,
      asked: words.ownerRelationAsked,
      example: words.ownerRelationExample,
      required: true,
      maxLength: 100,
      when,
    },
  ]
}
