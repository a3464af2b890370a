import type { ComponentChildren } from 'preact'
import type { IconName } from './icon.tsx'
import { Tag } from './tag.tsx'
import type { TagTone } from './tag.tsx'
import { uiTexts } from './texts.ts'

export type TaskState = 'done' | 'current' | 'todo' | 'locked'

export type Task = {
  title: ComponentChildren
  /** A link only when it opens. */
  href?: string
  note?: ComponentChildren
  state: TaskState
  /** Other words on the tag than the usual. */
  status?: string
}

const look = {
  done: ['xong', 'ok', 'check'],
  current: ['dang', 'today', 'pencil-line'],
  todo: ['chua', 'sea', 'circle'],
  locked: ['khoa', 'plain', 'lock'],
} satisfies Record<TaskState, [string, TagTone, IconName]>

/** Parts of a piece of work that can be done in any order, in numbered groups. */
export function TaskList({ groups }: { groups: readonly { title: string; tasks: readonly Task[] }[] }) {
  return (
    <ol class="nhom">
      {groups.map((group) => (
        <li key={group.title}>
          <h2>{group.title}</h2>
          <ul class="viec">
            {group.tasks.map((task, index) => {
              const [className, tone, icon] = look[task.state]
              return (
                <li class={className} key={index}>
                  <span>
                    {task.href === undefined ? (
                      <span class="t">{task.title}</span>
                    ) : (
                      <a href={task.href}>{task.title}</a>
                    )}
                    {task.note !== undefined && <small>{task.note}</small>}
                  </span>
                  <Tag tone={tone} icon={icon}>
                    {task.status ?? uiTexts.taskState[task.state]}
                  </Tag>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ol>
  )
}
