import { Details, Tag } from '../../ui/index.ts'
import type { FilingChannel, ProcedureVersion } from '../procedure.ts'
import { channelNames, feeKindNames, findingTitles } from '../texts.ts'
import { feeLines, feeTexts, type FeeLine } from './fees.ts'
import { SourceLine, SourceText } from './source-text.tsx'
import { procedureTexts as words } from './texts.ts'
import { dong } from '../../platform/figures.ts'

/** Lines of fees before the rest is folded. */
const SHOWN = 6

/** How much: only certain amounts as amounts; the rest in the publication's own words, said to be unconfirmed. */
export function MoneySection({ procedure: { fees, methods } }: { procedure: ProcedureVersion }) {
  const lines = feeLines(fees)
  const ways = new Set(methods.map(({ channel }) => channel))
  const isDoubtful = lines.some(({ doubt }) => doubt !== null)
  const texts = isDoubtful ? feeTexts(methods) : []
  const isFree = lines.length > 0 && lines.every(({ amountDong }) => amountDong === 0n)
  return (
    <>
      <h2 id="bao-nhieu">{words.howMuch}</h2>
      {lines.length === 0 && <p>{words.payNone}</p>}
      {isFree && <p class="mot-cau">{words.payFree}</p>}
      {!isFree && lines.length > 0 && (
        <>
          <Lines lines={lines.slice(0, SHOWN)} ways={ways} />
          {lines.length > SHOWN && (
            <Details summary={words.payMore(lines.length - SHOWN)}>
              <Lines lines={lines.slice(SHOWN)} ways={ways} />
            </Details>
          )}
          {isDoubtful && <p class="nhe">{words.payDoubt}</p>}
          {isDoubtful && texts.length > 0 && (
            <Details summary={words.paySource}>
              <SourceText text={texts.join('\n')} />
            </Details>
          )}
        </>
      )}
    </>
  )
}

function Lines({ lines, ways }: { lines: readonly FeeLine[]; ways: ReadonlySet<FilingChannel> }) {
  return (
    <ul class="khoan-thu">
      {lines.map((line, index) => (
        <Line line={line} ways={ways} key={index} />
      ))}
    </ul>
  )
}

function Line({ line, ways }: { line: FeeLine; ways: ReadonlySet<FilingChannel> }) {
  const { kind, amountDong, doubt, words: published, channels } = line
  const everywhere = channels.length >= ways.size
  const when = everywhere
    ? words.anyChannel
    : words.byChannel(channels.map((channel) => channelNames[channel]).join(', '))
  return (
    <li>
      <span>
        <b>{feeKindNames[kind]}</b> <small class="nhe">{when}</small>
      </span>
      {amountDong === null ? (
        <Tag tone="soon" icon="circle-help">
          {words.unconfirmed}
        </Tag>
      ) : (
        <b class="so">{amountDong === 0n ? words.free : dong(amountDong)}</b>
      )}
      {published !== '' && (
        <p>
          <span class="nhe">{words.published}</span> “<SourceLine text={published} />”
        </p>
      )}
      {doubt !== null && <p class="nhe">{findingTitles[doubt as keyof typeof findingTitles]}.</p>}
    </li>
  )
}
