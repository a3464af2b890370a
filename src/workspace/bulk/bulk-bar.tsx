import { holds, type Actor } from '../../platform/actor.ts'
import type { Handling } from '../../dossiers/index.ts'
import type { BulkTask } from '../../dossiers/workspace/bulk-task.ts'
import { Button } from '../../ui/index.ts'
import { TASK } from './form-names.ts'
import { bulkPageTexts as texts } from './texts.ts'

/** The tasks this officer may do to several dossiers among those shown. */
export function tasksFor(
  tasks: readonly BulkTask[],
  actor: Actor,
  shown: readonly { handling: Handling }[],
): BulkTask[] {
  return tasks.filter(
    ({ role, states }) => holds(actor, role) && shown.some(({ handling }) => states.includes(handling)),
  )
}

/** Under the list: what can be done to all that are ticked. Each button says which task by its value. */
export function BulkBar({ tasks }: { tasks: readonly BulkTask[] }) {
  return (
    <div class="hang-loat" role="group" aria-label={texts.bar}>
      <span class="nhe">{texts.bar}</span>
      {tasks.map(({ id, label, icon }) => (
        <Button kind="secondary" icon={icon} name={TASK} value={id} key={id}>
          {label}
        </Button>
      ))}
    </div>
  )
}
