import type { App } from '../app.ts'
import { checksPort, createChecks } from './checks.ts'
import { defaultChecks } from './default-checks.ts'
import { simulatorsPort } from './simulators.ts'

/** Seats the registries of checks and simulators; the servers of this machine and the modules add theirs afterwards. */
export function installOperations(app: App): void {
  const checks = createChecks(app.clock)
  for (const check of defaultChecks(app)) checks.add(check)
  app.ports.set(checksPort, checks)
  app.ports.set(simulatorsPort, new Map())
}
