import type { ComponentChildren } from 'preact'
import { languageNow } from '../platform/language.ts'

/** What is Vietnamese whatever the page speaks: names of procedures, papers and places, what people typed, the law's words. */
export function Vietnamese({ children }: { children: ComponentChildren }) {
  return languageNow() === 'vi' ? <>{children}</> : <span lang="vi">{children}</span>
}

/** The same for an element that is there anyway: `<h1 lang={vietnamese()}>`. */
export function vietnamese(): 'vi' | undefined {
  return languageNow() === 'vi' ? undefined : 'vi'
}
