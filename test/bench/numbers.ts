import pg from 'pg'
import type { Actor } from '../../src/platform/actor.ts'
import { runAction } from '../../src/platform/action.ts'
import { runQuery } from '../../src/platform/query.ts'
import { getFieldCoverage } from '../../src/supervision/digitised/get-coverage.ts'
import {
  getDigitisedFigures,
  getDigitisedYears,
  listBehindFigure,
} from '../../src/supervision/digitised/get-figures.ts'
import { sumDigitisedMonths } from '../../src/supervision/digitised/reckon.ts'
import { databaseOf } from '../support/system-database.ts'
import { officer, openBenchApp } from './bench-app.ts'
import type { Part } from './part.ts'
import { milliseconds, type Row } from './report.ts'
import { spreadOf } from './timing.ts'

const AIM_MS = 2_000
/** Years are told from sums of months. */
const YEARS_AIM_MS = 600
const YEARS = 3

/** `n` in the formulas makes the database draw for each row anew. Facts as the journal leaves them: three years, every agency of the province, four hundred procedures. */
const FILL = `
  insert into supervision.digitised_dossier (dossier_id, code, procedure_code, unit_id, level, received_on, finished_on, from_list, due_papers,
    file_papers, signed_papers, data_papers, is_digitised, reused_papers, reused_national, result_depth, is_result_digitised)
  select uuidv7(), 'B-' || n, p.code, u.id, case when u.commune_code is null then 'province' else 'commune' end,
    r.received_on, case when luck < 0.94 then r.received_on + 5 end, luck < 0.5, 3, 3, d.signed, least(d.signed, d.data), d.signed = 3,
    (luck < 0.2)::int, 0, case when luck < 0.9 then 3 else 0 end, luck < 0.9
  from generate_series(1, $1::int) n
    cross join lateral (select random() + 0 * n as luck, current_date - ((random() + 0 * n) * 365 * ${YEARS})::int as received_on) r
    cross join lateral (select case when r.luck < 0.9 then 3 else 2 end as signed, (luck * 4)::int as data) d
    join bench_unit u on u.no = 1 + n % (select count(*) from bench_unit)
    join bench_procedure p on p.no = 1 + n % 400`

/** One approved list of two papers a procedure, of which one came with every dossier. */
const FILL_LIST = `
  with list as (
    insert into catalogue.digitised_list (id, sector_code, valid_from, decision_number, decided_on, issuer, left_out, file_name, file_sha256,
      adopted_at, adopted_by_account_id, adopted_by_name)
    values (uuidv7(), 'bench', '2020-01-01', 'B', '2020-01-01', 'B', 0, 'B', 'B', now(), uuidv7(), 'B') returning id)
  insert into catalogue.digitised_component
  select list.id, code, component, component from list, bench_procedure, unnest(array['A', 'B']) component`
const FILL_PAPERS = `
  insert into supervision.digitised_paper
  select dossier_id, 'A', procedure_code, unit_id, level, received_on, 'filed', data_papers, is_digitised from supervision.digitised_dossier`

/** Tables of digitisation and the lists behind their numbers, asked by who supervises the whole province. */
export const numbers: Part = async ({ quick, system }) => {
  const total = quick ? 50_000 : 1_000_000
  const client = new pg.Client({ connectionString: await databaseOf(system, 'postgres') })
  await client.connect()
  const app = await openBenchApp(system)
  try {
    await client.query(`
      create temp table bench_unit as select row_number() over ()::int as no, id, commune_code from organisation.unit
        where kind in ('peoples-committee', 'department') and valid_to is null;
      create temp table bench_procedure as select row_number() over (order by code)::int as no, code from catalogue.procedure limit 400`)
    await client.query(FILL, [total])
    await client.query(FILL_LIST)
    await client.query(FILL_PAPERS)
    await client.query('vacuum (analyze) supervision.digitised_dossier, supervision.digitised_paper')
    const summed = performance.now()
    await runAction(app, sumDigitisedMonths, { kind: 'system', name: 'bench' }, {})
    process.stderr.write(`  all months added up in ${milliseconds(performance.now() - summed)}\n`)
    const actor: Actor = await officer(app, 'binh.nth')
    const today = new Date().toISOString().slice(0, 10)
    const year = { from: `${today.slice(0, 4)}-01-01`, to: today }
    const all = { from: `${Number(today.slice(0, 4)) - YEARS}-01-01`, to: today }
    const asked: [string, () => Promise<{ rows: unknown[] } | { dossiers: unknown[] } | unknown[]>, number?][] = [
      ['Digitisation of this year by agency', () => runQuery(app, getDigitisedFigures, actor, { ...year, by: 'unit' })],
      ['of three years by procedure', () => runQuery(app, getDigitisedFigures, actor, { ...all, by: 'procedure' })],
      ['by year and level, four years', () => runQuery(app, getDigitisedYears, actor, { years: 4 }), YEARS_AIM_MS],
      ['coverage of a list, three years', () => runQuery(app, getFieldCoverage, actor, all)],
      [
        'dossiers behind a number, a page of 50',
        () => runQuery(app, listBehindFigure, actor, { ...all, column: 'notDigitised', limit: 50 }),
      ],
    ]
    const found: Row[] = []
    for (const [what, ask, aim = AIM_MS] of asked) {
      const told = await ask()
      const counted = Array.isArray(told) ? told : 'rows' in told ? told.rows : told.dossiers
      if (counted.length === 0) throw new Error(`${what}: nothing was counted`)
      process.stderr.write(`  ${what}: ${counted.length} rows\n`)
      const [ours, floor] = [
        await timed(ask),
        await timed(() => client.query('select count(*) from supervision.digitised_dossier')),
      ]
      found.push({
        what: `${what}, ${total.toLocaleString('en')} dossiers`,
        measured: `p50 ${milliseconds(ours.p50)}, p95 ${milliseconds(ours.p95)}`,
        floor: `p50 ${milliseconds(floor.p50)}, the same rows counted and no more`,
        ratio: ours.p50 / floor.p50,
        aim: `p95 under ${aim / 1_000} s`,
        isMet: ours.p95 < aim,
      })
    }
    return found
  } finally {
    await client.query(
      'truncate supervision.digitised_dossier, supervision.digitised_month, supervision.digitised_paper; delete from catalogue.digitised_component; delete from catalogue.digitised_list',
    )
    await client.end()
    await app.close()
  }
}

async function timed(ask: () => Promise<unknown>) {
  const times: number[] = []
  for (let nth = 0; nth < 15; nth += 1) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  return spreadOf(times)
}
