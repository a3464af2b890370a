/** The message is not XML that can be signed or believed: wrong syntax, or parts that a signature would leave open. */
export class XmlError extends Error {}

/** Bytes; data messages between systems are far smaller. */
export const MAX_XML_BYTES = 16 * 1024 * 1024
const MAX_NODES = 500_000

export type XmlTools = {
  /** @throws XmlError */
  parse(bytes: Uint8Array): Document
  /**
   * Canonical XML without comments, of the element with all it contains; exclusive when nothing is said.
   * @throws XmlError where the inclusive form would take over attributes such as xml:lang from around the element
   */
  canonical(element: Element, form?: CanonicalForm): Buffer
}

export type CanonicalForm = 'exclusive' | 'inclusive'

let tools: Promise<XmlTools> | undefined

/** Loaded when the first XML message comes: most installations never see one. */
export const xmlTools = (): Promise<XmlTools> => (tools ??= loadTools())

async function loadTools(): Promise<XmlTools> {
  const [{ DOMParser }, { C14nCanonicalization, ExclusiveCanonicalization }] = await Promise.all([
    import('@xmldom/xmldom'),
    import('xml-crypto'),
  ])
  const fail = (message: string) => {
    throw new XmlError(message)
  }
  return {
    parse(bytes) {
      if (bytes.length > MAX_XML_BYTES) throw new XmlError('message too large')
      const parser = new DOMParser({
        locator: {},
        errorHandler: { warning: fail, error: fail, fatalError: fail },
        // Of XML 1.0; the parser's own rule is that of 1.1 and would read other text than others do.
        normalizeLineEndings: (text: string) => text.replace(/\r\n?/g, '\n'),
      } as ConstructorParameters<typeof DOMParser>[0])
      const document = parser.parseFromString(textOf(bytes), 'text/xml')
      refuseOpenParts(document)
      return document
    },
    canonical(element, form = 'exclusive') {
      if (form === 'exclusive') return Buffer.from(new ExclusiveCanonicalization().process(element, {}))
      return Buffer.from(new C14nCanonicalization().process(element, { ancestorNamespaces: namespacesAround(element) }))
    },
  }
}

/** Of each prefix the nearest declaration outside the element. */
function namespacesAround(element: Element): { prefix: string; namespaceURI: string }[] {
  const found = new Map<string, string>()
  for (let node = element.parentNode; node?.nodeType === ELEMENT; node = node.parentNode) {
    for (const { name, value } of Array.from((node as Element).attributes)) {
      if (name.startsWith('xml:')) throw new XmlError('attributes that the signed part would inherit')
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined
      if (prefix !== undefined && !found.has(prefix)) found.set(prefix, value)
    }
  }
  return [...found].map(([prefix, namespaceURI]) => ({ prefix, namespaceURI }))
}

/** UTF-8 in Unicode as it stands. */
function textOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1]
    if (declared !== undefined && declared.toLowerCase() !== 'utf-8') throw new XmlError('UTF-8 expected')
    return text
  } catch (error) {
    throw error instanceof XmlError ? error : new XmlError('not UTF-8')
  }
}

/**
 * A document type can change what the rest says, canonical form drops comments, and instructions mean what their reader
 * likes: a message with any of them may be read as more than was signed.
 */
function refuseOpenParts(document: Document): void {
  let nodes = 0
  const waiting: Node[] = [...children(document)]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (++nodes > MAX_NODES) throw new XmlError('too many nodes')
    const isDeclaration =
      node.nodeType === PROCESSING_INSTRUCTION && node.parentNode === document && node.nodeName === 'xml'
    if (!isDeclaration && !PLAIN.has(node.nodeType))
      throw new XmlError('comments, instructions and document types are refused')
    for (const child of children(node)) waiting.push(child)
  }
  if (!document.documentElement) throw new XmlError('no element')
}

const [ELEMENT, TEXT, CDATA, PROCESSING_INSTRUCTION] = [1, 3, 4, 7]
const PLAIN = new Set([ELEMENT, TEXT, CDATA])

function* children(node: Node): Generator<Node> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child
}

export function elementsIn(node: Node): Element[] {
  return [...children(node)].filter((child): child is Element => child.nodeType === ELEMENT)
}

export const isNamed = (element: Element | undefined, namespace: string, name: string): element is Element =>
  element?.namespaceURI === namespace && element.localName === name

/** Every element below the node and the node itself, in the order of the document. */
export function allElements(root: Element): Element[] {
  const found: Element[] = []
  const waiting: Element[] = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    found.push(element)
    waiting.push(...elementsIn(element).toReversed())
  }
  return found
}
