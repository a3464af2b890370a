import { systemClock } from '../platform/clock.ts'
import type { CommandIo } from '../platform/command.ts'
import { vietnamDate, type LegalDate } from '../platform/dates.ts'
import { recogniserOf, type RecogniserName } from './reading/recognisers/choose.ts'
import type { Recogniser } from './reading/recogniser.ts'

type Begun<Asked> = { asked: Asked; recogniser: Recogniser; today: LegalDate }

/** What commands that read papers begin with; their exit code where they end here: help, a mistake in the words, no such machine. */
export async function beginCommand<Asked extends { recogniser: RecogniserName | undefined }>(
  io: CommandIo,
  asked: Asked | string,
  words: { help: string; notThere(name: string): string },
): Promise<Begun<Asked> | number> {
  if (asked === words.help) {
    io.out(words.help)
    return 0
  }
  if (typeof asked === 'string') {
    io.err(`${asked}\n\n${words.help}`)
    return 2
  }
  const recogniser = await recogniserOf(asked.recogniser)
  if (await recogniser.ping()) return { asked, recogniser, today: vietnamDate(systemClock.now()) }
  io.err(words.notThere(recogniser.name))
  return 1
}
