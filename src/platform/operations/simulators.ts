import { Type } from 'typebox'
import { action } from '../action.ts'
import type { App } from '../app.ts'
import { definePort } from '../ports.ts'
import { Refusal } from '../refusal.ts'

export const SIMULATOR_STATES = [
  'normal',
  'slow',
  'wrong',
  'down',
  'late',
  'twice',
  'declines',
  'expires',
  'exhausted',
  'revoked',
] as const
export type SimulatorState = (typeof SIMULATOR_STATES)[number]

/** An embedded server that can be told to behave like a real one on a bad day. */
export type SimulatorControl = {
  /** The name of the check of the same port. */
  name: string
  states: readonly SimulatorState[]
  state(): SimulatorState
  set(state: SimulatorState): void
}

/** By name; empty where every port has a real side. */
export const simulatorsPort = definePort<Map<string, SimulatorControl>>('simulators')

export function registerSimulator(app: App, control: SimulatorControl): void {
  app.ports.get(simulatorsPort).set(control.name, control)
}

/** Tells a simulator how to behave. */
export const setSimulator = action({
  name: 'platform.set-simulator',
  roles: ['administrator'],
  input: Type.Object({ name: Type.String({ maxLength: 100 }), state: Type.Enum([...SIMULATOR_STATES]) }),
  async run(ctx, _officer, { name, state }) {
    const control = ctx.port(simulatorsPort).get(name)
    if (!control?.states.includes(state)) throw new Refusal('platform.no-such-simulator', { name })
    control.set(state)
    ctx.journal({ subject: `simulator:${name}`, what: 'platform.simulator-set', facts: { state } })
    return { name, state }
  },
})
