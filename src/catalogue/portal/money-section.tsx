import { Tag } from '../../ui/index.ts'
import type { FilingChannel, ProcedureVersion } from '../procedure.ts'
import { channelNames, feeKindNames, findingTitles } from '../texts.ts'
import { feeLines, type FeeLine } from './fees.ts'
import { SourceLine } from './source-text.tsx'
import { procedureTexts as words } from './texts.ts'
import { dong } from './words.ts'

/** How much: only certain amounts as amounts; the rest in the publication's own words, said to be unconfirmed. */
export function MoneySection({ procedure: { fees, methods } }: { procedure: ProcedureVersion }) {
  const lines = feeLines(fees)
  const ways = new Set(methods.map(({ channel }) => channel))
  const isFree = lines.length > 0 && lines.every(({ amountDong }) => amountDong === 0n)
  return (
    <>
      <h2 id="bao-nhieu">{words.howMuch}</h2>
      {lines.length === 0 && <p>{words.payNone}</p>}
      {isFree && <p class="mot-cau">{words.payFree}</p>}
      {!isFree && lines.length > 0 && (
        <>
          <ul class="khoan-thu">
            {lines.map((line, index) => (
              <Line line={line} ways={ways} key={index} />
            ))}
          </ul>
          {lines.some(({ doubt }) => doubt !== null) && <p class="nhe">{words.payDoubt}</p>}
        </>
      )}
    </>
  )
}

function Line({ line, ways }: { line: FeeLine; ways: ReadonlySet<FilingChannel> }) {
  const { kind, amountDong, doubt, words: published, channels } = line
  const everywhere = channels.length >= ways.size
  const when = everywhere ? words.anyChannel : words.byChannel(channels.map((channel) => channelNames[channel]).join(', '))
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
