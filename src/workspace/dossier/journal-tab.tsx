import { standInOfLine, type JournalledStandIn } from '../../platform/acting.ts'
import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import type { Facts } from '../../platform/refusal.ts'
import { standInWords } from '../../organisation/index.ts'
import { type DossierView, type JournalPage, type ReminderView, type SheetRow, workPath } from '../../dossiers/index.ts'
import { ReminderList } from '../../dossiers/workspace/reminder-list.tsx'
import { tookWords } from '../../dossiers/workspace/dossier-rail.tsx'
import { fill } from '../../dossiers/workspace/texts.ts'
import { ButtonLink, Table, Tag, type Column } from '../../ui/index.ts'
import { dossierTexts as texts, journalWords } from './texts.ts'

type Line = JournalPage['lines'][number]
type Props = {
  view: DossierView
  lines: readonly Line[]
  names: ReadonlyMap<string, string>
  reminders: readonly ReminderView[]
}

/** Who gave it to whom, and every line of the journal in plain words. */
export function JournalTab({ view, lines, names, reminders }: Props) {
  const changes = lines.filter(({ what }) => what !== 'read')
  const reads = lines.length - changes.length
  return (
    <>
      <h2>{texts.sheet}</h2>
      <p>
        <ButtonLink kind="secondary" icon="printer" href={workPath(view.dossier.code, '/phieu-kiem-soat')} newTab>
          {texts.printSheet}
        </ButtonLink>
      </p>
      <Table
        caption={texts.sheetCaption}
        captionHidden
        dense
        stacked={false}
        columns={sheetColumns(view.unitNames)}
        rows={view.sheet}
        rowKey={({ no }) => String(no)}
      />
      <h2>{texts.reminders}</h2>
      <ReminderList reminders={reminders} />
      <h2>{texts.lines}</h2>
      <ol class="nhat-ky">
        {changes.toReversed().map(({ seq, at, actor, what, facts }) => (
          <li key={seq}>
            <span class="so nhe">{shortMoment(at)}</span>
            <b>{journalWords[what] ?? what}</b>
            {roundWords(facts)}
            <span>{standInWords(actorWords(actor, names), personOf(standInOfLine(facts), names))}</span>
          </li>
        ))}
      </ol>
      {reads > 0 && <p class="nhe nho">{fill(texts.readCount, { count: reads })}</p>}
    </>
  )
}

/** Signed or sealed together with others: the journal tells of how many, and whether the paper was opened before. */
function roundWords({ round }: Facts): string | undefined {
  if (typeof round !== 'object' || round === null || !('of' in round) || !('opened' in round)) return undefined
  return fill(texts.inRound, { of: String(round.of), opened: round.opened === true ? texts.yes : texts.no })
}

function sheetColumns(unitNames: Record<string, string>): Column<SheetRow>[] {
  const unit = (id: string | null) => (id === null ? texts.citizen : (unitNames[id] ?? ''))
  return [
    {
      title: texts.taker,
      rowHeader: true,
      cell: ({ from, to, toName, by }) => (
        <>
          {toName === null ? unit(to) : `${toName}, ${unit(to)}`}
          <br />
          <small class="nhe">
            {texts.giver}: {from === null ? by : `${by}, ${unit(from)}`}
          </small>
        </>
      ),
    },
    {
      title: texts.at,
      cell: ({ at, heldMs }) => (
        <span class="so">
          {shortMoment(at)}
          {heldMs !== null && (
            <>
              <br />
              <small class="nhe">{fill(texts.heldFor, { took: tookWords(heldMs) })}</small>
            </>
          )}
        </span>
      ),
    },
    {
      title: texts.outcome,
      cell: ({ outcome }) =>
        outcome === null ? '' : <Tag tone={outcome === 'overdue' ? 'late' : 'ok'}>{texts[outcome]}</Tag>,
    },
  ]
}

/** `09:40 20/11/2026`, short enough for a narrow column. */
function shortMoment(at: Date): string {
  return `${vietnamTime(at)} ${formatDate(vietnamDate(at))}`
}

/** Whose place it was done in, by name. */
function personOf(standIn: JournalledStandIn | undefined, names: ReadonlyMap<string, string>) {
  return standIn && { fullName: names.get(standIn.account) ?? texts.officer, instrument: standIn }
}

/** `officer:<id>` as the person it is. */
function actorWords(label: string, names: ReadonlyMap<string, string>): string {
  const [kind = '', id = ''] = label.split(':')
  const name = names.get(id)
  if (kind === 'system') return texts.system
  if (kind === 'citizen') return name ?? texts.owner
  return kind === 'officer' ? (name ?? texts.officer) : texts.anonymous
}
