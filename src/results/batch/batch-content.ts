import type { LegalDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { nameOf } from '../../dossiers/index.ts'
import {
  defaultContent,
  draftKind,
  inSentence,
  signatureOn,
  type DraftSource,
  type Signatory,
} from '../default-content.ts'
import { dateText } from '../document-number.ts'
import { factWords } from '../draft.texts.ts'
import type { BatchLine, ResultContent } from '../result.ts'
import { batchWords } from './texts.ts'

/** What the specialist may write otherwise on the decision. */
export type BatchChanges = Partial<Pick<ResultContent, 'title' | 'subject' | 'legalBases' | 'body'>>

/** The one decision, made from all of its dossiers; names stand in its list alone. */
export function batchContent(
  sources: readonly [DraftSource, ...DraftSource[]],
  signatory: Signatory,
  changes: BatchChanges,
): ResultContent {
  const [first] = sources
  const made = defaultContent(first, signatory)
  const words = { procedure: inSentence(first.procedure.name), agency: first.agency.name }
  const { template, title } = draftKind(first)
  return {
    ...made,
    title: template === 'decision' ? title : batchWords.title,
    subject: template === 'decision' ? null : fill(batchWords.subject, words),
    addressee: batchWords.addressee,
    body: batchWords.body.map((text) => fill(text, words)),
    facts: [],
    signature: signatureOn('decision', first.agency, signatory),
    ...changes,
    list: sources.map((source, index) => lineOf(source, signatory, index + 1)),
  }
}

function lineOf(source: DraftSource, signatory: Signatory, no: number): BatchLine {
  const { applicant, code } = source.dossier
  return { no, dossierCode: code, name: nameOf(applicant), facts: defaultContent(source, signatory).facts }
}

type Decision = { content: ResultContent; number: string; issuedOn: LegalDate }

/**
 * One applicant's extract: the decision's articles and their own line, nobody else's. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 25
 * khoản 3 (trích sao), Điều 26 (giá trị pháp lý của bản sao).
 */
export function extractContent({ content, number, issuedOn }: Decision, line: BatchLine): ResultContent {
  const { list: _, ...own } = content
  const day = dateText(issuedOn)
  const origin = fill(batchWords.extractOf, { title: content.title.toLocaleLowerCase('vi'), number, day })
  const listed = { label: batchWords.asListed, value: String(line.no) }
  const named = line.facts.some(({ label }) => label === factWords.fullName || label === factWords.organisationName)
  return {
    ...own,
    title: fill(batchWords.extractTitle, { title: content.title.toLocaleLowerCase('vi') }),
    addressee: line.name,
    body: content.body.map((text, index) => fill(batchWords.article, { no: index + 1, text })),
    facts: [listed, ...(named ? [] : [{ label: factWords.fullName, value: line.name }]), ...line.facts],
    signature: { authority: [], position: content.agency.name, fullName: origin },
    extractOf: { number, issuedOn: day, signatory: content.signature.fullName },
  }
}
