import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { consultationsOf } from '../consultation/store.ts'
import type { Dossier } from '../dossier.ts'
import type { LinkedPart } from '../linked/linked-part.ts'
import { partsOf } from '../linked/store.ts'
import { partOutcomeWords, partSheetWords as words } from '../linked/texts.ts'
import { handlingSheet, outcomeOf, type SheetRow, type Step } from '../step.ts'
import { stepsOf } from '../store.ts'
import { doneBy } from '../texts.ts'
import type { HandlingSheetPaper, PrintedHandOver, SheetParty } from './handling-sheet.ts'
import { common } from './paper-contents.ts'
import { outcomeWords, postWords, sentence, sheetTexts } from './texts.ts'

type Places = { dossier: Dossier; unitName(id: string): string }

/** Contents of form 06, of the history up to now. Its date and moment are those of the last hand-over. */
export async function handlingSheetPaper(app: App, dossier: Dossier): Promise<HandlingSheetPaper> {
  const [steps, consultations, parts] = await Promise.all([
    stepsOf(app.db, dossier.id),
    consultationsOf(app.db, dossier.id),
    partsOf(app.db, dossier.id),
  ])
  const consulted = consultations.flatMap(({ bodies }) => bodies.map(({ unitId }) => unitId))
  const asked = [...new Set([...consulted, ...parts.map(({ unitId }) => unitId)])]
  const mentioned = steps.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]).filter((id) => id !== null)
  const ids = [...new Set([...mentioned, ...asked, dossier.competentUnitId, dossier.receivedByUnitId])]
  const names = new Map((await unitsByIds(app.db, ids)).map(({ id, name }) => [id, name]))
  const unitName = (id: string) => names.get(id) ?? ''
  const last = steps.at(-1)
  if (!last) throw new Error(`dossier ${dossier.id} has no step`)
  const { paper } = await common(app, dossier, last.byName, {
    form: 'handling-sheet',
    speaks: 'competent',
  })
  const rows = inOrder([...printedRows(steps, { dossier, unitName }), ...partRows(parts, { dossier, unitName })])
  const lastAt = rows.at(-1)?.at ?? last.at
  return {
    ...paper,
    issuedOn: vietnamDate(lastAt),
    printedAt: lastAt,
    leadAgency: unitName(dossier.competentUnitId),
    coordinating: asked.length === 0 ? [sheetTexts.askedBodies] : asked.map(unitName),
    receivedAt: dossier.receivedAt,
    dueAt: dossier.dueAt ?? dossier.originalDueAt,
    rows,
  }
}

/** The rows as printed. Filing at the counter is two hand-overs in one step: to the desk, and on to the office. */
export function printedRows(steps: readonly Step[], places: Places): PrintedHandOver[] {
  return handlingSheet(steps).flatMap((row) => {
    const { at, outcome, note, action } = row
    const byAccountId = steps.find(({ no }) => no === row.no)?.byAccountId ?? null
    const done = sentence(doneBy({ action, byAccountId }))
    const printed = {
      giver: giverOf(row, places),
      taker: takerOf(row, places),
      at,
      outcome: outcome ? outcomeWords[outcome] : '',
      note: note ? `${done}. ${note}` : done,
    }
    if (action !== 'fileAtCounter') return [printed]
    return [
      { ...printed, giver: citizen(places), taker: printed.giver },
      { ...printed, note: '' },
    ]
  })
}

/** The hand-overs of parts other bodies did: out, and back when they were done or returned. */
function partRows(parts: readonly LinkedPart[], { dossier, unitName }: Places): PrintedHandOver[] {
  const office = unitName(dossier.handlingUnitId ?? dossier.competentUnitId)
  return parts.flatMap(({ unitId, duty, sentAt, byName, acceptedByName, dueAt, ended }) => {
    const sender = { person: byName, place: office }
    const taker = { person: acceptedByName, place: unitName(unitId) }
    const sent = { giver: sender, taker, at: sentAt, outcome: '', note: fill(words.sent, { duty }) }
    if (!ended || ended.kind === 'released') return [sent]
    const facts = {
      duty,
      note: ended.note ?? '',
      outcome: ended.outcome === null ? '' : partOutcomeWords[ended.outcome],
    }
    const back = {
      giver: { person: ended.byName, place: unitName(unitId) },
      taker: { person: null, place: office },
      at: ended.at,
      outcome: ended.kind === 'done' ? outcomeWords[outcomeOf(ended.at, dueAt)] : '',
      note: fill(words[ended.kind], facts).trim(),
    }
    return [sent, back]
  })
}

/** Rows of one moment stay in the order they came in. */
function inOrder(rows: readonly PrintedHandOver[]): PrintedHandOver[] {
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

function giverOf({ action, from, by }: SheetRow, { dossier, unitName }: Places): SheetParty {
  if (action === 'fileAtCounter') return { person: by, place: unitName(dossier.receivedByUnitId) }
  return { person: by, place: from === null ? postWords.citizen : unitName(from) }
}

function takerOf({ to, toPost, toName }: SheetRow, places: Places): SheetParty {
  if (to === null) return citizen(places)
  const unit = places.unitName(to)
  return { person: toName, place: toPost === 'desk' ? unit : `${postWords[toPost]}, ${unit}` }
}

function citizen({ dossier }: Places): SheetParty {
  return { person: dossier.submitter.fullName, place: postWords.citizen }
}
