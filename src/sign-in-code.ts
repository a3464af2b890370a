import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings } from './config.ts'
import { totpCode } from './identity/index.ts'
import type { Command } from './platform/command.ts'
import { systemClock } from './platform/clock.ts'
import { startTexts } from './start.texts.ts'

type DemoFile = { officers: Record<string, { totpSecret: string }> }

/** In place of the app on a phone, for the invented people alone: their secrets lie in the data folder anyway. */
export const codeCommand: Command = {
  name: 'code',
  summary: 'the second-factor code of a demo officer',
  help: 'motcua code <sign-in name>\n\nPrints the six digits a demo officer needs now to sign in. Demo people only.',
  async run([signInName], io) {
    const settings = readSettings(process.env)
    const file = await readFile(join(settings.dataFolder, 'demo-people.json'), 'utf8').catch(() => '{"officers":{}}')
    const { officers } = JSON.parse(file) as DemoFile
    const secret = officers[signInName ?? '']?.totpSecret
    if (!secret) {
      io.err(startTexts.noDemoOfficer(signInName ?? '', Object.keys(officers)))
      return 1
    }
    io.out(totpCode(secret, systemClock.now()))
    return 0
  },
}
