import type { FormLayout } from '../form.ts'
import { removeAt } from './edit-layout.ts'
import { faultsOf } from './faults.ts'

/** What can be shown of a draft that is being written: without whatever has a fault, down to no page at all. */
export function soundPartOf(layout: FormLayout): FormLayout {
  let left = layout
  for (;;) {
    const [fault] = faultsOf(left)
    if (!fault) return left
    if (fault.spot === null) return { ...left, pages: [] }
    left = removeAt(left, fault.spot).layout
  }
}
