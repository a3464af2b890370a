import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { Icon, Vietnamese, type IconName } from '../../../ui/index.ts'
import { Said } from '../../../forms/index.ts'
import { shortPaperName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import type { Filing } from './open-filing.ts'
import { partsOf, type Part, type PartState } from './parts.ts'

/** The code by which the form is taken up elsewhere. */
export function SavedBox({ draft }: Pick<Filing, 'draft'>) {
  return (
    <div class="phong-bi luu">
      <h2>{words.savedTitle}</h2>
      <p>{words.saved(formatDateTime(draft.updatedAt), formatDate(draft.keepUntil))}</p>
      <p>
        {words.resumeWith}
        <b class="ma">{draft.resumeCode}</b>
      </p>
    </div>
  )
}

const MARKS = {
  done: ['x', 'check'],
  current: [undefined, 'pencil-line'],
  todo: [undefined, 'circle'],
  optional: [undefined, 'circle'],
} satisfies Record<PartState, [string | undefined, IconName]>

/** Where one stands while filling in one part. */
export function ProgressBox({ filing, at }: { filing: Filing; at: string }) {
  const parts = partsOf(filing)
  const asked = parts.filter(({ kind, state }) => kind === 'paper' && state !== 'optional')
  const given = asked.filter(({ state }) => state === 'done').length
  return (
    <div class="phong-bi">
      <p class="do-luu">
        <Icon name="cloud-check" />
        <span>{words.savedAt(formatDateTime(filing.draft.updatedAt))}</span>
      </p>
      <ol class="lo">
        {withPagesLeftOut(filing, parts)
          .filter(({ kind, id }) => kind !== 'paper' || id === at)
          .map((part) => {
            const [className, icon] = MARKS[part.state]
            const isHere = part.id === at
            return (
              <li
                class={isHere ? 'd' : className}
                aria-current={isHere ? 'step' : undefined}
                data-part={part.kind === 'page' ? part.id : undefined}
                hidden={!parts.includes(part)}
                key={part.id}
              >
                <Icon name={isHere ? 'circle' : icon} />
                <PartTitle part={part} />
              </li>
            )
          })}
        {asked.length > 0 && (
          <li class={given === asked.length ? 'x' : undefined}>
            <Icon name={given === asked.length ? 'check' : 'circle'} />
            {words.papersDone(given, asked.length)}
          </li>
        )}
        <li>
          <Icon name="lock" />
          {words.checkAndSubmit}
        </li>
      </ol>
    </div>
  )
}

/** In their order, with the pages that an answer on this one may still ask for. */
function withPagesLeftOut({ form }: Filing, parts: readonly Part[]): readonly Part[] {
  const pages = form.layout.pages.map(
    (page): Part =>
      parts.find(({ id }) => id === page.id) ?? { kind: 'page', id: page.id, page, href: '', state: 'todo', left: 0 },
  )
  return [...pages, ...parts.filter(({ kind }) => kind !== 'page')]
}

/** Names of papers are those of the catalogue, those of pages in English where the form has them. */
export function PartTitle({ part }: { part: Part }) {
  if (part.kind === 'page') return <Said of={part.page}>{part.page.title}</Said>
  return part.kind === 'place' ? <>{words.placePart}</> : <Vietnamese>{partTitle(part)}</Vietnamese>
}

export function partTitle(part: Part): string {
  if (part.kind === 'page') return part.page.title
  return part.kind === 'place' ? words.placePart : shortPaperName(part.paper.name)
}
