import { ask, field, undertake, type FormBody, type WebRequest } from '../../platform/web/web.ts'
import { Radios, TextArea } from '../../ui/index.ts'
import { listAssignees } from '../appraisal/list-assignees.ts'
import { bulkAssign } from '../bulk/bulk-assign.ts'
import { bulkReceive } from '../bulk/bulk-receive.ts'
import type { BulkTask } from './bulk-task.ts'
import { actionLabels, assignTexts, bulkTexts as texts } from './texts.ts'
import { withError, type Errors } from './work-form.tsx'

const SEEN = 'da-xem'

const receiveTask: BulkTask = {
  id: 'tiep-nhan',
  label: actionLabels.receiveDossier ?? '',
  icon: 'check',
  role: 'intake-officer',
  states: ['submitted'],
  lead: texts.receiveLead,
  submit: texts.receiveSubmit,
  questions: (_, sent, errors) => (
    <label class="dau-tich">
      <input
        type="checkbox"
        id={SEEN}
        name={SEEN}
        value="1"
        checked={field(sent, SEEN) !== ''}
        aria-invalid={errors.length > 0 ? 'true' : undefined}
      />
      <span>{texts.seenAll}</span>
    </label>
  ),
  check: (sent) => (field(sent, SEEN) === '' ? [{ field: SEEN, message: texts.tickSeen }] : []),
  run: (request, dossierCodes) => undertake(request, bulkReceive, { dossierCodes }),
}

const assignTask: BulkTask = {
  id: 'phan-cong',
  label: actionLabels.assignDossier ?? '',
  icon: 'user-check',
  role: 'head-of-division',
  states: ['received', 'appraising'],
  lead: texts.assignLead,
  submit: assignTexts.submit,
  questions: assignQuestions,
  check: (sent) => (field(sent, 'nguoi') === '' ? [{ field: 'nguoi', message: assignTexts.choose }] : []),
  run(request, dossierCodes, sent) {
    const note = field(sent, 'loi-dan')
    const to = { assigneeAccountId: field(sent, 'nguoi'), ...(note === '' ? {} : { note }) }
    return undertake(request, bulkAssign, { dossierCodes, ...to })
  },
}

async function assignQuestions(request: WebRequest, sent: FormBody, errors: Errors) {
  const candidates = await ask(request, listAssignees, {})
  return (
    <>
      <Radios
        name="nguoi"
        label={assignTexts.who}
        cards
        value={field(sent, 'nguoi')}
        options={candidates.map(({ accountId, fullName, position }) => ({
          value: accountId,
          label: fullName,
          hint: position,
        }))}
        {...withError(errors, 'nguoi')}
      />
      <TextArea
        name="loi-dan"
        label={assignTexts.note}
        optional
        rows={3}
        maxLength={500}
        value={field(sent, 'loi-dan')}
      />
    </>
  )
}

export const dossiersBulkTasks: readonly BulkTask[] = [receiveTask, assignTask]
