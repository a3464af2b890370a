import { definePort } from '../../platform/ports.ts'
import type { Recogniser } from '../reading/recogniser.ts'

/** Whoever reads the pages that are kept. */
export const recogniserPort = definePort<Recogniser>('recogniser')
