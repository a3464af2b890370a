import { classNames } from './class-names.ts'

/** Letters of the last two words of a Vietnamese name: 'Phạm Quang Huy' is 'QH'. */
export function initials(fullName: string): string {
  return fullName
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.slice(0, 1).toLocaleUpperCase('vi'))
    .join('')
}

export function Avatar({ name, small, tone }: { name: string; small?: boolean; tone?: 'b' | 'c' | 'd' }) {
  return (
    <span class={classNames('anh', small && 'nho', tone)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
