import { act, field } from '../../platform/web/web.ts'
import { Button, ButtonLink, Field, HiddenToken, Notice, TextArea } from '../../ui/index.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import { workPath } from '../work-path.ts'
import { headerTexts, refuseTexts as texts } from './texts.ts'
import { withError, type WorkForm } from './work-form.tsx'

type Values = { reason: string; legalBasis: string }

/** Refusing to take a dossier, with the reason and the rule (form 03). */
export const refuseForm: WorkForm<Values> = {
  path: 'tu-choi',
  action: 'refuseIntake',
  title: texts.title,
  blank: () => ({ reason: '', legalBasis: '' }),
  read: (form) => ({ reason: field(form, 'ly-do'), legalBasis: field(form, 'can-cu') }),
  check: () => [],
  fields: { '/reason': 'ly-do', '/legalBasis': 'can-cu' },
  send: (request, { view }, values) => act(request, refuseIntake, { dossierCode: view.dossier.code, ...values }),
  body: ({ work, values, errors, token, top, seen }) => (
    <form class="khung-viec" method="post">
      <HiddenToken token={token} />
      {seen}
      <div class="cuon-trang">
        <div class="mot-cot">
          {top}
          <h2 class="tua">{texts.title}</h2>
          <p class="nhe">{texts.lead}</p>
          <TextArea
            name="ly-do"
            label={texts.reason}
            hint={texts.reasonHint}
            rows={5}
            maxLength={2_000}
            value={values.reason}
            {...withError(errors, 'ly-do')}
          />
          <Field
            name="can-cu"
            label={texts.legalBasis}
            hint={texts.legalBasisHint}
            maxLength={500}
            value={values.legalBasis}
            {...withError(errors, 'can-cu')}
          />
          <Notice>{texts.after}</Notice>
        </div>
      </div>
      <footer class="lenh">
        <ButtonLink kind="quiet" href={workPath(work.view.dossier.code)}>
          {headerTexts.cancel}
        </ButtonLink>
        <span class="phai" />
        <Button kind="danger" icon="ban" shortcut="Ctrl+Enter">
          {texts.submit}
        </Button>
      </footer>
    </form>
  ),
}
