import { formatDate } from './dates.ts'
import { languageNow } from './language.ts'

export type Facts = Record<string, unknown>
export type Reason = { code: string; facts?: Facts }

/** How a refusal is told: HTTP status and the sentence for people, `{fact}` filled in. */
export type RefusalText = { status: number; title: string; titleEn?: string }
export type RefusalTexts = Record<string, RefusalText>

/** Refusals with their sentences in English; one without does not compile. */
export function withEnglish<Code extends string>(
  refusals: Record<Code, RefusalText>,
  english: Record<Code, string>,
): Record<Code, RefusalText> {
  const told = Object.entries<RefusalText>(refusals)
  return Object.fromEntries(told.map(([code, text]) => [code, { ...text, titleEn: english[code as Code] }])) as Record<
    Code,
    RefusalText
  >
}

/** What a refusal says in the language of the moment; its code where nobody found words for it. */
export function refusalWords(texts: RefusalTexts, { code, facts = {} }: Reason): string {
  const text = texts[code]
  const sentence = languageNow() === 'en' ? (text?.titleEn ?? text?.title) : text?.title
  return refusalSentence(sentence ?? code, facts)
}

/** The one expected error: the law, the state of the record or the input does not allow what was asked. */
export class Refusal extends Error {
  readonly code: string
  readonly facts: Facts

  constructor(code: string, facts: Facts = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}

/** Throws when a rule gave a reason. */
export function refuse(reason: Reason | undefined): void {
  if (reason) throw new Refusal(reason.code, reason.facts)
}

const LEGAL_DATE = /^\d{4}-\d{2}-\d{2}$/

/** The sentence of a refusal with its facts filled in; days as people write them. */
export function refusalSentence(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? shown(String(facts[name])) : whole))
}

const shown = (fact: string): string => (LEGAL_DATE.test(fact) ? formatDate(fact) : fact)
