import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { act, field, type WebRequest } from '../../../platform/web/web.ts'
import { Select, TextArea, type SelectOption } from '../../../ui/index.ts'
import { unitsInForce, type Unit } from '../../../organisation/index.ts'
import { partViews, type LinkedPartView } from '../../linked/get-linked-parts.ts'
import { releaseLinkedPart } from '../../linked/release-part.ts'
import { resendLinkedPart } from '../../linked/resend-part.ts'
import { workPath } from '../../work-path.ts'
import { openWork, type Work } from '../open-work.ts'
import { typedText, type SideForm } from '../side-form.tsx'
import { fill } from '../texts.ts'
import { LegalBasis, missing, Reason } from '../turns.tsx'
import { turnFields } from '../turns.texts.ts'
import { withError } from '../work-form.tsx'
import { releasePartTexts, resendTexts } from './texts.ts'

/** One part of a dossier, for officers who reach the dossier. */
export async function openLedPart(request: WebRequest): Promise<{ work: Work; part: LinkedPartView }> {
  const { code, partId } = request.params as { code: string; partId: string }
  const work = await openWork(request, code)
  const views = await partViews(request.server.app.db, work.view.dossier, work.actor, work.now)
  const part = views.find(({ id }) => id === partId)
  if (!part) throw new Refusal('platform.not-found')
  return { work, part }
}

const back = ({ view }: Work) => workPath(view.dossier.code, '?the=lien-thong')
const words = (typed: object) => typed as Record<string, string>

/** Waits no longer for a part, on a legal basis. */
export const releasePartForm: SideForm<LinkedPartView> = {
  path: '/lien-thong/:partId/thoi-cho',
  icon: 'ban',
  async open(request) {
    const { work, part } = await openLedPart(request)
    return { work, subject: part }
  },
  isOver: ({ whyNotRelease }) => whyNotRelease !== null,
  texts: ({ unitName }) => ({ ...releasePartTexts, title: fill(releasePartTexts.title, { unit: unitName }) }),
  read: (form) => ({ 'ly-do': field(form, 'ly-do'), 'can-cu': field(form, 'can-cu') }),
  check: (typed) => missing(words(typed), { 'ly-do': turnFields.reason, 'can-cu': turnFields.legalBasis }),
  fields: ({ typed, errors }) => (
    <>
      <Reason values={words(typed)} errors={errors} hint={releasePartTexts.hint} />
      <LegalBasis values={words(typed)} errors={errors} />
    </>
  ),
  send: (request, { work, subject }, typed) =>
    act(request, releaseLinkedPart, {
      dossierCode: work.view.dossier.code,
      partId: subject.id,
      reason: typedText(typed, 'ly-do'),
      legalBasis: typedText(typed, 'can-cu'),
    }),
  back,
  done: ({ view }) => workPath(view.dossier.code, '?the=lien-thong&lyk=thoi-cho'),
}

type Resending = { part: LinkedPartView; units: { group: string; options: SelectOption[] }[] }

/** Sends a part that came back to the right body. */
export const resendForm: SideForm<Resending> = {
  path: '/lien-thong/:partId/gui-lai',
  icon: 'send-horizontal',
  async open(request) {
    const { work, part } = await openLedPart(request)
    return { work, subject: { part, units: await unitGroups(request, work) } }
  },
  isOver: ({ part }) => part.whyNotResend !== null,
  texts: () => resendTexts,
  read: (form) => ({ 'co-quan': field(form, 'co-quan'), 'loi-gui': field(form, 'loi-gui') }),
  check: (typed) => (typedText(typed, 'co-quan') === '' ? [{ field: 'co-quan', message: resendTexts.noUnit }] : []),
  fields: ({ subject: { part, units }, typed, errors }) => (
    <>
      <p>
        <b>{part.duty}</b>
      </p>
      <Select
        name="co-quan"
        label={resendTexts.unit}
        emptyLabel={resendTexts.choose}
        options={units}
        value={typedText(typed, 'co-quan')}
        {...withError(errors, 'co-quan')}
      />
      <TextArea
        name="loi-gui"
        label={resendTexts.note}
        optional
        rows={3}
        maxLength={1_000}
        value={typedText(typed, 'loi-gui')}
      />
    </>
  ),
  send: (request, { work, subject }, typed) =>
    act(request, resendLinkedPart, {
      dossierCode: work.view.dossier.code,
      partId: subject.part.id,
      unitCode: typedText(typed, 'co-quan'),
      ...(typedText(typed, 'loi-gui') === '' ? {} : { note: typedText(typed, 'loi-gui') }),
    }),
  back,
  done: ({ view }) => workPath(view.dossier.code, '?the=lien-thong&lyk=gui-lai'),
}

async function unitGroups(request: WebRequest, { now }: Work): Promise<Resending['units']> {
  const { db } = request.server.app
  const today = vietnamDate(now)
  const options = (units: Unit[]) => units.map(({ code, name }) => ({ value: code, label: name }))
  const [departments, committees] = await Promise.all([
    unitsInForce(db, today, { kind: 'department' }),
    unitsInForce(db, today, { kind: 'peoples-committee' }),
  ])
  return [
    { group: resendTexts.departments, options: options(departments) },
    { group: resendTexts.committees, options: options(committees) },
  ]
}
