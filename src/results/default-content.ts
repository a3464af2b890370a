import { formatDate } from '../platform/dates.ts'
import { refusalSentence as fill } from '../platform/refusal.ts'
import type { ShownAnswer } from '../forms/index.ts'
import type { ProcedureVersion } from '../catalogue/index.ts'
import type { SigningKind, Unit } from '../organisation/index.ts'
import { nameOf, type Dossier, type Party } from '../dossiers/index.ts'
import { GRANTS } from './result-input.ts'
import { chooseResultTemplate, type ResultTemplate } from './papers/choose-template.ts'
import type { ResultContent } from './result.ts'
import {
  automaticIssue,
  committeeWords,
  bodyWords,
  deputyPositions,
  deputyWords,
  factWords,
  headWords,
  inCommitteesName,
  legalKinds,
  recipientWords,
  rejectionTitle,
  replyTitle,
  signingForWords,
} from './draft.texts.ts'

export type Signatory = {
  accountId: string
  fullName: string
  position: string
  /** Whom they sign for, when they are not the signatory themself. */
  standsFor?: { kind: SigningKind; position: string; fullName: string; delegationId: string }
}

/** In the signatory's place on what the system issues: the agency, and the instrument where a name would stand. */
export type Issuer = { accountId: null; fullName: string; position: string; automatic: true }

/** Everything a first draft is made from. */
export type DraftSource = {
  dossier: Dossier
  procedure: Pick<ProcedureVersion, 'code' | 'name' | 'results' | 'legal'>
  answers: readonly ShownAnswer[]
  agency: Unit
  /** The body above the agency, and where the agency is. */
  above: string | null
  place: string
  /** Conclusion of the appraisal. */
  appraisalNote: string
}

export type DraftKind = { kind: 'result' | 'rejection'; template: ResultTemplate; title: string }

/** Whether it is granted or refused, and on which paper: the procedure's own result, or form 03. */
export function draftKind({ dossier, procedure }: Pick<DraftSource, 'dossier' | 'procedure'>): DraftKind {
  if (dossier.appraisal === 'ineligible') return { kind: 'rejection', template: 'rejection', title: rejectionTitle }
  const title = resultTitle(procedure.results)
  return { kind: 'result', template: chooseResultTemplate(title), title }
}

/** The catalogue lists grants and notices side by side: the one that grants most is drafted. */
function resultTitle(results: ProcedureVersion['results']): string {
  const named = results.map(({ name }) => ({ name: tidyTitle(name), template: chooseResultTemplate(name) }))
  for (const template of GRANTS) {
    const found = named.find((one) => one.template === template && one.name !== '')
    if (found) return found.name
  }
  return replyTitle
}

/** `- Giấy chứng nhận lưu hành tự do (CFS).` → `Giấy chứng nhận lưu hành tự do (CFS)`; of alternatives the first. */
export function tidyTitle(name: string): string {
  const first =
    name
      .trim()
      .replace(/^[-+–•\d.)\s]+/, '')
      .split(/\s+hoặc\s+|;|\s\/\s/iu)[0] ?? ''
  const title = first.replace(/[\s.,;:]+$/, '').slice(0, 300)
  return title.charAt(0).toLocaleUpperCase('vi') + title.slice(1)
}

/** The draft as it stands before anybody changes it, signed by this person. */
export function defaultContent(source: DraftSource, signatory: Signatory | Issuer): ResultContent {
  const { dossier, procedure, agency, above, place } = source
  const { kind, template, title } = draftKind(source)
  const name = nameOf(dossier.applicant)
  const words = { procedure: inSentence(procedure.name), code: dossier.code, name, agency: agency.name }
  const body = kind === 'rejection' ? [source.appraisalNote] : bodyWords[template].map((text) => fill(text, words))
  const lastArticle =
    template === 'decision' ? fill(recipientWords.asArticle, { article: body.length }) : recipientWords.asAbove
  return {
    title,
    subject: null,
    addressee: name,
    legalBases: legalBases(procedure.legal),
    body,
    facts: factsOf(source),
    recipients: [lastArticle, recipientWords.archive],
    decidedBy: `${agency.kind === 'peoples-committee' ? headWords.chair : headWords.director} ${agency.name}`,
    agency: { parent: above, name: agency.name, place },
    signature: signatureOn(template, agency, signatory),
  }
}

