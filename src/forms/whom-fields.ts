import type { Condition } from './condition.ts'
import type { FieldSpec, FormPage, FormSection } from './form.ts'
import { whomTexts as words } from './whom.texts.ts'

/** The page that asks for whom whoever fills in the form files: for themselves, another person or an organisation. */
export const WHOM_PAGE = 'nop-cho'

type Asked = { person: boolean; organisation: boolean; behalf: boolean }

/** Nothing where there is only one answer: a person, for themselves. */
export function whomPage({ person, organisation, behalf }: Asked): FormPage | undefined {
  const sections: FormSection[] = []
  if (person && organisation) sections.push({ fields: [applicantKind(), ...organisationFields(true)] })
  else if (organisation) sections.push({ title: words.organisationSection, fields: organisationFields(false) })
  const isPerson = organisation ? { field: 'applicantKind', is: 'person' } : undefined
  if (person && behalf) sections.push({ ...(isPerson && { when: isPerson }), fields: behalfFields() })
  if (sections.length === 0) return undefined
  const byPaper = waysByPaper(person && behalf, organisation)
  sections.push({ title: words.groundSection, when: byPaper, fields: groundFields() })
  return { id: WHOM_PAGE, title: words.whomPage, sections }
}

/** Whose right to file stands in a paper: of a guardian, of somebody authorised, of somebody an organisation sent. */
function waysByPaper(behalf: boolean, organisation: boolean): Condition {
  const ways: Condition[] = []
  if (behalf) ways.push({ field: 'capacity', isOneOf: ['guardian', 'authorised'] })
  if (organisation) ways.push({ field: 'standing', is: 'letter' })
  return ways.length === 1 && ways[0] ? ways[0] : { any: ways }
}

function applicantKind(): FieldSpec {
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

function organisationFields(chosen: boolean): FieldSpec[] {
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
    {
      name: 'standing',
      kind: 'choice',
      label: words.standing,
      asked: words.standingAsked,
      required: true,
      options: [
        { value: 'member', label: words.standingMember, hint: words.standingMemberHint },
        { value: 'letter', label: words.standingLetter, hint: words.standingLetterHint },
      ],
      ...when,
    },
  ]
}

/** Người nộp and chủ hồ sơ may be two people. */
function behalfFields(): FieldSpec[] {
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
      name: 'capacity',
      kind: 'choice',
      label: words.capacity,
      asked: words.capacityAsked,
      required: true,
      options: [
        { value: 'parent', label: words.capacityParent, hint: words.capacityParentHint },
        { value: 'guardian', label: words.capacityGuardian, hint: words.capacityGuardianHint },
        { value: 'authorised', label: words.capacityAuthorised, hint: words.capacityAuthorisedHint },
      ],
      when,
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
      name: 'ownerBornOn',
      kind: 'birth-date',
      label: words.ownerBornOn,
      asked: words.ownerBornOnAsked,
      hint: words.ownerBornOnHint,
      required: true,
      bornWith: 'ownerPersonalId',
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

/** What the paper says; the paper itself is handed in with the others. */
function groundFields(): FieldSpec[] {
  return [
    { name: 'groundNumber', kind: 'text', label: words.groundNumber, required: false, maxLength: 60 },
    {
      name: 'groundIssuedOn',
      kind: 'date',
      label: words.groundIssuedOn,
      asked: words.groundIssuedOnAsked,
      required: true,
      past: true,
    },
    {
      name: 'groundIssuer',
      kind: 'text',
      label: words.groundIssuer,
      hint: words.groundIssuerHint,
      required: false,
      maxLength: 200,
    },
    {
      name: 'groundScope',
      kind: 'long-text',
      label: words.groundScope,
      asked: words.groundScopeAsked,
      hint: words.groundScopeHint,
      required: true,
      maxLength: 300,
    },
    {
      name: 'groundUntil',
      kind: 'date',
      label: words.groundUntil,
      hint: words.groundUntilHint,
      required: false,
    },
  ]
}
