import { inject } from 'vitest'
import { runCommand } from '../../support/system.ts'

/** A command of `motcua` beside the running system. */
export function command(...args: string[]): ReturnType<typeof runCommand> {
  return runCommand(inject('system').environment, args)
}

/** A token with which a program works as this account. */
export async function tokenOf(account: string): Promise<string> {
  const { code, out, err } = await command('token', '--account', account, '--json')
  if (code !== 0) throw new Error(`no token for ${account}: ${err}`)
  return (JSON.parse(out) as { token: string }).token
}
