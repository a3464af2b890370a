import { act, field } from '../../platform/web/web.ts'
import type { ProcessStep } from '../../catalogue/index.ts'
import { waiveStep } from '../demands/waive-step.ts'
import { workPath } from '../work-path.ts'
import { openDemand } from './open-demand.ts'
import { typedText, type SideForm } from './side-form.tsx'
import { fill } from './texts.ts'
import { LegalBasis, missing, Reason } from './turns.tsx'
import { turnFields, waiveTexts as texts } from './turns.texts.ts'

/** Leaves out what the process demands, on record. */
export const waiveForm: SideForm<ProcessStep | undefined> = {
  path: '/khong-lam/:step',
  icon: 'ban',
  async open(request) {
    const { work, step } = await openDemand(request, 'lead')
    return { work, subject: step }
  },
  isOver: (step) => step === undefined,
  texts: (step) => ({ ...texts, title: fill(texts.title, { step: step?.name ?? '' }) }),
  read: (form) => ({ 'ly-do': field(form, 'ly-do'), 'can-cu': field(form, 'can-cu') }),
  check: (typed) =>
    missing(typed as Record<string, string>, { 'ly-do': turnFields.reason, 'can-cu': turnFields.legalBasis }),
  fields: ({ typed, errors }) => (
    <>
      <Reason values={typed as Record<string, string>} errors={errors} hint={texts.hint} />
      <LegalBasis values={typed as Record<string, string>} errors={errors} />
    </>
  ),
  send: (request, { work, subject }, typed) =>
    act(request, waiveStep, {
      dossierCode: work.view.dossier.code,
      stepCode: subject?.code ?? '',
      reason: typedText(typed, 'ly-do'),
      legalBasis: typedText(typed, 'can-cu'),
    }),
  back: ({ view }, step) => workPath(view.dossier.code, `?the=${tabOf(step)}`),
  done: ({ view }, step) => workPath(view.dossier.code, `?the=${tabOf(step)}&lyk=khong-lam`),
}

const tabOf = (step: ProcessStep | undefined) => (step?.linked ? 'lien-thong' : 'y-kien')