/** The lines as they stand on one paper: a committee's own papers name it first, unless somebody signs by its chair's order or authority. */
export function signatureOn(
  template: ResultTemplate,
  agency: Pick<Unit, 'kind'>,
  signatory: Signatory | Issuer,
): ResultContent['signature'] {
  const signature = signatureOf(signatory)
  const isOwn =
    !signature.automatic && ('automatic' in signatory || !signatory.standsFor || signatory.standsFor.kind === 'deputy')
  const isCommittees = agency.kind === 'peoples-committee' && inCommitteesName.has(template)
  return isOwn && isCommittees ? { ...signature, authority: [committeeWords, ...signature.authority] } : signature
}

/** The lines above the name (Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I): KT., TL., TUQ. and whose power it is. */
export function signatureOf(signatory: Signatory | Issuer): ResultContent['signature'] {
  const { fullName, position } = signatory
  if ('automatic' in signatory) return { authority: [automaticIssue], position, fullName, automatic: true }
  const { standsFor } = signatory
  if (standsFor) {
    const authority = [fill(signingForWords[standsFor.kind], { head: shortPosition(standsFor.position) })]
    // A deputy of the same agency; others are told apart by their whole title.
    const own = standsFor.kind === 'deputy' ? shortPosition(position) : position
    return { authority, position: own, fullName, delegationId: standsFor.delegationId }
  }
  for (const kind of ['chair', 'director'] as const) {
    if (position.startsWith(deputyPositions[kind]))
      return { authority: [deputyWords[kind]], position: deputyPositions[kind], fullName }
    if (position.startsWith(headWords[kind])) return { authority: [], position: headWords[kind], fullName }
  }
  return { authority: [], position, fullName }
}

/** Without the agency's name, which stands at the head of the paper. */
function shortPosition(position: string): string {
  const named = [...Object.values(deputyPositions), ...Object.values(headWords)]
  return named.find((words) => position.startsWith(words)) ?? position
}

/** Laws, then decrees, then circulars; more than three belong into the specialist's own words. */
function legalBases(legal: ProcedureVersion['legal']): string[] {
  const ranks = [
    { words: legalKinds.law, form: /^\d+\/\d{4}\/QH\d+$/u, begins: /^(luật|bộ luật)\s/iu },
    { words: legalKinds.decree, form: /^\d+\/\d{4}\/NĐ-CP$/u, begins: /^nghị định số/iu },
    { words: legalKinds.circular, form: /^\d+\/\d{4}\/TT-[A-ZĐ]+$/u, begins: /^thông tư số/iu },
  ]
  const found = ranks.flatMap(({ words, form, begins }) => {
    const newest = legal.filter(({ code }) => form.test(code)).toSorted((a, b) => yearOf(b.code) - yearOf(a.code))[0]
    if (!newest) return []
    const { code, name } = newest
    return [begins.test(name) && name.includes(code) && name.length <= 220 ? name : fill(words, { code })]
  })
  return found
}

const yearOf = (code: string) => Number(/\/(\d{4})\//.exec(code)?.[1] ?? 0)

/** Fields about the filing itself or already told by the applicant's party. */
const LEFT_OUT = new Set([
  'applicantKind',
  'fullName',
  'identityPaper',
  'personalId',
  'passportNumber',
  'bornOn',
  'address',
  'communeCode',
  'phone',
  'email',
  'organisationName',
  'businessCode',
  'representativePosition',
  'onBehalf',
  'capacity',
  'standing',
  'ownerName',
  'ownerBornOn',
  'ownerPersonalId',
  'ownerRelation',
  'groundNumber',
  'groundIssuedOn',
  'groundIssuer',
  'groundScope',
  'groundUntil',
  'resultDelivery',
  'postalAddress',
  'declaredTrue',
  'caseCode',
])

function factsOf({ dossier, answers }: DraftSource): ResultContent['facts'] {
  const own = answers
    .filter(({ name, text }) => !LEFT_OUT.has(name) && text.trim() !== '')
    .map(({ name, label, text }) => ({ label: name === 'request' ? factWords.request : label, value: text }))
  return [...partyFacts(dossier.applicant), ...own]
}

function partyFacts(party: Party): ResultContent['facts'] {
  const isOrganisation = party.organisationName !== null
  const facts: [string, string | null][] = isOrganisation
    ? [
        [factWords.organisationName, party.organisationName],
        [factWords.businessCode, party.businessCode],
        [factWords.organisationAddress, party.address],
      ]
    : [
        [factWords.fullName, party.fullName],
        [factWords.personalId, party.personalId],
        [factWords.passportNumber, party.passportNumber],
        [factWords.bornOn, party.bornOn && formatDate(party.bornOn)],
        [factWords.address, party.address],
      ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** Without "Thủ tục" and small inside a sentence. */
export function inSentence(name: string): string {
  const bare = name.replace(/^thủ tục\s+/iu, '')
  return bare.charAt(0).toLocaleLowerCase('vi') + bare.slice(1)
}
