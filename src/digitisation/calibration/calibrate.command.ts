import { runAction } from '../../platform/action.ts'
import { learningCommand } from '../learning/learning-command.ts'
import { learningWords as words } from '../templates/texts.ts'
import { proposeFromVerdicts } from './propose-calibration.ts'

export const calibrateCommand = learningCommand({
  name: 'calibrate',
  summary: words.summary,
  help: `motcua calibrate

Learns from officers' verdicts on values (read → accepted or corrected) how far the machine's confidence is to be trusted, and proposes
it. Nothing changes by it: an administrator sees the numbers before and after at "Mẫu bóc tách" and accepts or refuses.

Exit code: 0 proposed, 1 not enough verdicts yet, 2 wrong arguments.
`,
  propose: (app, learner) => runAction(app, proposeFromVerdicts, learner, {}),
  proposed: words.proposed,
})
