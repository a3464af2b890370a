const BULLET = /^\s*(?:[-–+*•.]|\(?(?:[ivx]{1,4}|\d{1,2}|[a-zđ])[.)])\s*/iu
const LONGEST = 96
const MARKS = /^[^\p{L}\p{N}("“]+|[\s:;.]+$/gu

/** The name of a paper as it can stand in a list: first clause of what is often a paragraph. */
export function shortPaperName(name: string): string {
  const whole = tidy(name)
  const clause = tidy(/^[^;]+?(?:(?=;)|\.\s|$)/su.exec(whole)?.[0] ?? whole)
  if ([...clause].length <= LONGEST) return clause
  const cut = [...clause].slice(0, LONGEST).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[\s,(/]+$/u, '')}…`
}

const LONGEST_PROCEDURE = 130

/** The name of a procedure for lists; the law's own names may run to several lines. */
export function shortProcedureName(name: string): string {
  if ([...name].length <= LONGEST_PROCEDURE) return name
  const cut = [...name].slice(0, LONGEST_PROCEDURE).join('')
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;(/]+$/u, '')}…`
}

/** The heading of a group without bullets and colon; empty when the source gives none. */
export function groupName(name: string): string {
  return name.replace(/^[\s*\-–+•]+|[\s:;.*]+$/gu, '')
}

/** Whether the short name leaves something out, so that the page must show the whole. */
export function isShortened(name: string): boolean {
  return shortPaperName(name) !== tidy(name)
}

function tidy(name: string): string {
  let text = name.trim()
  while (BULLET.test(text)) text = text.replace(BULLET, '')
  text = text.replace(MARKS, '')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
