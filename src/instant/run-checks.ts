import { CHECKS, type Check, type CheckCode, type CheckResult, type Evidence } from './check.ts'
import { dataPresent } from './checks/data-present.ts'
import { feeSettled } from './checks/fee-settled.ts'
import { forOneself } from './checks/for-oneself.ts'
import { nothingToRead } from './checks/nothing-to-read.ts'
import { registerConfirms } from './checks/register-confirms.ts'
import { isRegisterField, registerFields, type RegisterField } from './register-field.ts'

const checks: Record<CheckCode, Check> = {
  'data-present': dataPresent,
  'nothing-to-read': nothingToRead,
  'for-oneself': forOneself,
  'register-confirms': registerConfirms,
  'fee-settled': feeSettled,
}

/** The outcome of every check declared, in the order of the list. */
export function runChecks(evidence: Evidence): CheckResult[] {
  const declared = new Set(evidence.definition.checks)
  return CHECKS.filter((code) => declared.has(code)).map((code) => ({ code, ...checks[code](evidence) }))
}

/** What is printed: the fields the register confirmed, in its words. */
export function confirmedBy({ definition, register }: Evidence): Partial<Record<RegisterField, string>> {
  if (!register.found) return {}
  const { person } = register
  return Object.fromEntries(
    definition.registerFields.filter(isRegisterField).map((name) => [name, registerFields[name].shown(person)]),
  )
}
