import { languageNow } from '../platform/language.ts'
import { foldText } from '../platform/text.ts'
import { declaredTemplate } from './declared-template.ts'
import { personFields } from './applicant-fields.ts'
import {
  FORM_FORMAT,
  type FieldSpec,
  type FormDefinition,
  type FormLayout,
  type FormPage,
  type FormSection,
} from './form.ts'
import { schemaOf } from './schema.ts'
import { spokenNow } from './spoken.ts'
import { applicationTexts as words } from './application.texts.ts'
import { whomPage } from './whom-fields.ts'

/** What the form of a procedure is made from; given by whoever knows procedures. */
export type FormSource = {
  /** Becomes the form's id, e.g. the procedure's code. */
  id: string
  version: number
  /** Đối tượng thực hiện, as published: `Công dân Việt Nam`, `Doanh nghiệp`, … None means anybody. */
  subjects: string[]
  cases: {
    code: string
    name: string
    /** Not offered, but named, until its term is known. */
    isOpen: boolean
    /** What tells it from others of its name. */
    hint?: string
  }[]
  /** Names of the papers, of which one may be the application itself. */
  papers?: string[]
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
  const pages = [...applicantPages(source.subjects, true), requestPage(source)]
  const template = declaredTemplate(source.papers ?? [])
  return definitionOf(source.id, source.version, { pages, ...(template ? { template } : {}) })
}

/** A procedure's own form as people fill it in: between the common pages where it asks for them, else as it stands. */
export function withinApplication(own: FormDefinition, source: FormSource): FormDefinition {
  const layout = spokenNow(own.layout)
  const { application, pages } = layout
  if (!application) return { ...own, layout }
  const around = commonPages(source, application.behalf)
  return definitionOf(own.id, own.version, { ...layout, pages: [...around.before, ...pages, ...around.after] })
}

/** The pages around a procedure's own: questions of the other pages may depend on what is answered there. */
export function commonPages(source: FormSource, behalf: boolean): { before: FormPage[]; after: FormPage[] } {
  const cases = caseField(source)
  const casePage: FormPage = {
    id: 'truong-hop',
    title: words.caseSection,
    sections: cases.map((field) => ({ fields: [field] })),
  }
  return {
    before: [...applicantPages(source.subjects, behalf), ...(cases.length > 0 ? [casePage] : [])],
    after: [{ id: 'nhan-ket-qua', title: words.deliveryPage, sections: lastSections() }],
  }
}

function definitionOf(id: string, version: number, layout: FormLayout): FormDefinition {
  return { id, version, format: FORM_FORMAT, schema: schemaOf(layout), layout }
}

/** For whom, and who hands in. */
function applicantPages(subjects: string[], behalf: boolean): FormPage[] {
  const kinds = applicantKinds(subjects)
  const whom = whomPage({ ...kinds, behalf })
  const filer = { title: words.personSection, fields: personFields(kinds.foreigner) }
  return [...(whom ? [whom] : []), { id: 'nguoi-nop', title: words.applicantPage, sections: [filer] }]
}

function requestPage(source: FormSource): FormPage {
  const declared = declaredTemplate(source.papers ?? [])
  const request: FieldSpec = {
    name: 'request',
    kind: 'long-text',
    label: words.request,
    asked: words.requestAsked,
    hint: declared ? words.requestHintOf(declared.name) : words.requestHint,
    required: true,
    maxLength: 2000,
  }
  const asked = { title: words.caseSection, fields: [...caseField(source), request] }
  return { id: 'noi-dung', title: words.requestPage, sections: [asked, ...lastSections()] }
}

/** The question for the case; none where there is nothing to choose. */
function caseField({ cases }: FormSource): FieldSpec[] {
  if (cases.length <= 1) return []
  const published = languageNow() === 'vi' ? {} : { isVietnamese: true as const }
  const options = cases
    .filter(({ isOpen }) => isOpen)
    .map(({ code, name, hint }) => ({
      value: code,
      ...published,
      label: name,
      ...(hint === undefined ? {} : { hint }),
    }))
  const closed = cases.filter(({ isOpen }) => !isOpen).map(({ name }) => name)
  const hint = closed.length > 0 ? { hint: words.caseCodeClosed + closed.join('; ') } : {}
  const asked = { label: words.caseCode, asked: words.caseCodeAsked, ...hint }
  return [{ name: 'caseCode', kind: 'choice', ...asked, required: true, options }]
}

function lastSections(): FormSection[] {
  const declared: FieldSpec = { name: 'declaredTrue', kind: 'confirm', label: words.declaredTrue, required: true }
  return [
    { title: words.deliverySection, fields: deliveryFields() },
    { title: words.declarationSection, fields: [declared] },
  ]
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
