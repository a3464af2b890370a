import { Type } from 'typebox'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { Actor, Officer } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { sha256Hex } from '../../platform/journal/line.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { checkRows, whyNotAdopt, type CheckedRow, type GoodRow, type TypedRow } from './digitised-list.ts'
import { readList } from './read-list.ts'
import { allLists, deleteDraft, draftOf, holdLists, insertList, proceduresForLists, replaceDraft } from './store.ts'

const Day = Type.String({ format: 'date' })
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Decision = { number: Words, decidedOn: Day, issuer: Words, validFrom: Day }
const FileName = Type.String({ minLength: 1, maxLength: 200 })

function officerOnly(actor: Actor): Officer {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor
}

const keepSentList = action({
  name: 'catalogue.keep-sent-list',
  roles: ['administrator'],
  input: Type.Object({
    ...Decision,
    fileName: FileName,
    fileSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    rows: Type.Unsafe<TypedRow[]>({}),
  }),
  unjournalled: 'a sheet its sender has not adopted binds nobody',
  async run({ db, now }, actor, { rows, ...facts }): Promise<void> {
    await replaceDraft(db, officerOnly(actor).accountId, { id: newId(), facts, rows, sentAt: now })
  },
})

/** Reads a sheet of papers to be digitised and keeps it for its sender to look at; nothing is in force by it. */
export const sendList = errand({
  name: 'catalogue.send-digitised-list',
  roles: ['administrator'],
  input: Type.Object({ ...Decision, fileName: FileName, bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(app, actor, { bytes, ...facts }, meta): Promise<void> {
    const input = { ...facts, fileSha256: sha256Hex(bytes), rows: readList(bytes) }
    await runAction(app, keepSentList, actor, input, meta)
  },
})

export async function checkedRows(db: Db, rows: readonly TypedRow[], on: string): Promise<CheckedRow[]> {
  const codes = [...new Set(rows.map(({ procedureCode }) => procedureCode))]
  const known = await proceduresForLists(db, codes, on)
  return checkRows(rows, new Map(known.map((procedure) => [procedure.code, procedure])))
}

/**
 * Puts the sheet in force from its day: a version for each field it names. Rows with faults keep it back unless they are expressly left
 * out. Căn cứ: Thông tư 01/2023/TT-VPCP (danh mục do Chủ tịch Ủy ban nhân dân tỉnh phê duyệt; article to be confirmed).
 */
export const adoptList = action({
  name: 'catalogue.adopt-digitised-list',
  roles: ['administrator'],
  input: Type.Object({ draftId: Type.String({ format: 'uuid' }), leaveOutFaulty: Type.Boolean() }),
  async run(ctx, actor, { draftId, leaveOutFaulty }): Promise<{ lists: number; components: number }> {
    const officer = officerOnly(actor)
    const draft = await draftOf(ctx.db, officer.accountId)
    if (!draft || draft.id !== draftId) throw new Refusal('platform.not-found')
    await holdLists(ctx.db)
    const checked = await checkedRows(ctx.db, draft.rows, draft.facts.validFrom)
    const good = checked.filter((row) => row.fault === undefined)
    const leftOut = checked.length - good.length
    if (leftOut > 0 && !leaveOutFaulty) throw new Refusal('catalogue.list-faulty', { count: leftOut })
    refuse(whyNotAdopt(draft.facts, good, await allLists(ctx.db)))
    const lists = await adopt(ctx, officer, draft.facts, good, leftOut)
    await deleteDraft(ctx.db, officer.accountId)
    return { lists, components: good.length }
  },
})

type Facts = NonNullable<Awaited<ReturnType<typeof draftOf>>>['facts']

async function adopt(
  { db, now, journal }: ActionContext,
  { accountId, fullName }: Officer,
  facts: Facts,
  good: readonly GoodRow[],
  leftOut: number,
): Promise<number> {
  const sectors = new Set(good.flatMap(({ sectorCodes }) => sectorCodes))
  for (const sectorCode of sectors) {
    const own = good.filter(({ sectorCodes }) => sectorCodes.includes(sectorCode))
    const by = { adoptedAt: now, adoptedByAccountId: accountId, adoptedByName: fullName }
    await insertList(db, { ...facts, ...by, id: newId(), sectorCode, leftOut }, own)
    const { number, decidedOn, validFrom, fileSha256: sheet } = facts
    journal({
      subject: `digitised-list:${sectorCode}`,
      what: 'catalogue.digitised-list-adopted',
      facts: { number, decidedOn, validFrom, components: own.length, leftOut, sheet },
    })
  }
  return sectors.size
}

/** Throws the sheet away that waits for its sender. */
export const dropList = action({
  name: 'catalogue.drop-digitised-list',
  roles: ['administrator'],
  input: Type.Object({}),
  unjournalled: 'a sheet its sender has not adopted binds nobody',
  run: async ({ db }, actor): Promise<void> => deleteDraft(db, officerOnly(actor).accountId),
})
