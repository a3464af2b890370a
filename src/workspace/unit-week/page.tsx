import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { WeekPreview } from '../../dossiers/index.ts'
import { Actions, Button, Field, HiddenToken, Notice, Panel } from '../../ui/index.ts'
import { unitWeekTexts as texts } from './texts.ts'

export const UNIT_WEEK = '/lich-lam-viec/gio-rieng'

/** What was typed, hours by weekday, Sunday first. */
export type TypedWeek = { from: string; to: string; hours: string[]; order: string; reason: string }

type Props = {
  unit: { slug: string; name: string }
  typed: TypedWeek
  token: string
  done: boolean
  problem?: string
  preview?: WeekPreview
}

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]

/** A unit's own hours from a day on, with what they would mean for the dates promised. */
export function UnitWeekPage({ unit, typed, token, done, problem, preview }: Props) {
  return (
    <div class="cuon-trang">
      <div class="mot-cot">
        {done && (
          <Notice tone="ok" role="status">
            {texts.done}
          </Notice>
        )}
        {problem !== undefined && (
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        )}
        <p>
          <a href={`/lich-lam-viec?co-quan=${unit.slug}`}>{texts.back}</a>
        </p>
        <h2>{unit.name}</h2>
        <p>
          {texts.lead} <b>{texts.kept}</b>
        </p>
        {preview && <Preview preview={preview} />}
        <form method="post" action={`${UNIT_WEEK}?co-quan=${unit.slug}`}>
          <HiddenToken token={token} />
          <Field
            name="from"
            label={texts.from}
            hint={texts.fromHint}
            type="date"
            width="short"
            figures
            required
            value={typed.from}
          />
          <Field name="to" label={texts.to} hint={texts.toHint} type="date" width="short" figures value={typed.to} />
          <h3>{texts.hours}</h3>
          <p class="nhe">{texts.hoursHint}</p>
          {MONDAY_FIRST.map((weekday) => (
            <Field
              name={`hours-${weekday}`}
              label={texts.days[weekday] ?? ''}
              width="medium"
              figures
              maxLength={80}
              value={typed.hours[weekday] ?? ''}
              key={weekday}
            />
          ))}
          <Field
            name="order"
            label={texts.order}
            hint={texts.orderHint}
            width="medium"
            maxLength={100}
            required
            value={typed.order}
          />
          <Field name="reason" label={texts.reason} maxLength={500} required value={typed.reason} />
          <Actions>
            <Button kind={preview ? 'secondary' : 'primary'} name="viec" value="xem">
              {texts.preview}
            </Button>
            {preview && (
              <Button name="viec" value="ghi">
                {texts.save}
              </Button>
            )}
          </Actions>
        </form>
      </div>
    </div>
  )
}

function Preview({ preview: { open, isMore, later, earlier, closedThen } }: { preview: WeekPreview }) {
  return (
    <Panel title={texts.preview}>
      <p>{fill(isMore ? texts.foundMore : texts.found, { open })}</p>
      <ul>
        <li>{fill(texts.later, { count: later })}</li>
        <li>{fill(texts.earlier, { count: earlier })}</li>
        <li>{fill(texts.same, { count: open - later - earlier })}</li>
      </ul>
      {closedThen > 0 && <Notice tone="soon">{fill(texts.closedThen, { count: closedThen })}</Notice>}
      <p>
        <b>{texts.kept}</b>
      </p>
    </Panel>
  )
}
