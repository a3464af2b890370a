import { Type } from 'typebox'
import { query } from '../query.ts'
import { checksPort, type CheckResult } from './checks.ts'
import { simulatorsPort, type SimulatorState } from './simulators.ts'

/** kết nối: one port, who serves it, whether it is well, and how its simulator was told to behave. */
export type Connection = CheckResult & {
  simulator: { state: SimulatorState; states: readonly SimulatorState[] } | null
}

/** Every port of the system as it is now. */
export const listConnections = query({
  name: 'platform.list-connections',
  roles: ['administrator'],
  input: Type.Object({ now: Type.Optional(Type.Boolean()) }),
  async run(app, _officer, { now = false }): Promise<Connection[]> {
    const simulators = app.ports.get(simulatorsPort)
    const results = await app.ports.get(checksPort).results({ now })
    return results.map((result) => {
      const control = simulators.get(result.name)
      return { ...result, simulator: control ? { state: control.state(), states: control.states } : null }
    })
  },
})
