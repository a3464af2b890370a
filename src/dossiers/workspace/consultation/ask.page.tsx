import type { VNode } from 'preact'
import { formatDate, weekdayName } from '../../../platform/dates.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  Field,
  HiddenToken,
  Notice,
  Radios,
  Select,
  TextArea,
} from '../../../ui/index.ts'
import type { SelectOption } from '../../../ui/index.ts'
import { shortPaperName } from '../../../catalogue/index.ts'
import { COMPLETENESS_RULES } from '../../consultation/consultation.ts'
import { completenessWords } from '../../consultation/texts.ts'
import { type Work } from '../open-work.ts'
import { workPath } from '../../work-path.ts'
import { fill } from '../texts.ts'
import { withError, type Errors } from '../work-form.tsx'
import type { AskValues, BodyValues } from './ask-values.ts'
import { askTexts as texts } from './texts.ts'

export type UnitGroup = { group: string; options: SelectOption[] }

type Props = {
  work: Work
  values: AskValues
  errors: Errors
  units: readonly UnitGroup[]
  token: string
  top: VNode | null
}

/** Asks several bodies at once: what, whom, by when, with which papers, and when it is enough. */
export function AskPage({ work, values, errors, units, token, top }: Props) {
  const { dossier, components } = work.view
  const files = components.flatMap(({ name, documents }) =>
    documents.map((file) => ({ value: file.id, label: shortPaperName(name), hint: file.name })),
  )
  return (
    <form class="khung-viec" method="post">
      <HiddenToken token={token} />
      <input type="hidden" name="so-dong" value={values.bodies.length} />
      <div class="cuon-trang">
        <div class="mot-cot">
          {top}
          <h2 class="tua">{texts.title}</h2>
          <p class="nhe">{texts.lead}</p>
          <Notice>
            {texts.clockRuns}
            {dossier.dueOn !== null &&
              ` ${fill(texts.stillDue, { day: `${weekdayName(dossier.dueOn)} ${formatDate(dossier.dueOn)}` })}`}
          </Notice>
          <TextArea
            name="cau-hoi"
            label={texts.question}
            hint={texts.questionHint}
            rows={5}
            maxLength={4_000}
            value={values.question}
            {...withError(errors, 'cau-hoi')}
          />
          <h3>{texts.bodies}</h3>
          {values.bodies.map((body, index) => (
            <Body
              key={index}
              no={index + 1}
              body={body}
              units={units}
              errors={errors}
              due={dossier.dueOn === null ? '' : formatDate(dossier.dueOn)}
            />
          ))}
          <p>
            <Button kind="secondary" name="them" value="1" formNoValidate>
              {texts.addBody}
            </Button>
          </p>
          {files.length > 0 && (
            <Checkboxes name="tep" label={texts.files} hint={texts.filesHint} options={files} values={values.fileIds} />
          )}
          <Radios
            name="quy-tac"
            label={texts.rule}
            options={COMPLETENESS_RULES.map((rule) => ({
              value: rule,
              label: completenessWords[rule],
              ...(rule === 'silence-agrees' ? { reveal: <Basis values={values} errors={errors} /> } : {}),
            }))}
            {...(values.completeness === undefined ? {} : { value: values.completeness })}
            {...withError(errors, 'quy-tac')}
          />
        </div>
      </div>
      <footer class="lenh">
        <ButtonLink kind="quiet" href={workPath(dossier.code, '?the=y-kien')}>
          {texts.cancel}
        </ButtonLink>
        <span class="phai" />
        <Button icon="send-horizontal" shortcut="Ctrl+Enter">
          {texts.submit}
        </Button>
      </footer>
    </form>
  )
}

type BodyProps = { no: number; body: BodyValues; units: readonly UnitGroup[]; errors: Errors; due: string }

function Body({ no, body, units, errors, due }: BodyProps) {
  const name = (part: string) => `cq-${no}-${part}`
  return (
    <fieldset class="co-quan-hoi">
      <legend>{fill(texts.body, { no })}</legend>
      <Select
        name={name('ma')}
        label={texts.unit}
        emptyLabel={texts.choose}
        options={units}
        value={body.unitCode}
        {...withError(errors, name('ma'))}
      />
      <Field
        name={name('ngay')}
        label={texts.days}
        inputMode="numeric"
        width="short"
        figures
        unit={texts.dayUnit}
        maxLength={2}
        value={body.days}
        {...withError(errors, name('ngay'))}
      />
      {body.replyBy !== null && !body.isAfterDue && <p class="nhe so">{fill(texts.replyBy, { day: body.replyBy })}</p>}
      {body.isAfterDue && (
        <>
          <Notice tone="soon">{fill(texts.afterDue, { day: body.replyBy ?? '', due })}</Notice>
          <TextArea
            name={name('vi-sao')}
            label={texts.why}
            rows={2}
            maxLength={1_000}
            value={body.why}
            {...withError(errors, name('vi-sao'))}
          />
        </>
      )}
      <TextArea name={name('hoi')} label={texts.own} optional rows={2} maxLength={4_000} value={body.own} />
    </fieldset>
  )
}

function Basis({ values, errors }: { values: AskValues; errors: Errors }) {
  return (
    <Field
      name="can-cu"
      label={texts.basis}
      maxLength={1_000}
      value={values.legalBasis}
      {...withError(errors, 'can-cu')}
    />
  )
}
