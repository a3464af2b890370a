import { act, field } from '../../platform/web/web.ts'
import { Radios } from '../../ui/index.ts'
import { CLOSURE_GROUNDS, type ClosureGround } from '../closing/closure.ts'
import { stopDossier } from '../closing/stop-dossier.ts'
import { closureGroundWords } from '../texts.ts'
import { TurnFrame } from './turn-frame.tsx'
import { LegalBasis, missing, Reason } from './turns.tsx'
import { turnFields as words, turnTexts } from './turns.texts.ts'
import { withError, type WorkForm } from './work-form.tsx'

type Values = { ground: ClosureGround | undefined } & Record<'ly-do' | 'can-cu', string>

/** Handling ends without a result (form 05). */
export const stopForm: WorkForm<Values> = {
  path: 'dung',
  action: 'stopDossier',
  title: turnTexts.stopDossier.title,
  blank: ({ view }) => ({
    ground: view.dossier.handling === 'awaiting-supplement' ? 'not-supplied-in-time' : undefined,
    'ly-do': '',
    'can-cu': '',
  }),
  read: (form) => ({
    ground: CLOSURE_GROUNDS.find((ground) => ground === field(form, 'vi-sao')),
    'ly-do': field(form, 'ly-do'),
    'can-cu': field(form, 'can-cu'),
  }),
  check: ({ ground, ...values }) => [
    ...(ground === undefined ? [{ field: 'vi-sao', message: words.chooseGround }] : []),
    ...missing(values, { 'ly-do': words.reason, 'can-cu': words.legalBasis }),
  ],
  fields: { '/ground': 'vi-sao', '/reason': 'ly-do', '/legalBasis': 'can-cu' },
  async send(request, { view }, { ground, 'ly-do': reason, 'can-cu': legalBasis }) {
    const dossierCode = view.dossier.code
    if (ground) await act(request, stopDossier, { dossierCode, ground, reason, legalBasis })
  },
  body: (form) => {
    const { ground, ...values } = form.values
    return (
      <TurnFrame form={form} texts={turnTexts.stopDossier} icon="ban" danger>
        <Radios
          name="vi-sao"
          label={words.ground}
          options={CLOSURE_GROUNDS.map((one) => ({ value: one, label: closureGroundWords[one] }))}
          {...(ground === undefined ? {} : { value: ground })}
          {...withError(form.errors, 'vi-sao')}
        />
        <Reason values={values} errors={form.errors} hint={words.stopHint} />
        <LegalBasis values={values} errors={form.errors} />
      </TurnFrame>
    )
  },
}
