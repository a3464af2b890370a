import { vietnamDate } from '../../../platform/dates.ts'
import { act, field, type WebRequest } from '../../../platform/web/web.ts'
import { Checkboxes, Table, TextArea } from '../../../ui/index.ts'
import type { ProcessStep } from '../../../catalogue/index.ts'
import { bodiesNow } from '../../demands/bodies-now.ts'
import { sendLinkedParts } from '../../linked/send-parts.ts'
import { workPath } from '../../work-path.ts'
import { ShownFiles } from '../consultation/shown-files.tsx'
import { openDemand } from '../open-demand.ts'
import type { Work } from '../open-work.ts'
import { typedFiles, typedText, type SideForm, type Typed } from '../side-form.tsx'
import { fill } from '../texts.ts'
import { sendTexts as texts } from './texts.ts'

/** A body of a linked step as it is today. */
export type LinkedBodyNow = { unitName: string; duty: string; hours: number }
type Subject = { step: ProcessStep | undefined; bodies: LinkedBodyNow[] }

/** The bodies a linked step names, with the duty and the office hours of each. */
export async function linkedBodies(
  request: WebRequest,
  { process, now }: Work,
  step: ProcessStep | undefined,
): Promise<LinkedBodyNow[]> {
  const bodies = step?.linked?.bodies ?? []
  const codes = bodies.map(({ unitCode }) => unitCode)
  const found = await bodiesNow(request.server.app.db, codes, process.validFrom, vietnamDate(now))
  return bodies.map(({ duty, termHours, unitCode }, index) => ({
    unitName: found[index]?.unit?.name ?? fill(texts.noBody, { code: unitCode }),
    duty,
    hours: termHours ?? 0,
  }))
}

/** Sends the parts of a linked step: the officer chooses what the bodies may see. */
export const sendForm: SideForm<Subject> = {
  path: '/lien-thong/buoc/:step',
  icon: 'send-horizontal',
  async open(request) {
    const { work, step } = await openDemand(request)
    return { work, subject: { step, bodies: await linkedBodies(request, work, step) } }
  },
  isOver: ({ step }) => !step?.linked,
  texts: ({ step }) => ({ ...texts, title: fill(texts.title, { step: step?.name ?? '' }) }),
  read: (form): Typed => ({
    'loi-gui': field(form, 'loi-gui'),
    'xem-khai': field(form, 'xem-khai'),
    tep: [form.tep ?? []].flat(),
  }),
  check: () => [],
  fields: ({ work, subject: { bodies }, typed }) => (
    <>
      <Table
        caption={texts.bodies}
        dense
        columns={[
          { title: texts.body, rowHeader: true, cell: ({ unitName }) => unitName },
          { title: texts.duty, cell: ({ duty }) => duty },
          { title: texts.hours, kind: 'number', cell: ({ hours }) => hours.toLocaleString('vi-VN') },
        ]}
        rows={bodies}
        rowKey={({ unitName, duty }) => `${unitName} ${duty}`}
      />
      <TextArea
        name="loi-gui"
        label={texts.note}
        optional
        rows={3}
        maxLength={1_000}
        value={typedText(typed, 'loi-gui')}
      />
      <Checkboxes
        name="xem-khai"
        label={texts.answers}
        labelHidden
        values={typed['xem-khai'] === '' ? [] : ['1']}
        options={[{ value: '1', label: texts.answersLabel }]}
      />
      <ShownFiles work={work} typed={typed} hint={texts.filesHint} />
    </>
  ),
  send: (request, { work, subject }, typed) =>
    act(request, sendLinkedParts, {
      dossierCode: work.view.dossier.code,
      stepCode: subject.step?.code ?? '',
      showsAnswers: typed['xem-khai'] === '1',
      fileIds: [...typedFiles(typed)],
      ...(typedText(typed, 'loi-gui') === '' ? {} : { note: typedText(typed, 'loi-gui') }),
    }),
  back: ({ view }) => workPath(view.dossier.code, '?the=lien-thong'),
  done: ({ view }) => workPath(view.dossier.code, '?the=lien-thong&lyk=gui'),
}
