export type Pkcs12Problem =
  | 'unreadable'
  | 'wrong-password'
  /** Locked in a way that is broken or not supported any more: RC2, RC4, single DES. */
  | 'legacy-cipher'
  | 'no-key'
  | 'several-keys'
  | 'no-certificate'

export class Pkcs12Error extends Error {
  readonly problem: Pkcs12Problem
  constructor(problem: Pkcs12Problem) {
    super(problem)
    this.problem = problem
  }
}
