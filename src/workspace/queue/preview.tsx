import { isFiledForAnother, nameOf, type DossierView, workPath } from '../../dossiers/index.ts'
import { DeadlineTag } from '../../dossiers/workspace/deadline.tsx'
import { nameInSentence } from '../../dossiers/workspace/dossier-header.tsx'
import { railSteps } from '../../dossiers/workspace/dossier-rail.tsx'
import { officeActions, type OfficeAction } from '../../dossiers/workspace/office-actions.ts'
import { type Work } from '../../dossiers/workspace/open-work.ts'
import { fill } from '../../dossiers/workspace/texts.ts'
import { maskPersonalId } from '../../identity/index.ts'
import { ButtonLink, Icon, Notice, Rail, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { nextSentence } from '../dossier/page.tsx'
import { capital } from './row.tsx'
import { queueTexts as texts } from './texts.ts'

/** What the pane beside the list shows of the dossier under the cursor. */
export function Preview({ work, machineReason }: { work: Work; machineReason?: string | undefined }) {
  const { view } = work
  const { dossier, procedure } = view
  return (
    <>
      <div class="than">
        <div class="dong-dau">
          <DeadlineTag dossier={dossier} standing={work.standing} whole />
          <span class="ma nhe rat-nho">{dossier.code}</span>
        </div>
        <h2>{nameOf(dossier.applicant)}</h2>
        <p>{capital(nameInSentence(procedure.name))}</p>
        {machineReason !== undefined && <Notice tone="soon">{machineReason}</Notice>}
        <SummaryList rows={factRows(view)} />
        <h3>{texts.papers}</h3>
        <PaperChecks view={view} />
        <h3>{texts.path}</h3>
        <Rail small level={4} steps={railSteps(work).map(({ title, state, note }) => ({ title, state, when: note }))} />
        <p class="nhe nho">{nextSentence(view)}</p>
      </div>
      <div class="day">
        <ButtonLink href={workPath(dossier.code)}>{texts.open}</ButtonLink>
        {quickActions(work).map(({ action, label, href }) => (
          <ButtonLink kind="secondary" href={href} key={action}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </>
  )
}

function factRows(view: DossierView): SummaryRow[] {
  const { dossier, unitNames, assignee } = view
  const { applicant, submitter } = dossier
  const phone = submitter.phone ?? applicant.phone
  const rows: (SummaryRow | null)[] = [
    applicant.personalId
      ? { label: texts.personalId, value: maskPersonalId(applicant.personalId), figures: true }
      : null,
    isFiledForAnother(dossier) ? { label: texts.submittedFor, value: submitter.fullName } : null,
    phone ? { label: texts.phone, value: phone, figures: true } : null,
    { label: texts.unit, value: unitNames[dossier.competentUnitId] ?? '' },
    assignee ? { label: texts.assignee, value: assignee.fullName } : null,
  ]
  return rows.filter((row) => row !== null)
}

function PaperChecks({ view: { components } }: { view: DossierView }) {
  const given = components.filter(({ omitted }) => omitted === null).length
  const omitted = components.length - given
  return (
    <ul class="ktr">
      <li>
        <Icon name="check" />
        {fill(texts.papersGiven, { count: given })}
      </li>
      {omitted > 0 && (
        <li>
          <Icon name="check" />
          {fill(texts.papersOmitted, { count: omitted })}
        </li>
      )}
    </ul>
  )
}

/** At most two things that can be done at once, the main one first. */
function quickActions(work: Work): OfficeAction[] {
  const open = officeActions(work, () => undefined).filter(({ reason, kind }) => !reason && kind !== 'danger')
  return open.toSorted((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary')).slice(0, 2)
}
