import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { FormLayout } from '../form.ts'

/** Which way: `back` undoes the last saving, `ahead` does again what was undone. */
export type Way = 'back' | 'ahead'

/** How many savings can be undone, and done again. */
export type Steps = Record<Way, number>

const MOST_STEPS = 50

export async function draftSteps(db: Db, code: string): Promise<Steps> {
  const counted = await rows(
    db,
    sql<{ isAhead: boolean; n: bigint }>`select is_ahead, count(*) as n from forms.form_draft_step
      where code = ${code} group by is_ahead`,
  )
  const of = (way: boolean) => Number(counted.find(({ isAhead }) => isAhead === way)?.n ?? 0)
  return { back: of(false), ahead: of(true) }
}

/** Keeps the layout a draft has now before it gets another one; what was undone before is given up. */
export async function keepStep(db: Db, code: string): Promise<void> {
  await execute(db, sql`delete from forms.form_draft_step where code = ${code} and is_ahead`)
  await push(db, code, 'back')
}

/** The layout of the next step that way, taken from its pile, with the present one put on the other; nothing when there is none. */
export async function takeStep(db: Db, code: string, way: Way): Promise<FormLayout | undefined> {
  const taken = await maybeRow(
    db,
    sql<{ layout: FormLayout }>`delete from forms.form_draft_step where code = ${code} and is_ahead = ${way === 'ahead'}
      and no = (select max(no) from forms.form_draft_step where code = ${code} and is_ahead = ${way === 'ahead'})
      returning layout`,
  )
  if (taken) await push(db, code, way === 'back' ? 'ahead' : 'back')
  return taken?.layout
}

async function push(db: Db, code: string, way: Way): Promise<void> {
  const isAhead = way === 'ahead'
  await execute(
    db,
    sql`insert into forms.form_draft_step (code, is_ahead, no, layout)
      select code, ${isAhead}, coalesce((select max(no) from forms.form_draft_step where code = ${code} and is_ahead = ${isAhead}), 0) + 1, layout
      from forms.form_draft where code = ${code}`,
  )
  await execute(
    db,
    sql`delete from forms.form_draft_step where code = ${code} and is_ahead = ${isAhead} and no <=
      (select max(no) from forms.form_draft_step where code = ${code} and is_ahead = ${isAhead}) - ${MOST_STEPS}`,
  )
}
