/** Where "Đi thẳng tới việc" leads: the content of every page. */
const CONTENT_ID = 'noi-dung'

/** The id of the control of a field: the same rule for error summaries and for labels, and never that of the page's content. */
export function fieldId(name: string): string {
  const id = name.replaceAll(/[^A-Za-z0-9_-]+/g, '-')
  return id === CONTENT_ID ? `${id}-o` : id
}
