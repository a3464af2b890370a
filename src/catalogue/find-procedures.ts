import { Type } from 'typebox'
import { vietnamDate } from '../platform/dates.ts'
import { query } from '../platform/query.ts'
import { summaryAnswer, type SummaryAnswer } from './answer.ts'
import { searchProcedures, type SearchMatch } from './search/search-procedures.ts'

export type FoundProcedures = { procedures: SummaryAnswer[]; match: SearchMatch; next: string | null }

const Words = (description: string) => Type.Optional(Type.String({ maxLength: 300, description }))

/** Looks for procedures in force today: by words, code, field, body, level, life event, kind of applicant. */
export const findProcedures = query({
  name: 'catalogue.find-procedures',
  roles: ['anyone'],
  input: Type.Object(
    {
      q: Words('Words with or without diacritics, or a procedure code in any form'),
      sector: Words('Code of a field'),
      level: Type.Optional(Type.Union([Type.Literal('province'), Type.Literal('commune')])),
      agency: Words('Slug of the competent provincial body, e.g. so-xay-dung'),
      lifeEvent: Words('Slug of a life event'),
      subject: Words('Kind of applicant, as named in the catalogue'),
      after: Words('`next` of the page before'),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    },
    { additionalProperties: false },
  ),
  async run({ db, clock }, _actor, asked): Promise<FoundProcedures> {
    const page = await searchProcedures(db, { ...asked, on: vietnamDate(clock.now()) })
    return { ...page, procedures: page.procedures.map(summaryAnswer) }
  },
})
