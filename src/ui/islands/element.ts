type Options = { class?: string; text?: string; attributes?: Record<string, string> }

/** Makes an element of the page; never with markup from a string. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  options: Options = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (options.class) made.className = options.class
  if (options.text) made.textContent = options.text
  for (const [key, value] of Object.entries(options.attributes ?? {})) made.setAttribute(key, value)
  made.append(...children)
  return made
}
