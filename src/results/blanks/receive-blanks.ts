import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readRange, serialsOf, type BlankBatch } from './blank.ts'
import { blankKind } from './blank-kind.ts'
import { keeperOf } from './keeper.ts'
import { insertBatch } from './store.ts'

/** How many serial numbers a refusal names. */
const NAMED = 3

/**
 * Takes a delivery of blanks into the unit's register by its delivery note (phiếu giao nhận). A serial number stands in one register
 * only, whichever unit keeps it.
 */
export const receiveBlanks = action({
  name: 'results.receive-blanks',
  roles: ['clerk'],
  input: Type.Object({
    unitId: Type.String({ format: 'uuid' }),
    kind: Type.String({ minLength: 1, maxLength: 40 }),
    from: Type.String({ minLength: 1, maxLength: 40 }),
    to: Type.String({ minLength: 1, maxLength: 40 }),
    noteNumber: Type.String({ minLength: 1, maxLength: 60 }),
    noteOn: Type.String({ format: 'date' }),
    deliveredBy: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  async run(ctx, actor, { unitId, kind: code, from, to, noteNumber, noteOn, deliveredBy }) {
    const clerk = keeperOf(actor, ['clerk'], unitId)
    const kind = blankKind(code)
    if (!kind) throw new Refusal('results.blank-kind-unknown')
    if (noteOn > vietnamDate(ctx.now)) throw new Refusal('results.blank-note-in-future', { day: noteOn })
    const range = readRange(kind, from, to)
    if ('code' in range) throw new Refusal(range.code, range.facts)
    const serials = serialsOf(range)
    const batch: BlankBatch = {
      id: newId(),
      kind: kind.code,
      unitId,
      firstSerial: serials[0] ?? '',
      lastSerial: serials.at(-1) ?? '',
      count: serials.length,
      noteNumber,
      noteOn,
      deliveredBy,
      receivedAt: ctx.now,
      receivedByName: clerk.fullName,
    }
    const known = await insertBatch(ctx.db, { ...batch, receivedByAccountId: clerk.accountId }, serials)
    if (known.length > 0) {
      throw new Refusal('results.blank-known', { count: known.length, serials: known.slice(0, NAMED).join(', ') })
    }
    const { firstSerial, lastSerial, count } = batch
    ctx.journal({
      subject: `unit:${unitId}`,
      what: 'results.blanks-received',
      facts: { kind: kind.code, firstSerial, lastSerial, count, noteNumber, noteOn, deliveredBy },
    })
    return { count, firstSerial, lastSerial }
  },
})
