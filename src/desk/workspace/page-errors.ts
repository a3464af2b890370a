import type { ErrorItem } from '../../ui/index.ts'
import type { FieldError } from '../../forms/index.ts'

/** What was wrong with the last press, at its place and once more on top. */
export type PageErrors = {
  title?: string
  /** Without a place of their own on the page. */
  general: string[]
  fields: FieldError[]
  /** By name of the box. */
  boxes: Record<string, string>
}

export const NO_ERRORS: PageErrors = { general: [], fields: [], boxes: {} }

export function errorItems({ general, fields, boxes }: PageErrors): ErrorItem[] {
  return [
    ...general.map((message) => ({ message })),
    ...fields.map(({ field, message }) => ({ field, message })),
    ...Object.entries(boxes).map(([field, message]) => ({ field, message })),
  ]
}

/** The error of a box as its component takes it. */
export function boxError({ boxes }: PageErrors, name: string): { error?: string } {
  const error = boxes[name]
  return error === undefined ? {} : { error }
}
