import { runErrand } from '../../platform/errand.ts'
import { learningCommand } from '../learning/learning-command.ts'
import { learningWords as words } from '../templates/texts.ts'
import { proposeFromKinds } from './propose-kinds.ts'

export const learnKindsCommand = learningCommand({
  name: 'learn-kinds',
  summary: words.kindsSummary,
  help: `motcua learn-kinds

Learns from checked papers whose kind people settled which words stand on the forms of each kind, measures it against what is in force
(each paper by what the others taught, and the sample pages that come with the system), and proposes it. Only counts of words of titles
and labels are kept, and only of words that at least five different dossiers bear; no name, number or other value. Nothing changes by it:
an administrator sees the numbers and the papers that would be called otherwise at "Nhận loại giấy tờ" and accepts or refuses.

Exit code: 0 proposed, 1 not enough papers yet, 2 wrong arguments.
`,
  propose: (app, learner) => runErrand(app, proposeFromKinds, learner, {}),
  proposed: words.kindsProposed,
})
