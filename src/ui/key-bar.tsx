import { Shortcut } from './button.tsx'

export type KeyHint = { keys: readonly string[]; does: string }

/** Teaches the keys while working; `?` opens the same list. */
export function KeyBar({ hints, last }: { hints: readonly KeyHint[]; last?: KeyHint }) {
  return (
    <footer class="phim" data-keys>
      {hints.map((hint) => (
        <Hint hint={hint} key={hint.does} />
      ))}
      {last && <Hint hint={last} right />}
    </footer>
  )
}

function Hint({ hint, right }: { hint: KeyHint; right?: boolean }) {
  return (
    <span class={right ? 'phai' : undefined}>
      {hint.keys.map((key) => (
        <Shortcut keys={key} key={key} />
      ))}{' '}
      {hint.does}
    </span>
  )
}
