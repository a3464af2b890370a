declare module 'bpmn-moddle' {
  /** An element of a BPMN file; what it holds depends on its type. */
  export type ModdleElement = {
    readonly $type: string
    readonly $parent?: ModdleElement
    get(name: string): unknown
    set(name: string, value: unknown): void
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    create(type: string, properties?: Record<string, unknown>): ModdleElement
    /** Rejects when the text is no XML; warns of what it does not know. */
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[] }>
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
