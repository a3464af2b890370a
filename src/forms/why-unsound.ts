import { faultsOf } from './editing/faults.ts'
import { faultLine } from './editing/texts.ts'
import type { FormLayout } from './form.ts'

/** The first thing a layout says that cannot work; undefined when it is sound. */
export function whyUnsound(layout: FormLayout): string | undefined {
  const [first] = faultsOf(layout)
  return first && faultLine(first)
}
