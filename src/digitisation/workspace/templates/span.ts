import { SPANS, USUAL_SPAN, type Span } from '../../templates/field-figures.ts'

/** The months asked for in an address. */
export const spanIn = (typed: string | undefined): Span => SPANS.find((one) => String(one) === typed) ?? USUAL_SPAN
