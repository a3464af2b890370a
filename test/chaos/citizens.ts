import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../src/platform/root.ts'
import type { ApiClient } from '../support/api-client.ts'
import { signInCitizen } from '../support/citizen-sign-in.ts'
import { demoPeople, type System } from '../support/system.ts'

export type CitizenClient = ApiClient & { fullName: string; personalId: string }

/** Invented citizens of the system, signed in once, each with a token for programs. */
export async function openCitizens(system: System, count: number): Promise<CitizenClient[]> {
  const { citizens } = JSON.parse(await readFile(join(PROJECT_ROOT, 'demo/people.json'), 'utf8')) as {
    citizens: { personalId: string; fullName: string }[]
  }
  const secrets = await demoPeople<{ citizens: Record<string, { password: string }> }>(system.folder)
  const opened: CitizenClient[] = []
  for (const { personalId, fullName } of citizens.slice(0, count)) {
    await signInCitizen(system.address, personalId, secrets.citizens[personalId]?.password ?? '')
    const { code, out, err } = await system.command('token', '--account', personalId)
    if (code !== 0) throw new Error(`no token for ${personalId}: ${err}`)
    opened.push({ address: system.address, token: out.trim(), personalId, fullName })
  }
  return opened
}
