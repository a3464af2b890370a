import { definePort } from '../ports.ts'

/** A number a module tells of itself, read at the moment of asking. Labels are names from the code. */
export type OwnGauge = {
  name: string
  help: string
  labelNames: string[]
  read(): Promise<{ labels: Record<string, string>; value: number }[]>
}

/** Seated with what the modules bring, before the first question. */
export const gaugesPort = definePort<OwnGauge[]>('gauges')
