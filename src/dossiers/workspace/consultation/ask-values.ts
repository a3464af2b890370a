import { formatDate, weekdayName } from '../../../platform/dates.ts'
import type { Db } from '../../../platform/db.ts'
import { field, type FormBody } from '../../../platform/web/web.ts'
import { unitByCode } from '../../../organisation/index.ts'
import { COMPLETENESS_RULES, comesAfterDue, type Completeness } from '../../consultation/consultation.ts'
import { replyTerm } from '../../consultation/reply-term.ts'
import type { Dossier } from '../../dossier.ts'
import type { Errors } from '../work-form.tsx'
import { askTexts as texts } from './texts.ts'

export type BodyValues = {
  unitCode: string
  days: string
  own: string
  why: string
  /** `Thứ Năm 26/11/2026`, once body and days are chosen. */
  replyBy: string | null
  isAfterDue: boolean
}

export type AskValues = {
  question: string
  bodies: BodyValues[]
  fileIds: string[]
  completeness: Completeness | undefined
  legalBasis: string
}

const USUAL_DAYS = '5'
const MOST_BODIES = 20

const blankBody = (): BodyValues => ({
  unitCode: '',
  days: USUAL_DAYS,
  own: '',
  why: '',
  replyBy: null,
  isAfterDue: false,
})

/** Two empty rows: what the process demands is asked on its own page. */
export function blankAsk(): AskValues {
  return { question: '', bodies: [blankBody(), blankBody()], fileIds: [], completeness: undefined, legalBasis: '' }
}

/** What was typed, with one more row when that was asked for. */
export function readAsk(form: FormBody): AskValues {
  const count = Math.min(MOST_BODIES, Math.max(1, Number(field(form, 'so-dong')) || 1))
  const bodies = Array.from({ length: count }, (_, index): BodyValues => {
    const part = (name: string) => field(form, `cq-${index + 1}-${name}`)
    return { ...blankBody(), unitCode: part('ma'), days: part('ngay'), own: part('hoi'), why: part('vi-sao') }
  })
  const wantsMore = field(form, 'them') !== '' && bodies.every(({ unitCode }) => unitCode !== '') && count < MOST_BODIES
  return {
    question: field(form, 'cau-hoi'),
    bodies: wantsMore ? [...bodies, blankBody()] : bodies,
    fileIds: [form.tep ?? []].flat(),
    completeness: COMPLETENESS_RULES.find((rule) => rule === field(form, 'quy-tac')),
    legalBasis: field(form, 'can-cu'),
  }
}

export function daysOf({ days }: Pick<BodyValues, 'days'>): number | undefined {
  const number = Number(days)
  return days !== '' && Number.isInteger(number) && number >= 1 && number <= 60 ? number : undefined
}

/** The values with the day each body would have to answer by, if it were asked now. */
export async function withTerms(
  db: Db,
  values: AskValues,
  dossier: Pick<Dossier, 'dueAt'>,
  now: Date,
  today: string,
): Promise<AskValues> {
  const bodies = await Promise.all(
    values.bodies.map(async (body): Promise<BodyValues> => {
      const days = daysOf(body)
      const unit = body.unitCode === '' || days === undefined ? undefined : await unitByCode(db, body.unitCode, today)
      if (!unit || days === undefined) return body
      const { replyAt, replyBy } = await replyTerm(db, unit.id, days, now)
      const shown = `${weekdayName(replyBy)} ${formatDate(replyBy)}`
      return { ...body, replyBy: shown, isAfterDue: comesAfterDue(replyAt, dossier.dueAt) }
    }),
  )
  return { ...values, bodies }
}

export function checkAsk({ question, bodies, completeness, legalBasis }: AskValues): Errors {
  const asked = bodies.filter(({ unitCode }) => unitCode !== '')
  return [
    ...(question === '' ? [{ field: 'cau-hoi', message: texts.noQuestion }] : []),
    ...(asked.length === 0 ? [{ field: 'cq-1-ma', message: texts.noBody }] : []),
    ...bodies.flatMap((body, index): Errors => {
      if (body.unitCode === '') return []
      const at = (name: string) => `cq-${index + 1}-${name}`
      if (daysOf(body) === undefined) return [{ field: at('ngay'), message: texts.badDays }]
      return body.isAfterDue && body.why === '' ? [{ field: at('vi-sao'), message: texts.noWhy }] : []
    }),
    ...(completeness === undefined ? [{ field: 'quy-tac', message: texts.noRule }] : []),
    ...(completeness === 'silence-agrees' && legalBasis === '' ? [{ field: 'can-cu', message: texts.noBasis }] : []),
  ]
}
