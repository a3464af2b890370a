import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { Icon } from '../../../ui/index.ts'
import type { RoundPaper } from '../../round/list-round.ts'
import { RaisingTag } from '../raising-tag.tsx'
import { CHOSEN } from '../bulk-outcome.tsx'
import { checkWords, roundTexts as texts } from './texts.ts'

export const OPEN = 'xem'
/** A box says which version its reader saw. */
export const valueOf = ({ item, result }: RoundPaper) => `${item.code} ${result.version}`
export const rowId = (code: string) => `dong-${code}`

type Props = {
  papers: readonly RoundPaper[]
  path: string
  chosen: ReadonlySet<string>
  current: string | undefined
}

const GROUPS: readonly { group: RoundPaper['group']; title: string; hint: string }[] = [
  { group: 'quick', title: texts.quick, hint: texts.quickHint },
  { group: 'look', title: texts.look, hint: texts.lookHint },
  { group: 'waits', title: texts.waits, hint: texts.waitsHint },
  { group: 'blocked', title: texts.blocked, hint: texts.blockedHint },
]

/** What waits, in groups: what can be signed at once stands first. */
export function PaperList(props: Props) {
  return (
    <section class="hang-ky" aria-label={texts.list}>
      {GROUPS.map(({ group, title, hint }) => {
        const papers = props.papers.filter((paper) => paper.group === group)
        if (papers.length === 0) return null
        return (
          <section key={group} aria-label={title}>
            <h2>
              {title}
              <small>{fill(hint, { n: papers.length })}</small>
            </h2>
            <ul>
              {papers.map((paper) => (
                <Row paper={paper} key={paper.item.code} {...props} />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

function Row({ paper, path, chosen, current }: Props & { paper: RoundPaper }) {
  const { item, result, group, isOpened } = paper
  const { code, applicantName: name } = item
  const mustOpen = group === 'look' && !isOpened
  return (
    <li
      id={rowId(code)}
      class={code === current ? 'f' : undefined}
      aria-current={code === current ? 'true' : undefined}
    >
      {group !== 'blocked' && group !== 'waits' && (
        <input
          type="checkbox"
          name={CHOSEN}
          value={valueOf(paper)}
          checked={chosen.has(valueOf(paper))}
          disabled={mustOpen}
          aria-label={fill(texts.chooseOne, { name, code })}
        />
      )}
      <button
        class="mo"
        name={OPEN}
        value={code}
        formaction={`${path}/xem#${rowId(code)}`}
        formnovalidate
        data-paper={code}
      >
        <b>{name}</b>
        <small>{result.title}</small>
        {paper.raising ? <RaisingTag raising={paper.raising} /> : <Doubt paper={paper} />}
        {mustOpen && <small>{texts.openFirst}</small>}
        {group === 'look' && isOpened && <small>{texts.openedAlready}</small>}
      </button>
      <a class="ma" href={`${path}/${encodeURIComponent(code)}`} aria-label={fill(texts.alone, { code })}>
        {shortOf(code)}
      </a>
    </li>
  )
}

/** What tells dossiers of one agency apart: `261110-0014`. */
const shortOf = (code: string) => code.slice(code.indexOf('-') + 1)

const SERIOUS = new Set(['late', 'late-apologised', 'opinions-against'])

/** The first thing to look at; the rest stands beside the paper. */
function Doubt({ paper: { checks } }: { paper: RoundPaper }) {
  const found = checks.find(({ outcome }) => outcome === 'refused') ?? checks.find(({ outcome }) => outcome === 'doubt')
  if (!found) return null
  const isSerious = found.outcome === 'refused' || SERIOUS.has(found.code)
  return (
    <small class={isSerious ? 'cb nang' : 'cb'}>
      <Icon name={isSerious ? 'octagon-alert' : 'triangle-alert'} />
      {checkWords(found).title}
    </small>
  )
}
