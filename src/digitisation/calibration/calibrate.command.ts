import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/command.ts'
import { Refusal, refusalWords } from '../../platform/refusal.ts'
import { learningRefusals, learningWords as words } from '../templates/texts.ts'
import { proposeFromVerdicts } from './propose-calibration.ts'

const HELP = `motcua calibrate

Learns from officers' verdicts on values (read → accepted or corrected) how far the machine's confidence is to be trusted, and proposes
it. Nothing changes by it: an administrator sees the numbers before and after at "Mẫu bóc tách" and accepts or refuses.

Exit code: 0 proposed, 1 not enough verdicts yet, 2 wrong arguments.
`

const LEARNER = { kind: 'system', name: 'motcua.calibrate' } as const

export const calibrateCommand: Command<App> = {
  name: 'calibrate',
  summary: words.summary,
  help: HELP,
  async run(argv, io, app) {
    if (argv.length > 0) {
      const isHelp = argv[0] === '--help'
      if (isHelp) io.out(HELP)
      else io.err(HELP)
      return isHelp ? 0 : 2
    }
    try {
      const { learnedFrom } = await runAction(app, proposeFromVerdicts, LEARNER, {})
      io.out(words.proposed(learnedFrom))
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      io.err(refusalWords(learningRefusals, error))
      return 1
    }
  },
}
