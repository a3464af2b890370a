import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { ReminderView } from '../reminders/list-reminders.ts'
import { audienceWords, remindersTexts as texts } from '../reminders/texts.ts'

/** Which reminders of a dossier went to whom, the newest first. */
export function ReminderList({ reminders }: { reminders: readonly ReminderView[] }) {
  if (reminders.length === 0) return <p class="nhe">{texts.nobodyYet}</p>
  return (
    <ol class="nhat-ky">
      {reminders.map(({ about, rung, markAt, stepName, handledAt, told }) => (
        <li key={`${about} ${rung} ${markAt.getTime()}`}>
          <span class="so nhe">{formatDateTime(handledAt)}</span>
          <b>
            {about === 'due'
              ? fill(texts.aboutDue, { at: formatDateTime(markAt) })
              : fill(texts.aboutStep, { step: stepName ?? '', at: formatDateTime(markAt) })}
          </b>
          <span>
            {told.length === 0
              ? texts.overtaken
              : told.map(({ fullName, as }) => `${fullName} (${audienceWords[as]})`).join(', ')}
          </span>
        </li>
      ))}
    </ol>
  )
}
