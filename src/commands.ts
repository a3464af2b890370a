import type { App } from './platform/app.ts'
import type { Command } from './platform/command.ts'

/** Every command by its name; the code of one is read when it is called. */
export const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).startCommand,
  migrate: async () => (await import('./maintain.ts')).migrateCommand,
  load: async () => (await import('./maintain.ts')).loadCommand,
  token: async () => onApp((await import('./identity/index.ts')).tokenCommand),
  code: async () => (await import('./sign-in-code.ts')).codeCommand,
  due: async () => {
    const { dueCommand } = await import('./deadlines/index.ts')
    const { dueSources } = await import('./due-sources.ts')
    return { ...dueCommand, run: (argv, io) => dueCommand.run(argv, io, dueSources) }
  },
  verify: async () => {
    const { verifyCommand } = await import('./results/index.ts')
    const { readSettings } = await import('./config.ts')
    return verifyCommand(() => readSettings(process.env))
  },
  read: async () => (await import('./digitisation/index.ts')).readCommand,
  extract: async () => (await import('./digitisation/index.ts')).extractCommand,
  calibrate: async () => onApp((await import('./digitisation/index.ts')).calibrateCommand),
  'learn-kinds': async () => onApp((await import('./digitisation/index.ts')).learnKindsCommand),
  form: async () => onApp((await import('./forms/index.ts')).formCommand),
  trust: async () => onApp((await import('./signing/index.ts')).trustCommand),
  signatures: async () => onApp((await import('./results/index.ts')).signaturesCommand),
  numbers: async () => onApp((await import('./supervision/index.ts')).numbersCommand),
  archive: async () => {
    const { archiveCommand } = await import('./archive/index.ts')
    return archiveCommand(async (run) => (await import('./with-app.ts')).withApp(run))
  },
  journal: async () => {
    const { journalCommand } = await import('./platform/journal/verify.command.ts')
    const { rebuildCommand } = await import('./dossiers/index.ts')
    return onApp(journalCommand([rebuildCommand]))
  },
  backup: async () => onOwner((await import('./platform/backup/backup.command.ts')).backupCommand),
  restore: async () => onOwner((await import('./platform/backup/backup.command.ts')).restoreCommand),
  permissions: async () => (await import('./permissions.ts')).permissionsCommand,
}

/** A command that needs the database and the ports. */
function onApp(command: Command<App>): Command {
  return {
    ...command,
    run: async (argv, io) => {
      const { withApp } = await import('./with-app.ts')
      return withApp((app) => command.run(argv, io, app))
    },
  }
}

/** A command that also needs the login that owns the tables. */
function onOwner(command: Command<{ app: App; ownerUrl: string }>): Command {
  return {
    ...command,
    run: async (argv, io) => {
      const { withApp } = await import('./with-app.ts')
      return withApp((app, { ownerUrl }) => command.run(argv, io, { app, ownerUrl }))
    },
  }
}
