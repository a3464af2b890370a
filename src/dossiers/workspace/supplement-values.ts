import { addDays, vietnamDate } from '../../platform/dates.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { shortPaperName } from '../portal/paper-names.ts'
import { nameInSentence } from './dossier-header.tsx'
import type { Work } from './open-work.ts'
import { SUPPLEMENT_REASONS, supplementTexts as texts } from './supplement.texts.ts'
import { fill } from './texts.ts'
import type { Errors } from './work-form.tsx'

const USUAL_DAYS = 14

/** One paper of the procedure, what is asked about it; `code` is null for something that is no paper. */
export type AskedPaper = {
  key: string
  code: string | null
  name: string
  reasons: string[]
  what: string
  why: string
  how: string
}

export type SupplementValues = {
  papers: AskedPaper[]
  replyBy: string
  legalBasis: string
  whyAgain: string
  hasSeenAll: boolean
}

/** The composer before anything is chosen: every paper of the procedure and room for something else. */
export function blankSupplement(work: Work): SupplementValues {
  return {
    papers: papersToPass(work),
    replyBy: addDays(vietnamDate(work.now), USUAL_DAYS),
    legalBasis: '',
    whyAgain: '',
    hasSeenAll: false,
  }
}

/** Reads the composer; where a reason was ticked and no words typed, the usual words stand. */
export function readSupplement(form: FormBody, work: Work): SupplementValues {
  return {
    papers: papersToPass(work).map((paper) => readPaper(form, paper)),
    replyBy: field(form, 'han'),
    legalBasis: field(form, 'can-cu'),
    whyAgain: field(form, 'vi-sao-hoi-lai'),
    hasSeenAll: field(form, 'da-xem') !== '',
  }
}

function papersToPass({ view }: Work): AskedPaper[] {
  const nothing = { reasons: [], what: '', why: '', how: '' }
  const handedIn = new Set(view.components.map(({ code }) => code))
  const papers = papersAskedOf(view.procedure, view.dossier.answers).filter(
    ({ code, conditional }) => !conditional || handedIn.has(code),
  )
  return [
    ...papers.map(({ code, name }, index) => ({ ...nothing, key: `tp-${index + 1}`, code, name })),
    { ...nothing, key: 'khac', code: null, name: texts.other },
  ]
}

function readPaper(form: FormBody, paper: AskedPaper): AskedPaper {
  const { key, name, code } = paper
  const given = form[`${key}-ly-do`]
  const chosen = given === undefined ? [] : [given].flat()
  const reasons = SUPPLEMENT_REASONS.filter((reason) => chosen.includes(reason.key))
  const typed = {
    what: field(form, `${key}-dieu-gi`),
    why: field(form, `${key}-vi-sao`),
    how: field(form, `${key}-cach-lam`),
  }
  if (code === null) return { ...paper, ...typed }
  const words = (part: 'why' | 'how') =>
    reasons
      .map((reason) => reason[part])
      .filter((text) => text !== '')
      .join(' ')
  return {
    ...paper,
    reasons: reasons.map((reason) => reason.key),
    what: reasons.map((reason) => fill(reason.what, { paper: nameInSentence(shortPaperName(name)) })).join('; '),
    why: reasons.length === 0 ? '' : typed.why || words('why'),
    how: reasons.length === 0 ? '' : typed.how || words('how'),
  }
}

/** What goes to the citizen, in order. */
export function askedPapers({ papers }: SupplementValues): AskedPaper[] {
  return papers.filter(({ code, reasons, what }) => (code === null ? what !== '' : reasons.length > 0))
}

export function checkSupplement(values: SupplementValues, { view, now }: Work): Errors {
  const asked = askedPapers(values)
  const first = values.papers[0]
  return [
    ...(asked.length === 0 ? [{ field: `${first?.key ?? 'khac'}-ly-do`, message: texts.chooseOne }] : []),
    ...asked.flatMap(({ key, name, why, how }) => [
      ...(why === ''
        ? [{ field: `${key}-vi-sao`, message: fill(texts.needWhy, { paper: shortPaperName(name) }) }]
        : []),
      ...(how === ''
        ? [{ field: `${key}-cach-lam`, message: fill(texts.needHow, { paper: shortPaperName(name) }) }]
        : []),
    ]),
    ...(isDayAfter(values.replyBy, vietnamDate(now)) ? [] : [{ field: 'han', message: texts.needDay }]),
    ...(view.dossier.supplementCount > 0 && values.whyAgain === ''
      ? [{ field: 'vi-sao-hoi-lai', message: texts.needWhyAgain }]
      : []),
    ...(values.hasSeenAll ? [] : [{ field: 'da-xem', message: texts.confirmAll }]),
  ]
}

export function isDayAfter(text: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && text > today
}
