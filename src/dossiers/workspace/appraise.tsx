import { act, field, undertake } from '../../platform/web/web.ts'
import { KeyQuestion, ownKeyOf } from '../../signing/index.ts'
import { Button, ButtonLink, HiddenToken, Radios, TextArea } from '../../ui/index.ts'
import type { AppraisalOutcome } from '../dossier.ts'
import { recordAppraisal } from '../appraisal/record-appraisal.ts'
import { signAppraisal } from '../appraisal/sign-appraisal.ts'
import { stepToSign } from '../step-records/step-record.ts'
import { workPath } from '../work-path.ts'
import { appraiseTexts as texts, headerTexts } from './texts.ts'
import { withError, type WorkForm } from './work-form.tsx'

type Values = { outcome: AppraisalOutcome | undefined; note: string; pin?: string }

const OUTCOMES: AppraisalOutcome[] = ['eligible', 'ineligible']

/** The specialist's conclusion: entitled or not, and why. */
export const appraiseForm: WorkForm<Values> = {
  path: 'tham-dinh',
  action: 'recordAppraisal',
  title: texts.title,
  blank({ view }) {
    const last = view.appraisals.at(-1)
    return view.dossier.appraisal && last
      ? { outcome: last.outcome, note: last.note }
      : { outcome: undefined, note: '' }
  },
  read: (form) => ({
    outcome: OUTCOMES.find((outcome) => outcome === field(form, 'ket-luan')),
    note: field(form, 'ghi-chu'),
    pin: field(form, 'pin'),
  }),
  check: ({ outcome }) => (outcome === undefined ? [{ field: 'ket-luan', message: texts.choose }] : []),
  fields: { '/note': 'ghi-chu' },
  async send(request, { view, process }, { outcome, note, pin = '' }) {
    if (!outcome) return
    const conclusion = { dossierCode: view.dossier.code, outcome, note }
    if (!stepToSign('appraisal', view.dossier, process)) return act(request, recordAppraisal, conclusion)
    return undertake(request, signAppraisal, { ...conclusion, ...(pin === '' ? {} : { pin }) })
  },
  body: async ({ request, work, values, errors, token, top, seen }) => (
    <form class="khung-viec" method="post">
      <HiddenToken token={token} />
      {seen}
      <div class="cuon-trang">
        <div class="mot-cot">
          {top}
          <h2 class="tua">{texts.title}</h2>
          <p class="nhe">{texts.lead}</p>
          <Radios
            name="ket-luan"
            label={texts.outcome}
            inline
            options={OUTCOMES.map((outcome) => ({ value: outcome, label: texts[outcome] }))}
            {...(values.outcome === undefined ? {} : { value: values.outcome })}
            {...withError(errors, 'ket-luan')}
          />
          <TextArea
            name="ghi-chu"
            label={texts.note}
            hint={texts.noteHint}
            rows={7}
            maxLength={4_000}
            value={values.note}
            {...withError(errors, 'ghi-chu')}
          />
          {stepToSign('appraisal', work.view.dossier, work.process) && (
            <KeyQuestion own={await ownKeyOf(request.server.app, request.actor)} />
          )}
        </div>
      </div>
      <footer class="lenh">
        <ButtonLink kind="quiet" href={workPath(work.view.dossier.code)}>
          {headerTexts.cancel}
        </ButtonLink>
        <span class="phai" />
        <Button icon="check" shortcut="Ctrl+Enter">
          {texts.submit}
        </Button>
      </footer>
    </form>
  ),
}
