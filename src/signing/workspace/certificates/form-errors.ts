import type { ErrorItem } from '../../../ui/index.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { refusalText, type WebRequest } from '../../../platform/web/web.ts'

/** What the parser found wrong, field by field; otherwise the refusal in words. */
export function errorsOf(request: WebRequest, refusal: Refusal, names: Record<string, string>): ErrorItem[] {
  const found = (refusal.facts.errors ?? []) as { path: string; message: string }[]
  const named = found.flatMap(({ path, message }) => {
    const name = names[path.split('/')[1] ?? '']
    return name === undefined ? [] : [{ field: name, message }]
  })
  return named.length > 0 ? named : [{ message: refusalText(request, refusal) }]
}
