import { act, ask, field } from '../../platform/web/web.ts'
import { Button, ButtonLink, EmptyState, HiddenToken, Radios, TextArea, type ChoiceOption } from '../../ui/index.ts'
import { assignDossier, type Candidate } from '../appraisal/assign-dossier.ts'
import { listAssignees } from '../appraisal/list-assignees.ts'
import { loadsOf, type Load } from './assignee-loads.ts'
import { type Work } from './open-work.ts'
import { workPath } from '../work-path.ts'
import { assignTexts as texts, fill, headerTexts } from './texts.ts'
import { withError, type WorkForm } from './work-form.tsx'

type Values = { assignee: string; note: string }

/** The head of division gives the dossier to a specialist, seeing how much each has already. */
export const assignForm: WorkForm<Values> = {
  path: 'phan-cong',
  action: 'assignDossier',
  title: texts.title,
  blank: ({ view }) => ({ assignee: view.dossier.assigneeAccountId ?? '', note: '' }),
  read: (form) => ({ assignee: field(form, 'nguoi'), note: field(form, 'loi-dan') }),
  check: ({ assignee }) => (assignee === '' ? [{ field: 'nguoi', message: texts.choose }] : []),
  fields: { '/assigneeAccountId': 'nguoi', '/note': 'loi-dan' },
  send: (request, { view }, { assignee, note }) =>
    act(request, assignDossier, {
      dossierCode: view.dossier.code,
      assigneeAccountId: assignee,
      ...(note === '' ? {} : { note }),
    }),
  async body({ request, work, values, errors, token, top, seen }) {
    const candidates = await ask(request, listAssignees, {})
    const ids = candidates.map(({ accountId }) => accountId)
    const loads = await loadsOf(request.server.app, work.view.dossier.competentUnitId, ids)
    return (
      <form class="khung-viec" method="post">
        <HiddenToken token={token} />
        {seen}
        <div class="cuon-trang">
          <div class="mot-cot">
            {top}
            <h2 class="tua">{texts.title}</h2>
            {candidates.length === 0 ? (
              <EmptyState icon="users" title={texts.nobody} level={3} />
            ) : (
              <>
                <p class="nhe">{texts.lead}</p>
                <Radios
                  name="nguoi"
                  label={texts.who}
                  cards
                  value={values.assignee}
                  options={candidates.map((candidate) => choice(candidate, loads.get(candidate.accountId), work))}
                  {...withError(errors, 'nguoi')}
                />
                <TextArea
                  name="loi-dan"
                  label={texts.note}
                  optional
                  rows={3}
                  maxLength={500}
                  value={values.note}
                  {...withError(errors, 'loi-dan')}
                />
              </>
            )}
          </div>
        </div>
        <footer class="lenh">
          <ButtonLink kind="quiet" href={workPath(work.view.dossier.code)}>
            {headerTexts.cancel}
          </ButtonLink>
          <span class="phai" />
          {candidates.length > 0 && (
            <Button icon="user-check" shortcut="Ctrl+Enter">
              {texts.submit}
            </Button>
          )}
        </footer>
      </form>
    )
  },
}

function choice({ accountId, fullName, position }: Candidate, load: Load | undefined, { view }: Work): ChoiceOption {
  const { total, overdue } = load ?? { total: 0, overdue: 0 }
  const late = overdue > 0 ? fill(texts.loadLate, { late: overdue }) : ''
  return {
    value: accountId,
    label: fullName + (accountId === view.dossier.assigneeAccountId ? texts.current : ''),
    hint: fill(texts.load, { position, total }) + late,
  }
}
