import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { shortPaperName } from '../../catalogue/index.ts'
import { unitByCode, type Unit } from '../../organisation/index.ts'
import { paperNamesOf } from '../acting/ground-paper.ts'
import type { ReachedDossier } from '../dossier.ts'
import { procedureOf } from '../known.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { componentsOfDossier } from '../store.ts'
import { comesAfterDue, whyNotAsk, type Completeness } from './consultation.ts'
import { officersAnsweringFor } from './consulted-reach.ts'
import { opinionRequested } from './events.ts'
import { replyTerm } from './reply-term.ts'
import { insertConsultation } from './store.ts'

const CONSULTED_KINDS: ReadonlySet<Unit['kind']> = new Set(['department', 'peoples-committee', 'division'])

export type Asking = {
  stepCode: string | null
  leadUnitId: string
  question: string
  completeness: Completeness
  legalBasis: string | undefined
  bodies: {
    unitCode: string
    question?: string | undefined
    termDays: number
    whyAfterDue?: string | undefined
  }[]
  fileIds: readonly string[]
}

/** Puts the questions and the term of each body on record and tells the bodies; the term of the dossier runs on. */
export async function askBodies(
  ctx: ActionContext,
  officer: Actor,
  dossier: ReachedDossier,
  { stepCode, leadUnitId, question, completeness, legalBasis, bodies, fileIds }: Asking,
) {
  const { db, now } = ctx
  const units = await unitsAsked(ctx, bodies)
  const ownUnitIds = [dossier.competentUnitId, dossier.handlingUnitId]
  refuse(whyNotAsk({ unitIds: units.map(({ id }) => id), ownUnitIds, completeness, legalBasis }))
  const asked = await Promise.all(
    bodies.map(async ({ question: own, termDays, whyAfterDue }, index) => {
      const unit = units[index] as Unit
      const term = await replyTerm(db, unit.id, termDays, now)
      const isAfterDue = comesAfterDue(term.replyAt, dossier.dueAt)
      if (isAfterDue && whyAfterDue === undefined) {
        const facts = { unit: unit.name, replyBy: formatDate(term.replyBy), dueOn: formatDate(dossier.dueOn ?? '') }
        throw new Refusal('dossiers.opinion-after-due', { ...facts, unitCode: unit.code })
      }
      const why = isAfterDue ? (whyAfterDue ?? null) : null
      const body = { id: newId(), unitId: unit.id, place: index + 1, question: own ?? null, termDays }
      return { ...body, ...term, whyAfterDue: why }
    }),
  )
  const consultation = {
    stepCode,
    question,
    completeness,
    legalBasis: legalBasis ?? null,
    leadUnitId,
    askedAt: now,
    byAccountId: accountOf(officer) ?? '',
    byName: actorName(officer),
  }
  const files = await filesShown(ctx, dossier, fileIds)
  const rows = { dossierId: dossier.id, ...consultation, bodies: asked, files }
  const begun = await insertConsultation(db, rows, dossier.version)
  if (!begun) throw new Refusal('platform.conflict')
  const { no, opinionsAwaited } = begun
  noteChanged(ctx, dossier.id, { dossier: [{ version: dossier.version + 1, opinionsAwaited }] })
  noteAdded(ctx, dossier.id, {
    consultation: [{ no, ...consultation }],
    consultedBody: asked.map((body) => ({ consultationNo: no, reminderCount: 0, ...body })),
    consultationFile: files.map((file) => ({ consultationNo: no, ...file })),
  })
  const told = asked.map(({ unitId, replyBy, whyAfterDue }) => ({ unitId, replyBy, whyAfterDue }))
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'dossiers.opinions-requested',
    facts: { no, step: stepCode, completeness, legalBasis: legalBasis ?? null, bodies: told, files: fileIds },
  })
  for (const { id: bodyId } of asked) {
    await ctx.emit(opinionRequested, { dossierId: dossier.id, code: dossier.code, bodyId })
  }
  return { code: dossier.code, no, bodies: asked.map(({ id, unitId, replyBy }) => ({ id, unitId, replyBy })) }
}

/** The bodies in force today; each must have somebody who can answer here. */
async function unitsAsked({ db, now }: ActionContext, bodies: readonly { unitCode: string }[]): Promise<Unit[]> {
  const today = vietnamDate(now)
  return Promise.all(
    bodies.map(async ({ unitCode }) => {
      const unit = await unitByCode(db, unitCode, today)
      if (!unit || !CONSULTED_KINDS.has(unit.kind)) throw new Refusal('dossiers.unknown-body', { unitCode })
      const answering = await officersAnsweringFor(db, unit.id, today)
      if (answering.length === 0) throw new Refusal('dossiers.body-without-officers', { unit: unit.name, unitCode })
      return unit
    }),
  )
}

/** Papers handed in with the dossier, by the names the procedure gives them. */
export async function filesShown({ db }: ActionContext, dossier: ReachedDossier, fileIds: readonly string[]) {
  if (fileIds.length === 0) return []
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const names = paperNamesOf(procedure, dossier.answers)
  const components = await componentsOfDossier(db, dossier.id)
  return [...new Set(fileIds)].map((fileId) => {
    const component = components.find(({ files }) => files.some((file) => file.fileId === fileId))
    if (!component) throw new Refusal('dossiers.file-not-found', { fileId })
    return { fileId, name: shortPaperName(names.get(component.code) ?? component.code) }
  })
}
