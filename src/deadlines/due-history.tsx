import { formatDate, vietnamDate } from '../platform/dates.ts'
import type { ClockMove } from './clock.ts'
import { dueHistoryTexts as texts, dueMoveWords, momentsText } from './explain.texts.ts'

/**
 * What became of a promised date: a move of the clock, or that it stands still now, or that handling ended without a result.
 * Căn cứ của mỗi lần dời là giấy của lần đó: mẫu 02, 04, 05, văn bản tạm dừng, lệnh đóng cửa.
 */
export type DueMove = {
  kind: ClockMove['kind'] | 'standing' | 'stopped' | 'withdrawn'
  at: Date
  before: Date | null
  /** Null while no date is promised. */
  after: Date | null
  document: string | null
  reason: string | null
  /** Where the paper can be read. */
  href?: string
}

/** The first promise, the one that holds, and each thing that came between. */
export type DueHistory = { original: Date; current: Date | null; moves: readonly DueMove[] }

/** The promise as it was and as it is, and every event that moved it with its paper. Nothing while it never moved. */
export function DueMoves({ original, current, moves }: DueHistory) {
  if (moves.length === 0) return null
  const [was, is] = momentsText(original, current)
  return (
    <section class="doi-hen">
      <dl class="doi-hen-hai">
        <div>
          <dt>{texts.original}</dt>
          <dd class="so">{was}</dd>
        </div>
        <div class={current === null ? 'dung' : 'nay'}>
          <dt>{texts.current}</dt>
          <dd class="so">{is}</dd>
        </div>
      </dl>
      <ol class="doi-hen-lan">
        {moves.map((move) => (
          <Move key={`${move.kind} ${move.at.toISOString()}`} move={move} />
        ))}
      </ol>
    </section>
  )
}

function Move({ move }: { move: DueMove }) {
  const { kind, at, reason, document, href } = move
  return (
    <li class={kind}>
      <time class="so" dateTime={at.toISOString()}>
        {formatDate(vietnamDate(at))}
      </time>
      <div>
        <b>{texts.kinds[kind]}</b>: {dueMoveWords(move)}
        {reason && <p class="nhe khong-cach">{reason}</p>}
        {document && (
          <p class="khong-cach">
            {texts.paper}: {href === undefined ? document : <a href={href}>{document}</a>}
          </p>
        )}
      </div>
    </li>
  )
}
