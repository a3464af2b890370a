import { pino, type Logger } from 'pino'
import type { Settings } from './settings.ts'

/** Structured log lines. They carry ids and codes, never names, numbers of persons, or what was typed. */
export function createLog(level: Settings['logLevel']): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.pin'], remove: true },
  })
}
