import { formatDate, vietnamDate, weekdayName } from '../../../platform/dates.ts'
import { act, field, type WebRequest } from '../../../platform/web/web.ts'
import { Field, Table, TextArea } from '../../../ui/index.ts'
import type { ProcessStep } from '../../../catalogue/index.ts'
import { comesAfterDue, type Completeness } from '../../consultation/consultation.ts'
import { daysToReply } from '../../consultation/demanded.ts'
import { replyTerm } from '../../consultation/reply-term.ts'
import { requestDemandedOpinions } from '../../consultation/request-demanded.ts'
import { completenessWords } from '../../consultation/texts.ts'
import { bodiesNow } from '../../demands/bodies-now.ts'
import { openDemand } from '../open-demand.ts'
import type { Work } from '../open-work.ts'
import { typedFiles, typedText, type SideForm, type Typed } from '../side-form.tsx'
import { fill } from '../texts.ts'
import { workPath } from '../../work-path.ts'
import { withError, type Errors } from '../work-form.tsx'
import { ShownFiles } from './shown-files.tsx'
import { askTexts, demandTexts as texts } from './texts.ts'

const back = ({ view }: Work) => workPath(view.dossier.code, '?the=y-kien')

type AskedBody = { unitName: string; replyBy: string; isAfterDue: boolean }
type Demanded = { step: ProcessStep | undefined; rule: Completeness; bodies: AskedBody[] }

/** Asks what the process demands: the officer adds the question. */
export const demandedForm: SideForm<Demanded> = {
  path: '/lay-y-kien/buoc/:step',
  icon: 'send-horizontal',
  async open(request) {
    const { work, step } = await openDemand(request)
    const { bodies = [], termHours = null, completeness } = step?.consultation ?? {}
    return {
      work,
      subject: { step, rule: completeness ?? 'all', bodies: await bodiesAsked(request, work, bodies, termHours) },
    }
  },
  isOver: ({ step }) => !step?.consultation,
  texts: ({ step }) => ({ ...texts.ask, title: fill(texts.ask.title, { step: step?.name ?? '' }) }),
  read: (form): Typed => ({
    'cau-hoi': field(form, 'cau-hoi'),
    'can-cu': field(form, 'can-cu'),
    'vi-sao': field(form, 'vi-sao'),
    tep: [form.tep ?? []].flat(),
  }),
  check: (typed, { rule, bodies }): Errors => [
    ...(typedText(typed, 'cau-hoi') === '' ? [{ field: 'cau-hoi', message: askTexts.noQuestion }] : []),
    ...(rule === 'silence-agrees' && typedText(typed, 'can-cu') === ''
      ? [{ field: 'can-cu', message: askTexts.noBasis }]
      : []),
    ...(bodies.some(({ isAfterDue }) => isAfterDue) && typedText(typed, 'vi-sao') === ''
      ? [{ field: 'vi-sao', message: texts.noWhy }]
      : []),
  ],
  fields: ({ work, subject: { rule, bodies }, typed, errors }) => (
    <>
      <Table
        caption={texts.bodies}
        dense
        columns={[
          { title: texts.body, rowHeader: true, cell: ({ unitName }) => unitName },
          { title: texts.replyBy, cell: ({ replyBy }) => <span class="so">{replyBy}</span> },
        ]}
        rows={bodies}
        rowKey={({ unitName }) => unitName}
      />
      <p class="nhe">{completenessWords[rule]}.</p>
      <TextArea
        name="cau-hoi"
        label={askTexts.question}
        hint={askTexts.questionHint}
        rows={5}
        maxLength={4_000}
        value={typedText(typed, 'cau-hoi')}
        {...withError(errors, 'cau-hoi')}
      />
      {bodies.some(({ isAfterDue }) => isAfterDue) && (
        <TextArea
          name="vi-sao"
          label={askTexts.why}
          hint={fill(texts.afterDue, { due: work.view.dossier.dueOn ? formatDate(work.view.dossier.dueOn) : '' })}
          rows={2}
          maxLength={1_000}
          value={typedText(typed, 'vi-sao')}
          {...withError(errors, 'vi-sao')}
        />
      )}
      {rule === 'silence-agrees' && (
        <Field
          name="can-cu"
          label={askTexts.basis}
          maxLength={1_000}
          value={typedText(typed, 'can-cu')}
          {...withError(errors, 'can-cu')}
        />
      )}
      <ShownFiles work={work} typed={typed} hint={askTexts.filesHint} />
    </>
  ),
  send: (request, { work, subject }, typed) =>
    act(request, requestDemandedOpinions, {
      dossierCode: work.view.dossier.code,
      stepCode: subject.step?.code ?? '',
      question: typedText(typed, 'cau-hoi'),
      fileIds: [...typedFiles(typed)],
      ...(typedText(typed, 'can-cu') === '' ? {} : { legalBasis: typedText(typed, 'can-cu') }),
      ...(typedText(typed, 'vi-sao') === '' ? {} : { whyAfterDue: typedText(typed, 'vi-sao') }),
    }),
  back,
  done: ({ view }) => workPath(view.dossier.code, '?the=y-kien&lyk=hoi'),
}

async function bodiesAsked(
  request: WebRequest,
  { view, process, now }: Work,
  codes: readonly string[],
  hours: number | null,
): Promise<AskedBody[]> {
  const { db } = request.server.app
  const found = await bodiesNow(db, codes, process.validFrom, vietnamDate(now))
  return Promise.all(
    found.map(async ({ code, unit }) => {
      if (!unit) return { unitName: fill(texts.noBody, { code }), replyBy: '', isAfterDue: false }
      const { replyAt, replyBy } = await replyTerm(db, unit.id, daysToReply(hours), now)
      const shown = `${weekdayName(replyBy)} ${formatDate(replyBy)}`
      return { unitName: unit.name, replyBy: shown, isAfterDue: comesAfterDue(replyAt, view.dossier.dueAt) }
    }),
  )
}
