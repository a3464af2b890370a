import { formatDate, vietnamDate, vietnamTime } from '../../../platform/dates.ts'
import type { ProcessStep } from '../../../catalogue/index.ts'
import { Rail, Tag, type RailStep } from '../../../ui/index.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { hasEnded } from '../../dossier.ts'
import type { Step } from '../../step.ts'
import { handlingWords } from '../../texts.ts'
import { trackingTexts as words } from '../texts.ts'
import { takenStep } from './taken-note.tsx'

/** The five steps with what happened in each, by whom and when. */
export function Way({ view }: { view: DossierView }) {
  const { dossier, processSteps } = view
  const found = processSteps.findIndex(({ states }) => states.includes(dossier.handling))
  // A refused or withdrawn dossier ended where it last stood.
  const here =
    found >= 0
      ? found
      : Math.max(
          0,
          ...view.steps.map(({ fromHandling }) =>
            processSteps.findIndex(({ states }) => states.includes(fromHandling ?? '')),
          ),
        )
  const ended = hasEnded(dossier.handling)
  return (
    <Rail
      steps={processSteps.map((step, index): RailStep => {
        const visits = view.steps.filter(({ toHandling }) => step.states.includes(toHandling))
        if (index > here) return { title: words.stepName(step), state: 'waiting' }
        if (index < here || dossier.handling === 'delivered')
          return {
            title: words.stepName(step),
            state: 'done',
            ...whenDone(view.steps, step),
            ...whatHappened(view, visits),
          }
        return { title: words.stepName(step), ...current(view, ended), ...whatHappened(view, visits) }
      })}
    />
  )
}

function current({ dossier }: DossierView, ended: boolean): Pick<RailStep, 'state' | 'tag'> {
  const isHeldUp = dossier.handling === 'awaiting-supplement' || ended
  const tone = isHeldUp ? 'hold' : 'today'
  return {
    state: isHeldUp ? 'alert' : 'current',
    tag: (
      <Tag tone={tone} icon={isHeldUp ? 'circle-pause' : 'map-pin'}>
        {isHeldUp
          ? dossier.handling === 'awaiting-supplement'
            ? words.waitsForYou
            : handlingWords[dossier.handling]
          : words.here}
      </Tag>
    ),
  }
}

/** The day a step was left for the last time, and how long the stay was. */
function whenDone(steps: readonly Step[], { states }: ProcessStep): Pick<RailStep, 'when'> {
  const left = steps.findLast(
    ({ fromHandling, toHandling }) =>
      fromHandling !== null && states.includes(fromHandling) && !states.includes(toHandling),
  )
  if (!left) return {}
  const entered = steps.findLast(
    ({ no, fromHandling, toHandling }) =>
      no < left.no && states.includes(toHandling) && !(fromHandling !== null && states.includes(fromHandling)),
  )
  const day = formatDate(vietnamDate(left.at)).slice(0, 5)
  return { when: entered ? `${day}, ${words.elapsed(left.at.getTime() - entered.at.getTime())}` : day }
}

function whatHappened(view: DossierView, visits: readonly Step[]): Pick<RailStep, 'events'> {
  if (visits.length === 0) return {}
  const events = visits.map((step) => {
    const unit = step.fromUnitId === null ? undefined : view.unitNames[step.fromUnitId]
    const who =
      step.action === 'submitDossier' || step.action === 'supplyDossier'
        ? ''
        : [step.byName, unit].filter(Boolean).join(', ')
    const done = (step.byAccountId === null ? words.machineDoings[step.action] : undefined) ?? words.doings[step.action]
    const named = step.action === 'assignDossier' && step.toName ? `${words.doings[step.action]}: ${step.toName}` : done
    const what = takenStep(view, step) ?? named
    return {
      when: `${formatDate(vietnamDate(step.at)).slice(0, 5)}, ${vietnamTime(step.at)}`,
      what: who === '' ? what : `${what} (${who})`,
    }
  })
  return { events }
}
