import { Button, Field, HiddenFields, Tabs } from '../../../ui/index.ts'
import { coverageHref, VIEWS, viewHref, type Asked, type View } from './address.ts'
import { figureTexts as words } from './texts.ts'

export function FigureTabs({ current, asked }: { current: View | 'danh-muc'; asked: Asked }) {
  const views = VIEWS.map((one) => ({ href: viewHref(one, asked), label: words.views[one], current: one === current }))
  const coverage = { href: coverageHref(asked), label: words.coverage, current: current === 'danh-muc' }
  return <Tabs tabs={[...views, coverage]} />
}

type Props = {
  asked: Asked
  /** What else the page was asked for, to go on being asked. */
  kept: Record<string, string | undefined>
  only: string | undefined
  allHref: string
}

/** The days the numbers are of, and what they are narrowed to. */
export function Period({ asked: { from, to, unitId, procedureCode, level }, kept, only, allHref }: Props) {
  const all = { ...kept, 'don-vi': unitId, 'thu-tuc': procedureCode, cap: level }
  const fields = Object.entries(all).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return (
    <>
      <form method="get" class="hang">
        <HiddenFields fields={fields} />
        <Field name="tu" label={words.from} type="date" value={from} width="medium" />
        <Field name="den" label={words.to} type="date" value={to} width="medium" />
        <Button kind="secondary">{words.show}</Button>
      </form>
      {only !== undefined && (
        <p>
          {words.only}: <b>{only}</b>. <a href={allHref}>{words.everything}</a>
        </p>
      )}
    </>
  )
}
