import { Button, Details, Icon, Inset, Select, SummaryList, type IconName, type SummaryRow } from '../../ui/index.ts'
import type { FilingChannel } from '../procedure.ts'
import type { Handler, ProcedureView } from './procedure-view.ts'
import { SourceLine, SourceText } from './source-text.tsx'
import { procedureTexts as words } from './texts.ts'

const ICONS = {
  online: 'monitor-smartphone',
  counter: 'landmark',
  postal: 'mail',
} as const satisfies Record<FilingChannel, IconName>

/** Where: who decides, which desk receives, in which ways. */
export function WhereSection({ view }: { view: ProcedureView }) {
  const { procedure, where, notOnline } = view
  const channels = (['online', 'counter', 'postal'] as const).filter((channel) =>
    channel === 'online' ? notOnline === undefined : procedure.methods.some((method) => method.channel === channel),
  )
  const handlers = [where.commune?.handler, where.province].filter((one) => one !== undefined)
  const texts = procedure.methods.filter(({ text }) => text !== '')
  return (
    <>
      <h2 id="o-dau">{words.whereTitle}</h2>
      {handlers.length > 0 && <SummaryList rows={handlers.flatMap(rowsOf)} />}
      {where.commune && <ChooseCommune commune={where.commune} />}
      {procedure.anyDesk && <Inset>{words.anyDesk}</Inset>}
      {procedure.alsoElsewhere && <p class="nhe cach">{words.elsewhere}</p>}
      <ul class="cach-nop">
        {channels.map((channel) => (
          <li key={channel}>
            <Icon name={ICONS[channel]} />
            <span>
              <b>{words.channels[channel][0]}</b>
              <small>{words.channels[channel][1]}</small>
            </span>
          </li>
        ))}
      </ul>
      {procedure.executing.length > 0 && (
        <p class="nho cach">
          <span class="nhe">{words.publishedBodies}:</span> <SourceLine text={procedure.executing.join('; ')} />
        </p>
      )}
      {texts.length > 0 && (
        <Details summary={words.howPublished}>
          {texts.map(({ channel, text }, index) => (
            <div key={index}>
              <h3>{words.channels[channel][0]}</h3>
              <SourceText text={text} />
            </div>
          ))}
        </Details>
      )}
    </>
  )
}

function rowsOf({ agency, desk }: Handler): SummaryRow[] {
  return [
    { label: words.decides, value: agency.name },
    ...(desk === undefined ? [] : [{ label: words.receives, value: desk.name }]),
  ]
}

function ChooseCommune({ commune: { chosen, all } }: { commune: NonNullable<ProcedureView['where']['commune']> }) {
  return (
    <form class="chon-xa" action="#o-dau">
      <Select
        name="xa"
        label={words.chooseCommune}
        emptyLabel={words.communeEmpty}
        options={all.map(({ communeCode, code, name }) => ({ value: communeCode ?? code, label: name }))}
        value={chosen?.communeCode ?? undefined}
      />
      <Button kind="secondary">{words.choose}</Button>
    </form>
  )
}
