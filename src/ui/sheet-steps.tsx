import { BlockCalendar } from './block-calendar.tsx'
import { DayTicks } from './day-ticks.tsx'
import { Meter } from './meter.tsx'
import { HorizontalRail, Rail } from './rail.tsx'
import { SheetPart } from './sheet-part.tsx'
import { sheetTexts } from './sheet.texts.ts'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'

const { rail, tasks } = sheetTexts

/** Steps, the promised date, days, parts to do. */
export function StepsPart() {
  const [visitAt, visit] = rail.visit
  const [noteStart, noteBold] = rail.calendarNote
  return (
    <>
      <SheetPart title={rail.title} lead={rail.lead}>
        <div class="luoi">
          <Rail
            steps={[
              { title: rail.receive, state: 'done', note: rail.receiveNote },
              {
                title: rail.appraise,
                state: 'current',
                tag: (
                  <Tag tone="today" icon="map-pin">
                    {rail.here}
                  </Tag>
                ),
                note: rail.appraiseNote,
                events: [{ when: visitAt, what: visit }],
              },
              { title: rail.approve, state: 'waiting' },
              { title: rail.deliver, state: 'waiting', when: rail.deliverNote },
            ]}
          />
          <div>
            <BlockCalendar
              heading={rail.calendarHeading}
              day="24"
              weekday={rail.calendarWeekday}
              note={
                <>
                  {noteStart} <b>{noteBold}</b>
                </>
              }
              label={rail.calendarLabel}
            />
          </div>
          <div>
            <h3>{rail.ticks}</h3>
            <DayTicks total={10} used={7} today />
            <p class="nho nhe">{rail.ticksNow}</p>
            <DayTicks total={10} used={10} over={2} />
            <p class="nho nhe">{rail.ticksOver}</p>
            <Meter value={0.31} tone="soon" />
            <p class="nho nhe">{rail.share}</p>
          </div>
        </div>
        <div class="cach">
          <HorizontalRail
            steps={[
              { title: rail.receive, state: 'done', note: rail.receiveNote, weight: 3 },
              { title: rail.appraise, state: 'current', note: rail.appraiseNote, weight: 11, progress: 0.91 },
              { title: rail.approve, state: 'waiting', weight: 4 },
              { title: rail.sign, state: 'waiting', weight: 3 },
              { title: rail.deliver, state: 'waiting', note: rail.deliverNote, weight: 3 },
            ]}
          />
        </div>
      </SheetPart>
      <SheetPart title={tasks.title}>
        <TaskList
          groups={[
            {
              title: tasks.prepare,
              tasks: [{ title: tasks.check, href: '#noi-dung', note: tasks.checkNote, state: 'done' }],
            },
            {
              title: tasks.answer,
              tasks: [
                { title: tasks.house, href: '#noi-dung', note: tasks.houseNote, state: 'current' },
                { title: tasks.papers, href: '#noi-dung', state: 'todo' },
                { title: tasks.sign, note: tasks.signNote, state: 'locked' },
              ],
            },
          ]}
        />
      </SheetPart>
    </>
  )
}
