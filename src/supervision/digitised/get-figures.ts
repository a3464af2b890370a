import { Type } from 'typebox'
import type { Actor, Role } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { procedureNames } from '../../catalogue/index.ts'
import { agenciesServedBy, unitsByIds, unitsInCharge } from '../../organisation/index.ts'
import type { DossierFacts } from './facts.ts'
import { FIGURE_COLUMNS, PAPER_FIGURES, sumFigures, wholeFigures, type Figures, type Scope } from './figures.ts'
import { countFigures, dayOf, factsBehind, type Place } from './figures-store.ts'
import { countYears } from './months-store.ts'

export const FIGURE_READERS = [
  'supervisor',
  'head-of-division',
  'signatory',
  'intake-officer',
] as const satisfies readonly Role[]

const Day = Type.String({ format: 'date' })
export const Asked = {
  from: Day,
  to: Day,
  unitId: Type.Optional(Type.String({ format: 'uuid' })),
  procedureCode: Type.Optional(Type.String({ maxLength: 30 })),
  level: Type.Optional(Type.Enum(['province', 'commune'])),
}
type AskedFor = Pick<Scope, 'from' | 'to' | 'procedureCode' | 'level'> & { unitId?: string }

/** The agencies whose numbers an officer reads: their own, those below, and those their one-stop desk receives for. */
export async function scopeOf(db: Db, actor: Actor, now: Date, asked: AskedFor): Promise<Scope> {
  const { unitId, ...scope } = asked
  if (asked.from > asked.to) throw new Refusal('supervision.days-reversed', { from: asked.from, to: asked.to })
  const units = await unitsInCharge(db, actor, FIGURE_READERS)
  const desks = await unitsInCharge(db, actor, ['intake-officer'])
  const served = await Promise.all(desks.map((desk) => agenciesServedBy(db, desk, vietnamDate(now))))
  const all = [...new Set([...units, ...served.flat().map(({ id }) => id)])]
  if (unitId !== undefined && !all.includes(unitId)) throw new Refusal('platform.not-found')
  return { ...scope, unitIds: unitId === undefined ? all : [unitId] }
}

export type NamedFigures = { key: string; name: string; figures: Figures }
export type FigureTable = { rows: NamedFigures[]; total: Figures }

/** The table by agency or by procedure, for some days. Căn cứ: Quyết định 766/QĐ-TTg, mức độ số hóa. */
export const getDigitisedFigures = query({
  name: 'supervision.get-digitised-figures',
  roles: [...FIGURE_READERS],
  input: Type.Object({ ...Asked, by: Type.Enum(['unit', 'procedure']) }),
  async run({ db, clock }, actor, { by, ...asked }): Promise<FigureTable> {
    const counted = await countFigures(db, await scopeOf(db, actor, clock.now(), asked), by)
    const keys = counted.map(({ key }) => key)
    const names =
      by === 'unit'
        ? new Map((await unitsByIds(db, keys)).map(({ id, name }) => [id, name]))
        : await procedureNames(db, keys)
    const rows = counted.map(({ key, ...row }) => ({ key, name: names.get(key) ?? key, figures: wholeFigures(row) }))
    rows.sort((one, other) => other.figures.received - one.figures.received || one.name.localeCompare(other.name, 'vi'))
    return { rows, total: sumFigures(rows.map(({ figures }) => figures)) }
  },
})

const LEVELS = ['province', 'commune'] as const
export type YearFigures = { year: number; level: 'province' | 'commune'; figures: Figures }

/** The table of years and levels: a year's results include dossiers carried over from the year before. */
export const getDigitisedYears = query({
  name: 'supervision.get-digitised-years',
  roles: [...FIGURE_READERS],
  input: Type.Object({ years: Type.Integer({ minimum: 1, maximum: 10 }) }),
  async run({ db, clock }, actor, { years }): Promise<YearFigures[]> {
    const last = Number(vietnamDate(clock.now()).slice(0, 4))
    const days = { from: `${last - years + 1}-01-01`, to: `${last}-12-31` }
    const counted = await countYears(db, await scopeOf(db, actor, clock.now(), days))
    const tables: YearFigures[] = Array.from({ length: years }, (_, back) => last - back).flatMap((year) =>
      LEVELS.map((level) => {
        const found = counted.find((row) => row.year === year && row.level === level)
        return { year, level, figures: wholeFigures(found) }
      }),
    )
    return tables.filter(({ figures }) => figures.received > 0 || figures.resolved > 0)
  },
})

export type BehindPage = { dossiers: (DossierFacts & { unitName: string })[]; next: Place | undefined }

/** The dossiers behind a number, or behind one of a single paper of a list; the latest first, by page. */
export const listBehindFigure = query({
  name: 'supervision.list-behind-digitised',
  roles: [...FIGURE_READERS],
  input: Type.Object({
    ...Asked,
    column: Type.Enum([...FIGURE_COLUMNS]),
    paper: Type.Optional(
      Type.Object({ componentCode: Type.String({ maxLength: 100 }), figure: Type.Enum([...PAPER_FIGURES]) }),
    ),
    after: Type.Optional(Type.Object({ day: Day, dossierId: Type.String({ format: 'uuid' }) })),
    limit: Type.Integer({ minimum: 1, maximum: 200 }),
  }),
  async run({ db, clock }, actor, { column, paper, after, limit, ...asked }): Promise<BehindPage> {
    const scope = await scopeOf(db, actor, clock.now(), asked)
    const found = await factsBehind(db, scope, column, { after, limit: limit + 1, ...(paper ? { paper } : {}) })
    const dossiers = found.slice(0, limit)
    const units = await unitsByIds(db, [...new Set(dossiers.map(({ unitId }) => unitId))])
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const last = dossiers.at(-1)
    const day = dayOf(column) === 'finished_on' ? last?.finishedOn : last?.receivedOn
    return {
      dossiers: dossiers.map((one) => ({ ...one, unitName: names.get(one.unitId) ?? '' })),
      next: found.length > limit && last && day ? { day, dossierId: last.dossierId } : undefined,
    }
  },
})
