import type { WebRequest } from '../../../platform/web/web.ts'

/** What the part held when the page was made; sent along so that nobody's answers are overwritten unseen. */
export const MARK = 'moc'

export function PartMark({ mark }: { mark: string }) {
  return <input type="hidden" name={MARK} value={mark} />
}

/** The page saves what is being typed; nobody pressed anything. */
export function isByItself({ headers }: WebRequest): boolean {
  return headers.accept === 'application/json'
}
