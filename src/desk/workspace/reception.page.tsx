import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { shortProcedureName } from '../../catalogue/index.ts'
import type { PaperOffers } from '../../dossiers/index.ts'
import { checkAddress, FormFields } from '../../forms/index.ts'
import { Button, ButtonLink, Details, ErrorSummary, Field, Notice, TextArea } from '../../ui/index.ts'
import type { ShownAtDesk } from '../held-at-desk.ts'
import { papersLeft, type Reception } from '../reception.ts'
import { arrangeForm, hasQuestions, WORK_PART } from './arrange-form.ts'
import { boxError, errorItems, type PageErrors } from './page-errors.ts'
import { PaperList } from './paper-list.tsx'
import { PersonColumn } from './person-column.tsx'
import { SlipColumn } from './slip-column.tsx'
import { receptionTexts as texts } from './texts.ts'
import { DeskForm } from './desk-form.tsx'

export type ReceptionPageProps = {
  reception: Reception
  /** The boxes with what is held of the person. */
  shown: ShownAtDesk
  errors: PageErrors
  /** Address of this reception, with the form token. */
  action: string
  token: string
  /** Names this press, so that pressing twice does it once. */
  pressId: string
  fileBytes: number
  /** The officer has just printed a guidance sheet. */
  guided: boolean
  /** Files that were made of photos here: their pages can be put in order. */
  photoFiles: ReadonlySet<string>
  /** What the person's vault has for the papers asked for. */
  offers: readonly PaperOffers[]
}

/** One person at the desk: who, which papers, which date; F9 receives, F8 sends home with the whole list, F7 keeps. */
export function ReceptionPage(props: ReceptionPageProps) {
  const { reception, shown, errors, action, token, pressId } = props
  const form = arrangeForm(reception.form)
  return (
    <DeskForm action={action} token={token} data-check={checkAddress(form)} data-today={reception.today} data-ask>
      <input type="hidden" name="lan" value={pressId} />
      <div class="quay">
        <PersonColumn reception={reception} shown={shown} form={form} errors={errors} />
        <section class="giua" aria-label={texts.papers}>
          <Top {...props} />
          <h1 title={reception.procedure.name}>{shortProcedureName(reception.procedure.name)}</h1>
          <p class="ph">{subline(reception)}</p>
          <PaperList {...props} />
          {hasQuestions(form, WORK_PART) && (
            <>
              <h2>{texts.work}</h2>
              <FormFields
                definition={form}
                page={WORK_PART}
                {...shown}
                errors={errors.fields}
                places={reception.places}
              />
            </>
          )}
          <Guidance reception={reception} errors={errors} />
        </section>
        <SlipColumn reception={reception} shown={shown} form={form} errors={errors} />
      </div>
      <Decisions reception={reception} />
    </DeskForm>
  )
}

function Top({ reception, errors, guided }: ReceptionPageProps) {
  const { draft, guidance } = reception
  const last = guidance.at(-1)
  return (
    <>
      <ErrorSummary errors={errorItems(errors)} {...(errors.title === undefined ? {} : { title: errors.title })} />
      {draft && guided && last && (
        <Notice tone="ok" role="status" title={texts.guidedNow}>
          {texts.notFiled}
        </Notice>
      )}
      {draft && last && (
        <p class="hang">
          <span>{texts.guided(last.no, formatDateTime(last.at))}</span>
          <ButtonLink
            kind="secondary"
            icon="printer"
            href={`/quay/tiep/${draft.resumeCode}/huong-dan/${last.no}`}
            newTab
          >
            {texts.printGuidance}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function subline({ procedure, papers, draft }: Reception): string {
  const parts = [texts.version(procedure.code, procedure.version), texts.paperCount(papers.length)]
  if (draft) parts.push(texts.kept(draft.resumeCode, formatDate(draft.keepUntil)))
  return parts.join(' · ')
}

function Guidance({ reception: { notes, guidance }, errors }: { reception: Reception; errors: PageErrors }) {
  const isOpen =
    notes.more !== undefined || guidance.length > 0 || 'huong-dan' in errors.boxes || 'vi-sao' in errors.boxes
  return (
    <Details summary={texts.moreSummary} open={isOpen}>
      <TextArea
        name="huong-dan"
        label={texts.more}
        hint={texts.moreHint}
        optional
        rows={3}
        value={notes.more ?? ''}
        {...boxError(errors, 'huong-dan')}
      />
      {guidance.length > 0 && (
        <Field
          name="vi-sao"
          label={texts.whyAgain}
          optional
          value={notes.whyAgain ?? ''}
          {...boxError(errors, 'vi-sao')}
        />
      )}
    </Details>
  )
}

function Decisions({ reception }: { reception: Reception }) {
  const [fields, papers] = [reception.answers.errors.length, papersLeft(reception).length]
  const left = [...(fields > 0 ? [texts.fieldsLeft(fields)] : []), ...(papers > 0 ? [texts.papersLeft(papers)] : [])]
  return (
    <footer class="lenh">
      <ButtonLink kind="quiet" href="/quay" icon="arrow-left" shortcut="Escape">
        <span class="an">{texts.back}</span>
      </ButtonLink>
      <Button kind="secondary" shortcut="F8" name="viec" value="chua-du">
        {texts.incomplete}
      </Button>
      <Button kind="secondary" shortcut="F7" name="viec" value="sau">
        {texts.next}
      </Button>
      <Button kind="secondary" shortcut="F2" name="viec" value="luu">
        {texts.save}
      </Button>
      <span class="phai nhe" id="con-viec">
        {left.length === 0 ? texts.ready : left.join(', ')}
      </span>
      <Button icon="printer" shortcut="F9" name="viec" value="tiep-nhan" describedBy="con-viec">
        {texts.receive}
      </Button>
    </footer>
  )
}
