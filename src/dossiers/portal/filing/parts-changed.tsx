import { changeWords, type FormPage } from '../../../forms/index.ts'
import { Notice } from '../../../ui/index.ts'
import { pagesOf, type Filing } from './open-filing.ts'

/** In the address: parts that came with the answers just saved, and parts that went, by their names. */
export type PartsChange = { them?: unknown; bot?: unknown }

/** An address that says which parts the answers have added or taken away. */
export function tellingChange(address: string, before: readonly FormPage[], after: readonly FormPage[]): string {
  const missingIn = (list: readonly FormPage[]) => (page: FormPage) => list.every(({ id }) => id !== page.id)
  const told = { them: after.filter(missingIn(before)), bot: before.filter(missingIn(after)) }
  const query = Object.entries(told).flatMap(([name, pages]) =>
    pages.length > 0 ? [`${name}=${pages.map(({ id }) => id).join('.')}`] : [],
  )
  return query.length > 0 ? `${address}?${query.join('&')}` : address
}

/** Says so where the list of parts is another one than before; an address of long ago says nothing that is not so any more. */
export function PartsChanged({ filing, change }: { filing: Filing; change: PartsChange }) {
  const put = pagesOf(filing)
  const named = (names: unknown) => filing.form.layout.pages.filter(({ id }) => String(names).split('.').includes(id))
  const told = changeWords(
    named(change.them).filter((page) => put.includes(page)),
    named(change.bot).filter((page) => !put.includes(page)),
  )
  return told === undefined ? null : (
    <Notice tone="info" role="status">
      {told}
    </Notice>
  )
}
