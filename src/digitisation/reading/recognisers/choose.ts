import { availableParallelism } from 'node:os'
import type { Recogniser } from '../recogniser.ts'
import { embeddedRecogniser } from './embedded.ts'
import { systemTesseract } from './system-tesseract.ts'

export const RECOGNISERS = ['embedded', 'tesseract'] as const
export type RecogniserName = (typeof RECOGNISERS)[number]

/** One page a core at most, and one core left for people. */
const mostPages = Math.max(1, availableParallelism() - 1)

/** The recogniser of a name; without one the machine's own where it reads Vietnamese, else that from npm. */
export async function recogniserOf(name: RecogniserName | undefined): Promise<Recogniser> {
  const system = systemTesseract({ mostPages })
  if (name === 'tesseract' || (name === undefined && (await system.ping()))) return system
  return embeddedRecogniser({ mostPages })
}
