import type { FieldSpec } from './form.ts'
import { applicationTexts as words } from './application.texts.ts'

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
