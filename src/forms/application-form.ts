import { foldText } from '../platform/text.ts'
import { applicantKind, behalfFields, organisationFields, personFields } from './applicant-fields.ts'
import type { FieldSpec, FormDefinition, FormLayout, FormPage, FormSection } from './form.ts'
import { schemaOf } from './schema.ts'
import { applicationTexts as words } from './texts.ts'

/** What the form of a procedure is made from; given by whoever knows procedures. */
export type FormSource = {
  /** Becomes the form's id, e.g. the procedure's code. */
  id: string
  version: number
  /** Đối tượng thực hiện, as published: `Công dân Việt Nam`, `Doanh nghiệp`, … None means anybody. */
  subjects: string[]
  cases: { code: string; name: string; /** Not offered, but named, until its term is known. */ isOpen: boolean }[]
}

export type ApplicantKinds = { person: boolean; organisation: boolean; foreigner: boolean }

const ORGANISATIONS = ['doanh nghiep', 'to chuc', 'hop tac xa', 'htx', 'ho kinh doanh', 'co quan', 'don vi']
const FOREIGNERS = ['nguoi nuoc ngoai', 'dinh cu o nuoc ngoai', 'to chuc nuoc ngoai', 'von dau tu nuoc ngoai']

/** Who may apply, read from the published subjects. Unknown words shut nobody out. */
export function applicantKinds(subjects: string[]): ApplicantKinds {
  const folded = subjects.map(foldText)
  const isOrganisation = (subject: string) => ORGANISATIONS.some((word) => subject.startsWith(word))
  const organisation = folded.some(isOrganisation)
  const person = folded.some((subject) => !isOrganisation(subject)) || folded.length === 0
  const foreigner = folded.length === 0 || folded.some((subject) => FOREIGNERS.some((word) => subject.includes(word)))
  return { person, organisation: organisation || folded.length === 0, foreigner }
}

/** The form for a procedure without one of its own: who applies, and what for. */
export function buildApplicationForm(source: FormSource): FormDefinition {
  const layout: FormLayout = { pages: [applicantPage(applicantKinds(source.subjects)), requestPage(source)] }
  return { id: source.id, version: source.version, schema: schemaOf(layout), layout }
}

function applicantPage({ person, organisation, foreigner }: ApplicantKinds): FormPage {
  const sections: FormSection[] = []
  if (person && organisation) sections.push({ fields: [applicantKind(), ...organisationFields(true)] })
  else if (organisation) sections.push({ title: words.organisationSection, fields: organisationFields(false) })
  sections.push({ title: words.personSection, fields: personFields(foreigner) })
  if (person) sections.push({ fields: behalfFields() })
  return { id: 'nguoi-nop', title: words.applicantPage, sections }
}

function requestPage({ cases }: FormSource): FormPage {
  const wanted: FieldSpec[] = [
    {
      name: 'request',
      kind: 'long-text',
      label: words.request,
      asked: words.requestAsked,
      hint: words.requestHint,
      required: true,
      maxLength: 2000,
    },
  ]
  if (cases.length > 1) {
    const options = cases.filter(({ isOpen }) => isOpen).map(({ code, name }) => ({ value: code, label: name }))
    const closed = cases.filter(({ isOpen }) => !isOpen).map(({ name }) => name)
    wanted.unshift({
      name: 'caseCode',
      kind: 'choice',
      label: words.caseCode,
      asked: words.caseCodeAsked,
      ...(closed.length > 0 ? { hint: words.caseCodeClosed + closed.join('; ') } : {}),
      required: true,
      options,
    })
  }
  return {
    id: 'noi-dung',
    title: words.requestPage,
    sections: [
      { title: words.caseSection, fields: wanted },
      { title: words.deliverySection, fields: deliveryFields() },
      {
        title: words.declarationSection,
        fields: [{ name: 'declaredTrue', kind: 'confirm', label: words.declaredTrue, required: true }],
      },
    ],
  }
}

function deliveryFields(): FieldSpec[] {
  return [
    {
      name: 'resultDelivery',
      kind: 'choice',
      label: words.resultDelivery,
      asked: words.resultDeliveryAsked,
      required: true,
      options: [
        { value: 'electronic', label: words.deliveryElectronic, hint: words.deliveryElectronicHint },
        { value: 'counter', label: words.deliveryCounter },
        { value: 'postal', label: words.deliveryPostal, hint: words.deliveryPostalHint },
      ],
    },
    {
      name: 'postalAddress',
      kind: 'address',
      label: words.postalAddress,
      asked: words.postalAddressAsked,
      example: words.postalAddressExample,
      required: true,
      when: { field: 'resultDelivery', is: 'postal' },
    },
  ]
}
