import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { formatTerm } from '../../../platform/term.ts'
import { formatSize, type StoredFile } from '../../../documents/index.ts'
import { ButtonLink, Icon, PrintButton, Rail, Table } from '../../../ui/index.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { shortPaperName } from '../paper-names.ts'
import { trackingTexts as words } from '../texts.ts'
import { DueCalendar } from './due-calendar.tsx'
import { Qr } from './qr.tsx'

type Props = {
  view: DossierView
  /** SVG of the tracking address. */
  qr: string
  /** Set when it came after the hour or on a day off: the day it counts as received, and the hour. */
  countsAs: { on: string; hour: string } | undefined
}

/** The receipt of a dossier handed in online. */
export function DonePage({ view, qr, countsAs }: Props) {
  const { dossier, procedure, unitNames } = view
  const desk = unitNames[dossier.receivedByUnitId] ?? ''
  const files = handedIn(view)
  return (
    <>
      <div class="da-nop">
        <div>
          <h1>
            <Icon name="circle-check-big" />
            {words.doneTitle}
          </h1>
          <p>{procedure.name}</p>
          <p class="nhan-ma">{words.doneCode}</p>
          <span class="ma">{dossier.code}</span>
        </div>
        {dossier.dueOn === null ? <NoDateYet /> : <DueCalendar dueOn={dossier.dueOn} standing={undefined} />}
      </div>
      <div class="ke hai">
        <section>
          <h2>{words.next}</h2>
          <Rail
            steps={[
              {
                title: words.youSubmitted(formatDateTime(dossier.submittedAt)),
                state: 'done',
                note: words.filesKept(files.length),
              },
              { title: words.deskChecks(desk), state: 'current', note: <DeskNote countsAs={countsAs} /> },
              {
                title: words.officeDecides(unitNames[dossier.competentUnitId] ?? '', formatTerm(dossier.term)),
                state: 'waiting',
                note: words.dateWritten,
              },
              { title: words.getResult, state: 'waiting', note: words.resultBy[dossier.resultDelivery] },
            ]}
          />
          {files.length > 0 && <h2>{words.handedIn}</h2>}
          <HandedInTable files={files} code={dossier.code} />
        </section>
        <aside class="ben" aria-label={words.sideLabel}>
          <div class="phong-bi">
            <p>
              <ButtonLink block href={`/ho-so/${dossier.code}`}>
                {words.follow}
              </ButtonLink>
            </p>
            <PrintButton>{words.print}</PrintButton>
            <p>
              <a href={`/ho-so/${dossier.code}/to-khai.pdf`}>{words.formOnPaper}</a>
            </p>
          </div>
          <Qr svg={qr} label={words.qrLabel(dossier.code)} caption={words.scan} />
        </aside>
      </div>
    </>
  )
}

/** In place of the calendar leaf: a date is promised when the desk receives, never before. */
function NoDateYet() {
  return (
    <div class="lich nam cho" role="img" aria-label={words.noDateLabel}>
      <div class="thang">{words.noDateYet}</div>
      <div class="thu">{words.noDateYetBody}</div>
    </div>
  )
}

function DeskNote({ countsAs }: Pick<Props, 'countsAs'>) {
  return (
    <>
      {countsAs && `${words.afterCutOff(countsAs.hour, formatDate(countsAs.on))} `}
      {words.deskChecksBody} <b>{words.once}</b>
      {words.deskChecksAfter}
    </>
  )
}

export type HandedIn = { paper: string; file: StoredFile }

export function handedIn({ components }: Pick<DossierView, 'components'>): HandedIn[] {
  return components.flatMap(({ name, documents }) => documents.map((file) => ({ paper: shortPaperName(name), file })))
}

/** Every file with its fingerprint: the receipt a person keeps. */
export function HandedInTable({ files, code }: { files: HandedIn[]; code: string }) {
  if (files.length === 0) return null
  const { fileColumns } = words
  return (
    <Table
      caption={words.handedIn}
      captionHidden
      rows={files}
      rowKey={({ file }) => file.id}
      columns={[
        { title: fileColumns.paper, cell: ({ paper }) => paper, rowHeader: true },
        { title: fileColumns.file, cell: ({ file }) => <a href={`/ho-so/${code}/tep/${file.id}`}>{file.name}</a> },
        { title: fileColumns.size, cell: ({ file }) => formatSize(file.size), kind: 'number' },
        { title: fileColumns.fingerprint, cell: ({ file }) => <span class="ma bam">{file.sha256}</span> },
      ]}
    />
  )
}
