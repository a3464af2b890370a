import type { ComponentChildren } from 'preact'
import { languageNow } from '../platform/language.ts'

/** What is Vietnamese whatever the page speaks: names of procedures, papers and places, what people typed, the law's words. */
export function Vietnamese({ children }: { children: ComponentChildren }) {
  return languageNow() === 'vi' ? <>{children}</> : <span lang="vi">{children}</span>
}
