import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { PROJECT_ROOT } from './platform/root.ts'

export type Environment = Record<string, string | undefined>
export type SettingsReader = ReturnType<typeof settingsReader>

/** Reads settings by name and kind; what is wrong with them is added to `problems`, and reading goes on. */
export function settingsReader(environment: Environment, problems: string[]) {
  const text = (name: string) => environment[name]?.trim() || undefined
  const number = (name: string, fallback: number, least: number, most: number): number => {
    const value = text(name)
    if (value === undefined) return fallback
    const parsed = Number(value)
    if (Number.isInteger(parsed) && parsed >= least && parsed <= most) return parsed
    problems.push(`${name}=${value} must be a whole number from ${least} to ${most}`)
    return fallback
  }
  return {
    text,
    number,
    secret(name: string): string | undefined {
      const file = text(`${name}_FILE`)
      if (file === undefined) return text(name)
      if (existsSync(file)) return readFileSync(file, 'utf8').trim() || undefined
      problems.push(`${name}_FILE=${file} is not there`)
      return undefined
    },
    required(name: string, value: string | undefined, because: string): string {
      if (value === undefined) problems.push(`${name} is needed with ${because}`)
      return value ?? ''
    },
    port: (name: string, fallback: number) => number(name, fallback, 1, 65_535),
    url(name: string, protocols: string[]): string | null {
      const value = text(name)
      if (value === undefined) return null
      if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
        problems.push(
          `${name} must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
        )
        return null
      }
      return value
    },
    address(name: string, pattern: RegExp, words: string): string | null {
      const value = this.url(name, ['https:', 'http:'])?.replace(/\/+$/, '') ?? null
      if (value !== null && !pattern.test(value)) problems.push(`${name}=${value} must be ${words}`)
      return value
    },
    file(name: string): string | null {
      const path = text(name)
      if (path !== undefined && !(isAbsolute(path) && existsSync(path)))
        problems.push(`${name}=${path} is no file here; give its full path`)
      return path ?? null
    },
    folder(name: string, fallback: string): string {
      const value = text(name)
      if (value === undefined) return fallback
      return isAbsolute(value) ? value : join(PROJECT_ROOT, value)
    },
    pattern(name: string, pattern: RegExp, words: string, fallback: string): string {
      const value = text(name) ?? fallback
      if (!pattern.test(value)) problems.push(`${name}=${value} must be ${words}`)
      return value
    },
    oneOf<const T extends string>(name: string, values: readonly T[], fallback: T): T {
      const value = text(name)
      if (value === undefined) return fallback
      const known = values.find((item) => item === value)
      if (known === undefined) problems.push(`${name}=${value} must be one of ${values.join(', ')}`)
      return known ?? fallback
    },
    distinct(ports: Record<string, number>): void {
      for (const [port, entries] of Map.groupBy(Object.entries(ports), ([, value]) => value)) {
        if (entries.length > 1)
          problems.push(`${entries.map(([name]) => name).join(' and ')} are both ${port}: give each its own port`)
      }
    },
  }
}
