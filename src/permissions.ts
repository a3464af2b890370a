import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Permission } from './platform/action.ts'
import { ROLES } from './platform/actor.ts'
import { allDefinitions } from './platform/definitions.ts'
import type { Command } from './platform/command.ts'
import { PROJECT_ROOT } from './platform/root.ts'

export const PERMISSIONS_FILE = join(PROJECT_ROOT, 'docs/permissions.md')

const COLUMNS: Permission[] = ['anyone', ...ROLES, 'system']

/** The table of who may do what, action by role, as it stands in the code. */
export async function permissionsTable(): Promise<string> {
  // The doors bring in every action.
  await import('./app.tsx')
  const head = ['Action', 'Kind', ...COLUMNS]
  const lines = allDefinitions().map(({ name, kind, roles }) =>
    [
      `\`${name}\``,
      kind === 'query' ? 'reads' : 'changes',
      ...COLUMNS.map((role) => (roles.includes(role) ? '●' : '')),
    ].join(' | '),
  )
  return [
    '# Who may do what',
    '',
    'Generated from the code by `npx motcua permissions`; held by `test/permissions.test.ts`. A role says what a person may try;',
    'reach (which unit, which dossier) and the law (`whyNot…`) are asked after it. `anyone` includes people not signed in.',
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n')
}

export const permissionsCommand: Command = {
  name: 'permissions',
  summary: 'write docs/permissions.md from the code',
  help: 'motcua permissions\n\nWrites the table of actions by role to docs/permissions.md.',
  async run(_argv, io) {
    await writeFile(PERMISSIONS_FILE, await permissionsTable())
    io.out(PERMISSIONS_FILE)
    return 0
  },
}
