import { defineEvent } from '../platform/events.ts'

/** The pages of a paper stand in their order: it can be read. Told again, with a higher version, when its pages were mended. */
export const paperAssembled = defineEvent<{ paperId: string; version: number }>('digitisation.paper-assembled')
