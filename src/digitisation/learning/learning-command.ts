import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/command.ts'
import { Refusal, refusalWords } from '../../platform/refusal.ts'
import { learningRefusals } from '../templates/texts.ts'

type Learns = {
  name: string
  summary: string
  help: string
  propose(app: App, learner: Actor): Promise<{ learnedFrom: number }>
  proposed(learnedFrom: number): string
}

/** A command that learns and proposes: it takes no words, and puts nothing in force. */
export function learningCommand({ name, summary, help, propose, proposed }: Learns): Command<App> {
  return {
    name,
    summary,
    help,
    async run(argv, io, app) {
      if (argv.length > 0) {
        const isHelp = argv[0] === '--help'
        if (isHelp) io.out(help)
        else io.err(help)
        return isHelp ? 0 : 2
      }
      try {
        const { learnedFrom } = await propose(app, { kind: 'system', name: `motcua.${name}` })
        io.out(proposed(learnedFrom))
        return 0
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        io.err(refusalWords(learningRefusals, error))
        return 1
      }
    },
  }
}
