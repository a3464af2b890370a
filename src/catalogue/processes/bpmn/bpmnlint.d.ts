declare module 'bpmnlint' {
  export type LintReport = { category: string; id: string; message: string }

  export class Linter {
    constructor(options: { config: { extends: string }; resolver: unknown })
    /** Reports by rule, for the root element of a file. */
    lint(root: unknown): Promise<Record<string, LintReport[]>>
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  /** Finds rules among the installed packages. */
  const NodeResolver: new () => unknown
  export default NodeResolver
}
