import { formatDateTime } from '../../platform/dates.ts'
import type { Connection } from '../../platform/operations/connections.ts'
import { refusalWords, type RefusalTexts } from '../../platform/refusal.ts'
import { Button, HiddenToken, Notice, Panel, Table, Tag, type Column } from '../../ui/index.ts'
import { STATE_NAMES, connectionsTexts as texts, fillText, portName, withoutPort } from './texts.ts'

type Props = { connections: readonly Connection[]; refusals: RefusalTexts; token: string; problem?: string }

/** Every port, who serves it, whether it is well. */
export function ConnectionsPage({ connections, refusals, token, problem }: Props) {
  const simulated = connections.filter((connection) => connection.simulator !== null)
  return (
    <div class="cuon-trang">
      {problem !== undefined && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      <Summary connections={connections} />
      <Table
        caption={texts.caption}
        captionHidden
        columns={columns(refusals)}
        rows={connections}
        rowKey={(row) => row.name}
      />
      <form method="post" action="/quan-tri/ket-noi/thu-lai">
        <HiddenToken token={token} />
        <Button kind="secondary" icon="refresh-cw">
          {texts.checkNow}
        </Button>
      </form>
      {simulated.length > 0 && (
        <Panel title={texts.simulators}>
          <p class="nhe">{texts.simulatorsHint}</p>
          {simulated.map((connection) => (
            <SimulatorForm connection={connection} token={token} key={connection.name} />
          ))}
        </Panel>
      )}
    </div>
  )
}

function Summary({ connections }: { connections: readonly Connection[] }) {
  const unwell = connections.filter((connection) => !connection.isWell)
  if (unwell.length === 0) return <Notice tone="ok">{fillText(texts.allWell, { count: connections.length })}</Notice>
  return (
    <Notice tone="late" title={fillText(texts.someUnwell, { count: unwell.length })} role="status">
      {unwell.map(({ name }) => `${portName(name)}. ${withoutPort(name)}`).join(' ')}
    </Notice>
  )
}

const columns = (refusals: RefusalTexts): Column<Connection>[] => [
  { title: texts.port, rowHeader: true, cell: ({ name }) => portName(name) },
  {
    title: texts.servedBy,
    cell: ({ side, servedBy }) => (
      <>
        {side === 'embedded' ? texts.embedded : texts.real} <span class="nhe nho">{servedBy}</span>
      </>
    ),
  },
  {
    title: texts.state,
    cell: ({ isWell }) => (isWell ? <Tag tone="ok">{texts.well}</Tag> : <Tag tone="late">{texts.unwell}</Tag>),
  },
  {
    title: texts.checkedAt,
    cell: ({ checkedAt, milliseconds }) => (
      <span class="so">
        {formatDateTime(checkedAt)}, {fillText(texts.took, { ms: milliseconds.toLocaleString('vi-VN') })}
      </span>
    ),
  },
  {
    title: texts.lastFailure,
    cell: ({ lastFailure }) =>
      lastFailure === null ? (
        <span class="nhe">{texts.noFailure}</span>
      ) : (
        <>
          <span class="so">{formatDateTime(lastFailure.at)}</span>{' '}
          {lastFailure.refusal && <>{refusalWords(refusals, lastFailure.refusal)} </>}
          <span lang="en">{lastFailure.reason}</span>
        </>
      ),
  },
]

function SimulatorForm({ connection, token }: { connection: Connection; token: string }) {
  const { name, simulator } = connection
  if (simulator === null) return null
  const words = { name: portName(name), state: STATE_NAMES[simulator.state] }
  return (
    <form method="post" action={`/quan-tri/ket-noi/gia-lap/${name}`} aria-label={portName(name)}>
      <HiddenToken token={token} />
      <p>
        <b>{fillText(texts.behaves, words)}</b>
      </p>
      <div class="hang">
        {simulator.states
          .filter((state) => state !== simulator.state)
          .map((state) => (
            <Button kind="secondary" name="state" value={state} key={state}>
              <span aria-hidden="true">{STATE_NAMES[state]}</span>
              <span class="an">{fillText(texts.setTo, { name: portName(name), state: STATE_NAMES[state] })}</span>
            </Button>
          ))}
      </div>
    </form>
  )
}
