import { Refusal } from '../../../platform/refusal.ts'
import { act, field } from '../../../platform/web/web.ts'
import { consultationViews, type BodyView, type ConsultationView } from '../../consultation/get-consultation.ts'
import { releaseBody } from '../../consultation/release-body.ts'
import { openWork } from '../open-work.ts'
import { typedText, type SideForm } from '../side-form.tsx'
import { fill } from '../texts.ts'
import { LegalBasis, missing, Reason } from '../turns.tsx'
import { turnFields } from '../turns.texts.ts'
import { workPath } from '../../work-path.ts'
import { releaseTexts as texts } from './texts.ts'

type Subject = { consultation: ConsultationView; body: BodyView }

/** Waits no longer for a body that did not answer in its term. */
export const releaseForm: SideForm<Subject> = {
  path: '/lay-y-kien/:no/thoi-cho/:bodyId',
  icon: 'ban',
  async open(request) {
    const { code, no, bodyId } = request.params as Record<'code' | 'no' | 'bodyId', string>
    const work = await openWork(request, code)
    const views = await consultationViews(request.server.app.db, work.view.dossier, work.actor, work.now)
    const consultation = views.find((one) => String(one.no) === no)
    const body = consultation?.bodies.find(({ id }) => id === bodyId)
    if (!consultation || !body) throw new Refusal('platform.not-found')
    return { work, subject: { consultation, body } }
  },
  isOver: ({ body }) => body.whyNotRelease !== null,
  texts: ({ body }) => ({ ...texts, title: fill(texts.title, { unit: body.unitName }) }),
  read: (form) => ({ 'ly-do': field(form, 'ly-do'), 'can-cu': field(form, 'can-cu') }),
  check: (typed, { consultation }) =>
    missing(typed as Record<string, string>, {
      'ly-do': turnFields.reason,
      ...(consultation.stepCode === null ? {} : { 'can-cu': turnFields.legalBasis }),
    }),
  fields: ({ subject: { consultation }, typed, errors }) => (
    <>
      <Reason values={typed as Record<string, string>} errors={errors} hint={texts.hint} />
      {consultation.stepCode !== null && <LegalBasis values={typed as Record<string, string>} errors={errors} />}
    </>
  ),
  send: (request, { work, subject: { consultation, body } }, typed) =>
    act(request, releaseBody, {
      dossierCode: work.view.dossier.code,
      no: consultation.no,
      bodyId: body.id,
      reason: typedText(typed, 'ly-do'),
      ...(typedText(typed, 'can-cu') === '' ? {} : { legalBasis: typedText(typed, 'can-cu') }),
    }),
  back: ({ view }) => workPath(view.dossier.code, '?the=y-kien'),
  done: ({ view }) => workPath(view.dossier.code, '?the=y-kien&lyk=thoi-cho'),
}
