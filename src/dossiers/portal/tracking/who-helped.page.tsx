import { formatDateTime } from '../../../platform/dates.ts'
import { BackLink, Button, ErrorSummary, HiddenToken, SummaryList, Tag, Vietnamese } from '../../../ui/index.ts'
import type { HelpView } from '../../helping/get-help.ts'
import { helpedPageTexts as words } from '../../helping/texts.ts'

type Props = { helps: readonly HelpView[]; problem: string | undefined; token: string }

/** Who helped the reader, where, when, and what they did. */
export function WhoHelpedPage({ helps, problem, token }: Props) {
  return (
    <>
      <BackLink href="/ho-so" />
      <div class="mot">
        {problem !== undefined && <ErrorSummary errors={[{ message: problem }]} />}
        <h1>{words.title}</h1>
        <p>{helps.length === 0 ? words.none : words.lead}</p>
        {helps.map((help) => (
          <section key={help.id} class="cach-ray">
            <h2>
              <Vietnamese>{`${help.helperName}, ${help.unitName}`}</Vietnamese>
            </h2>
            <p>
              <Tag tone={help.isOpen ? 'sea' : 'plain'}>{help.isOpen ? words.open : words.over}</Tag>
            </p>
            <SummaryList boxed rows={rowsOf(help)} />
            {help.isOpen && (
              <form method="post" class="lanh">
                <HiddenToken token={token} />
                <input type="hidden" name="lan-giup" value={help.id} />
                <Button kind="danger">{words.end}</Button>
              </form>
            )}
          </section>
        ))}
      </div>
    </>
  )
}

function rowsOf({ confirmedAt, confirmedBy, procedureName, dossierCode, steps }: HelpView) {
  return [
    ...(confirmedAt ? [{ label: words.when, value: formatDateTime(confirmedAt), figures: true }] : []),
    ...(confirmedBy ? [{ label: words.how, value: words.agreedBy[confirmedBy] }] : []),
    { label: words.procedure, value: <Vietnamese>{procedureName}</Vietnamese> },
    ...(dossierCode === null
      ? []
      : [{ label: words.dossier, value: <a href={`/ho-so/${dossierCode}`}>{dossierCode}</a> }]),
    { label: words.did, value: didOf(steps) },
  ]
}

/** Steps of one kind are counted, not listed one by one. */
function didOf(steps: HelpView['steps']): string {
  const kinds = Map.groupBy(steps, ({ what }) => what)
  return [...kinds].map(([what, own]) => words.steps[what] + (own.length > 1 ? ` (${own.length})` : '')).join('; ')
}
