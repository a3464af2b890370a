import { addDays, vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { ask, redirect, sitePage, type Web } from '../../platform/web/web.ts'
import { procedureInForce, searchProcedures } from '../../catalogue/index.ts'
import { answersOf, isCompetent, myDrafts, parseResumeCode, procedureOf, type Draft } from '../../dossiers/index.ts'
import { agenciesServedBy, type Unit } from '../../organisation/index.ts'
import { desksOf } from '../counter-place.ts'
import { soughtIn } from '../sought.ts'
import { mostReceived, receivedOnDay } from '../store.ts'
import { StartPage, type FoundProcedure, type HalfDone, type UsualProcedure } from './start.page.tsx'
import { takingPath } from './supplement/find.page.tsx'
import { startTexts as texts } from './texts.ts'

const USUAL_DAYS = 90
const MOST_USUAL = 10
const MOST_FOUND = 12
const MOST_HALF_DONE = 6

/** The counter between two people. */
export async function startRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { q?: string } }>('/quay', async (request, reply) => {
    const { db, clock } = request.server.app
    const on = vietnamDate(clock.now())
    const [desk] = await desksOf(db, request.actor, on)
    const q = String(request.query.q ?? '')
      .trim()
      .slice(0, 200)
    const resumeCode = parseResumeCode(q)
    if (resumeCode !== undefined) return redirect(reply, `/quay/tiep/${resumeCode}`)
    const sought = soughtIn(q)
    // A slip that asks for more papers was scanned here.
    if (sought && 'code' in sought) return redirect(reply, takingPath(sought.code))
    const search = q === '' ? { found: [], hasMore: false, only: undefined } : await find(db, desk, q, on)
    if (search.only !== undefined) return redirect(reply, `/quay/moi/${search.only}`)
    const [usual, counts, drafts] = await Promise.all([
      usualHere(db, desk, on),
      receivedOnDay(db, desk.id, on),
      ask(request, myDrafts, {}),
    ])
    const halfDone = await Promise.all(drafts.slice(0, MOST_HALF_DONE).map((draft) => halfDoneOf(db, draft)))
    const body = (
      <StartPage
        deskName={desk.name}
        q={q}
        found={search.found}
        hasMore={search.hasMore}
        usual={usual}
        counts={counts}
        halfDone={halfDone}
      />
    )
    return sitePage(request, reply, { site: 'workspace', title: texts.title, current: '/quay', body })
  })
}

/** What this desk receives comes first; a whole code leads straight to its procedure. */
async function find(
  db: Db,
  desk: Unit,
  q: string,
  on: string,
): Promise<{ found: FoundProcedure[]; hasMore: boolean; only: string | undefined }> {
  const [{ procedures, match, next }, agencies] = await Promise.all([
    searchProcedures(db, { q, on, limit: MOST_FOUND }),
    agenciesServedBy(db, desk.id, on),
  ])
  const found = procedures.map(({ code, name, terms, levels, department }) => {
    const isHere = agencies.some((agency) => isCompetent(agency, { levels, department }))
    return { code, name, terms, isHere }
  })
  const only = match === 'code' && found.length === 1 ? found[0]?.code : undefined
  return {
    found: [...found.filter(({ isHere }) => isHere), ...found.filter(({ isHere }) => !isHere)],
    hasMore: next !== null,
    only,
  }
}

async function usualHere(db: Db, desk: Unit, on: string): Promise<UsualProcedure[]> {
  const most = await mostReceived(db, desk.id, addDays(on, -USUAL_DAYS), MOST_USUAL)
  const named = await Promise.all(
    most.map(async ({ procedureCode: code, count }) => ({
      code,
      count,
      name: (await procedureInForce(db, code, on))?.name,
    })),
  )
  // A procedure that was abolished cannot be filed any more.
  return named.flatMap(({ name, ...usual }) => (name === undefined ? [] : [{ ...usual, name }]))
}

async function halfDoneOf(db: Db, draft: Draft): Promise<HalfDone> {
  const { name } = await procedureOf(db, draft.procedureVersionId)
  const { fullName } = answersOf(draft)
  return {
    resumeCode: draft.resumeCode,
    procedureName: name,
    personName: typeof fullName === 'string' && fullName !== '' ? fullName : null,
    updatedAt: draft.updatedAt,
  }
}
