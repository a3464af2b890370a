import { Type } from 'typebox'
import { vietnamDate } from '../platform/dates.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { procedureAnswer, type ProcedureAnswer } from './answer.ts'
import { procedureCodeIn } from './procedure.ts'
import { procedureInForce, qualityOf } from './store.ts'

/** One procedure as it is on a day, today unless another is named; long codes (`1.004194.000.00.00.H49`) are understood. */
export const getProcedure = query({
  name: 'catalogue.get-procedure',
  roles: ['anyone'],
  input: Type.Object(
    {
      code: Type.String({ minLength: 1, maxLength: 60, description: 'Procedure code, e.g. 1.001193' }),
      on: Type.Optional(
        Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', format: 'date', description: 'Day in force' }),
      ),
    },
    { additionalProperties: false },
  ),
  async run({ db, clock }, _actor, { code: typed, on = vietnamDate(clock.now()) }): Promise<ProcedureAnswer> {
    const code = procedureCodeIn(typed) ?? typed
    const procedure = await procedureInForce(db, code, on)
    if (!procedure) throw new Refusal('catalogue.unknown-procedure', { code })
    return procedureAnswer(procedure, await qualityOf(db, code, on))
  },
})
