import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { field, type FormBody } from '../../../platform/web/web.ts'
import { workPath } from '../../../dossiers/index.ts'
import {
  Button,
  Field,
  HiddenToken,
  Panel,
  Radios,
  Select,
  Table,
  Tag,
  type Column,
  type TagTone,
} from '../../../ui/index.ts'
import type { Blank, BlankState } from '../../blanks/blank.ts'
import { causeOfSpoil, stateOfBlank } from '../../blanks/texts.ts'
import { CHOSEN } from '../bulk-outcome.tsx'
import { blanksPath } from './paths.ts'
import { blankTexts as texts } from './texts.ts'

const tone: Record<BlankState, TagTone> = { 'in-stock': 'sea', used: 'ok', spoiled: 'soon', destroyed: 'plain' }

const day = (at: Date | null) => (at === null ? '' : formatDate(vietnamDate(at)))

function About({ blank }: { blank: Blank }) {
  const { dossierCode, usedByName, usedAt, cause, reason, spoiledByName, spoiledAt, minutesNumber, minutesOn } = blank
  if (blank.state === 'in-stock') return <>{texts.unused}</>
  return (
    <>
      {dossierCode !== null && (
        <p>
          <a href={workPath(dossierCode)}>
            {fill(texts.usedFor, { code: dossierCode, name: usedByName ?? '', day: day(usedAt) })}
          </a>
        </p>
      )}
      {cause !== null && (
        <p>
          {fill(texts.spoiledBy, {
            cause: causeOfSpoil[cause],
            reason: reason ?? '',
            name: spoiledByName ?? '',
            day: day(spoiledAt),
          })}
        </p>
      )}
      {minutesNumber !== null && <p>{fill(texts.destroyedBy, { number: minutesNumber, day: minutesOn ?? '' })}</p>}
    </>
  )
}

const COLUMNS: readonly Column<Blank>[] = [
  { title: texts.serial, kind: 'code', rowHeader: true, cell: ({ serial }) => serial },
  { title: texts.state, cell: ({ state }) => <Tag tone={tone[state]}>{stateOfBlank[state]}</Tag> },
  { title: texts.about, cell: (blank) => <About blank={blank} /> },
]

const rowKey = ({ serial }: Blank) => serial

export function BlankTable({ kind, blanks, marks }: { kind: string; blanks: readonly Blank[]; marks: boolean }) {
  const canSpoil = ({ state }: Blank) => state === 'in-stock' || state === 'used'
  const spoil: Column<Blank> = {
    title: texts.spoil,
    titleHidden: true,
    cell: (blank) =>
      canSpoil(blank) && (
        <a href={blanksPath(kind, `?hong=${encodeURIComponent(blank.serial)}`)}>
          {texts.spoil}
          <span class="an"> {blank.serial}</span>
        </a>
      ),
  }
  return (
    <Table
      caption={texts.stock}
      captionHidden
      dense
      rows={blanks}
      rowKey={rowKey}
      columns={marks ? [...COLUMNS, spoil] : COLUMNS}
      empty={<p>{texts.none}</p>}
    />
  )
}

export function BlankFilter({ kind, state, after }: { kind: string; state: BlankState | undefined; after: string }) {
  const options = Object.entries(stateOfBlank).map(([value, label]) => ({ value, label }))
  return (
    <form method="get" action={blanksPath(kind)} class="loc-hang">
      <Select
        name="loc"
        label={texts.state}
        value={state ?? ''}
        emptyLabel={texts.all}
        options={options}
        width="medium"
      />
      <Field name="sau" label={texts.after} value={after} width="medium" figures />
      <Button kind="secondary">{texts.show}</Button>
    </form>
  )
}

export function SpoilForm({
  kind,
  serial,
  form,
  token,
}: {
  kind: string
  serial: string
  form: FormBody
  token: string
}) {
  return (
    <Panel title={`${texts.spoilTitle}: ${serial}`}>
      <form method="post" action={blanksPath(kind, '/hong')}>
        <HiddenToken token={token} />
        <input type="hidden" name="so" value={serial} />
        <Radios
          name="vi-sao"
          label={texts.cause}
          value={field(form, 'vi-sao')}
          options={Object.entries(causeOfSpoil).map(([value, label]) => ({ value, label }))}
        />
        <Field name="ly-do" label={texts.reason} hint={texts.reasonHint} value={field(form, 'ly-do')} maxLength={500} />
        <Button kind="danger">{texts.spoilSubmit}</Button>
      </form>
    </Panel>
  )
}

type DestroyProps = { kind: string; blanks: readonly Blank[]; form: FormBody; chosen: readonly string[]; token: string }

export function DestroyForm({ kind, blanks, form, chosen, token }: DestroyProps) {
  const choose: Column<Blank> = {
    title: texts.destroyTitle,
    titleHidden: true,
    cell: ({ serial, cause }) =>
      cause !== 'lost' && (
        <input
          type="checkbox"
          name={CHOSEN}
          value={serial}
          checked={chosen.includes(serial)}
          aria-label={fill(texts.choose, { serial })}
        />
      ),
  }
  return (
    <form method="post" action={blanksPath(kind, '/huy')} class="phong-bi">
      <HiddenToken token={token} />
      <h2>{texts.destroyTitle}</h2>
      <p class="nhe">{texts.destroyLead}</p>
      <Table
        caption={texts.destroyTitle}
        captionHidden
        dense
        rows={blanks}
        rowKey={rowKey}
        columns={[choose, ...COLUMNS]}
      />
      <Field
        name="bien-ban"
        label={texts.minutesNumber}
        value={field(form, 'bien-ban')}
        maxLength={60}
        width="medium"
      />
      <Field
        name="ngay-bien-ban"
        type="date"
        label={texts.minutesOn}
        value={field(form, 'ngay-bien-ban')}
        width="medium"
      />
      <Button kind="danger">{texts.destroySubmit}</Button>
    </form>
  )
}
