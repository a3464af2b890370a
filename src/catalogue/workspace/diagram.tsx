import { longestTerm } from '../processes/faults-of-budgets.ts'
import { endKey, waysOf } from '../processes/bpmn/graph.ts'
import { mainSteps, type ProcessDefinition, type ProcessStep } from '../processes/process.ts'
import { hoursText, processRoleNames, stateName } from '../processes/texts.ts'
import { processPageTexts as t } from './texts.ts'

const WIDTH = 360
const LEFT = 16
const BOX = 236
const RIGHT = LEFT + BOX
const HEIGHT = 62
const BESIDE = 44
const GAP = 34
const TOP = 44
const LETTERS = 27
/** Room on the right for ways back, one line each. */
const RETURNS = [24, 40, 56, 72, 88]

type Placed = { step: ProcessStep; y: number; height: number; beside: { step: ProcessStep; y: number }[] }

/** The steps from top to bottom with the ways back on the right; as wide as a phone. */
export function ProcessDiagram({
  process,
  at,
}: {
  process: ProcessDefinition
  /** Code of a step to mark. */ at?: string
}) {
  const placed = place(process)
  const bottom = placed.at(-1)
  if (!bottom) return null
  const codes = placed.map(({ step }) => step.code)
  const ways = waysOf(process)
  const back = ways
    .map(({ from, to }) => ({ from: codes.indexOf(from), to: codes.indexOf(to) }))
    .filter(({ from, to }) => from > to && to >= 0)
  const ends = process.finalStates.filter((state) => ways.some(({ to }) => to === endKey(state)))
  const last = ends.find((state) => ways.some(({ from, to }) => to === endKey(state) && from === bottom.step.code))
  const height = bottom.y + bottom.height + GAP + 34
  const middle = LEFT + BOX / 2
  return (
    <figure class="so-do">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t.diagramOf(process.name)}>
        <circle class="nut-dau" cx={middle} cy={TOP - 24} r={8} />
        {placed.map((one, index) => {
          const above = placed[index - 1]
          const from = above ? above.y + above.height : TOP - 16
          return (
            <g key={one.step.code}>
              <Arrow x={middle} from={from} to={one.y} />
              <StepBox placed={one} marked={one.step.code === at} />
            </g>
          )
        })}
        {back.map(({ from, to }, index) => {
          const [low, high] = [placed[from], placed[to]]
          if (!low || !high) return null
          const x = RIGHT + (RETURNS[index % RETURNS.length] ?? 24)
          const [begin, end] = [low.y + HEIGHT / 2 - 8, high.y + HEIGHT / 2 + 8]
          return (
            <g class="duong-ve" key={`${from}-${to}`}>
              <path d={`M${RIGHT} ${begin}H${x}V${end}H${RIGHT + 6}`} />
              <path class="mui" d={`M${RIGHT} ${end}l8 -4v8z`} />
            </g>
          )
        })}
        <Arrow x={middle} from={bottom.y + bottom.height} to={height - 34} />
        <rect class="nut-cuoi" x={middle - 78} y={height - 34} width={156} height={30} rx={15} />
        <text class="giua" x={middle} y={height - 14}>
          {stateName(last ?? ends[0] ?? '')}
        </text>
      </svg>
      <figcaption class="nhe nho">
        {back.length > 0 && `${t.returns} `}
        {ends.length > 1 &&
          `${t.ends}: ${ends
            .filter((state) => state !== last)
            .map(stateName)
            .join(', ')}.`}
      </figcaption>
    </figure>
  )
}

function place(process: ProcessDefinition): Placed[] {
  let y = TOP
  return mainSteps(process).map((step) => {
    const beside = process.steps
      .filter((one) => one.beside === step.code)
      .map((one, index) => ({ step: one, y: y + HEIGHT + 8 + index * BESIDE }))
    const height = HEIGHT + (beside.length > 0 ? 8 + beside.length * BESIDE : 0)
    const placed = { step, y, height, beside }
    y += height + GAP
    return placed
  })
}

function StepBox({ placed: { step, y, beside }, marked }: { placed: Placed; marked: boolean }) {
  const hours = step.budgetHours === null ? '' : ` · ${t.hours(hoursText(step.budgetHours))}`
  return (
    <>
      <rect class={marked ? 'buoc dang' : 'buoc'} x={LEFT} y={y} width={BOX} height={HEIGHT} rx={6} />
      <text class="ten" x={LEFT + 12} y={y + 26}>
        {shorten(step.name)}
      </text>
      <text x={LEFT + 12} y={y + 47}>
        {shorten(`${processRoleNames[step.role]}${hours}`, LETTERS + 5)}
      </text>
      {beside.map((one) => (
        <g key={one.step.code}>
          <rect class="buoc ben" x={LEFT + 28} y={one.y} width={BOX - 28} height={BESIDE - 8} rx={6} />
          <path class="noi" d={`M${LEFT + 12} ${y + HEIGHT}V${one.y + 18}H${LEFT + 28}`} />
          <text x={LEFT + 40} y={one.y + 23}>
            {shorten(
              `${one.step.name}${longestTerm(one.step) > 0 ? ` · ${t.hours(hoursText(longestTerm(one.step)))}` : ''}`,
            )}
          </text>
        </g>
      ))}
    </>
  )
}

function Arrow({ x, from, to }: { x: number; from: number; to: number }) {
  return (
    <g class="duong-di">
      <path d={`M${x} ${from}V${to - 6}`} />
      <path class="mui" d={`M${x} ${to}l-5 -8h10z`} />
    </g>
  )
}

function shorten(text: string, letters = LETTERS): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`
}
