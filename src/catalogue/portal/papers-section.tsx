import { foldText } from '../../platform/text.ts'
import { Details, Tag } from '../../ui/index.ts'
import type { QualityFinding } from '../cleaning/finding.ts'
import { papersOf, type DossierComponent, type ProcedureVersion } from '../procedure.ts'
import { paperTitle } from './source-blocks.ts'
import { SourceLine, SourceText } from './source-text.tsx'
import { procedureTexts as words } from './texts.ts'

type Props = { procedure: ProcedureVersion; doubts: readonly QualityFinding[] }
type Group = { name: string; components: DossierComponent[] }

/** More papers than this: every group but the first stays folded. */
const OPEN_UP_TO = 16
/** Longer notes stay folded (characters). */
const LONGEST_NOTES = 900
const LEADING_MARKS = /^[-+*\s]+/u

/** What papers: papers to hand in, apart from the notes and headings the publication lists among them. */
export function PapersSection({ procedure, doubts }: Props) {
  const papers = papersOf(procedure)
  const groups = groupsOf(procedure.components)
  const isLong = papers.length > OPEN_UP_TO && groups.length > 1
  const eform = papers.filter((paper) => paper.eform).length
  const sometimes = papers.filter((paper) => !paper.eform && paper.conditional).length
  return (
    <>
      <h2 id="giay-to">{words.papers(papers.length)}</h2>
      <p>
        {papers.length === 0
          ? words.papersNone
          : `${words.papersCount(eform, papers.length - eform - sometimes, sometimes)}.`}
      </p>
      {groups.map((group, index) =>
        isLong && (index > 0 || group.name !== '') ? (
          <Details summary={<GroupName group={group} />} open={index === 0} key={index}>
            <Components components={group.components} doubts={doubts} />
          </Details>
        ) : (
          <div class="nhom-giay" key={index}>
            {group.name !== '' && !isOnlyNotes(group) && (
              <h3>
                <SourceLine text={plainGroup(group.name)} />
              </h3>
            )}
            <Components components={group.components} doubts={doubts} />
          </div>
        ),
      )}
    </>
  )
}

function GroupName({ group: { name, components } }: { group: Group }) {
  const count = components.filter(({ kind }) => kind === 'paper').length
  return (
    <span>
      {name === '' ? words.otherPapers : plainGroup(name)}{' '}
      {count > 0 && <span class="nhe dem">{words.groupCount(count)}</span>}
    </span>
  )
}

/** A group called "notes" that holds notes: its box says so already. */
function isOnlyNotes({ name, components }: Group): boolean {
  return foldText(plainGroup(name)) === foldText(words.notes) && components.every(({ kind }) => kind === 'note')
}

function plainGroup(name: string): string {
  return name.replace(LEADING_MARKS, '').replace(/\s*:\s*$/u, '')
}

/** In the order of the publication; papers that belong to no group first. */
function groupsOf(components: readonly DossierComponent[]): Group[] {
  const groups = Map.groupBy(components, ({ groupName }) => groupName)
  return [...groups]
    .map(([name, members]) => ({ name, components: members }))
    .sort((a, b) => Number(a.name !== '') - Number(b.name !== ''))
}

function Components({
  components,
  doubts,
}: {
  components: readonly DossierComponent[]
  doubts: readonly QualityFinding[]
}) {
  const of = (wanted: DossierComponent['kind']) => components.filter(({ kind }) => kind === wanted)
  const notes = of('note')
  return (
    <>
      {of('heading').map(({ code, name }) => (
        <p class="loi-dan" key={code}>
          <SourceLine text={name.replace(LEADING_MARKS, '')} />
        </p>
      ))}
      {of('paper').length > 0 && (
        <ul class="giay">
          {of('paper').map((paper) => (
            <Paper
              paper={paper}
              doubts={doubts.filter(({ where }) => where === `components.${paper.code}`)}
              key={paper.code}
            />
          ))}
        </ul>
      )}
      {notes.length > 0 && <Notes notes={notes} />}
    </>
  )
}

function Notes({ notes }: { notes: readonly DossierComponent[] }) {
  const text = notes.map(({ name }) => `- ${name.replace(LEADING_MARKS, '')}`).join('\n')
  if (text.length > LONGEST_NOTES)
    return (
      <Details summary={words.manyNotes(notes.length)}>
        <SourceText text={text} />
      </Details>
    )
  return (
    <div class="luu-y">
      <b>{words.notes}</b>
      <SourceText text={text} />
    </div>
  )
}

function Paper({ paper, doubts }: { paper: DossierComponent; doubts: readonly QualityFinding[] }) {
  const { title, rest } = paperTitle(paper.name)
  const has = (code: QualityFinding['code']) => doubts.some((doubt) => doubt.code === code)
  const counts = [
    ...(paper.originals > 0 ? [words.originals(paper.originals)] : []),
    ...(paper.copies > 0 ? [words.copies(paper.copies)] : []),
  ].join(', ')
  return (
    <li>
      {title === '' ? (
        <span class="giay-dai">
          <SourceLine text={rest} />
        </span>
      ) : (
        <b>
          <SourceLine text={title} />
        </b>
      )}
      <PaperTag paper={paper} />
      {title !== '' && rest !== '' && (
        <p>
          <SourceLine text={rest} />
        </p>
      )}
      <p class="nho">
        {[
          counts,
          paper.isResult ? words.fromState : '',
          paper.templates.length > 0 ? `${words.template} ${paper.templates.join(', ')}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        {has('component.no-count') && <span class="chua-ro"> {words.noCount}</span>}
        {has('component.several-in-one') && <span class="chua-ro"> {words.several}</span>}
      </p>
    </li>
  )
}

function PaperTag({ paper }: { paper: DossierComponent }) {
  if (paper.eform)
    return (
      <Tag tone="ok" icon="circle-check">
        {words.fillIn}
      </Tag>
    )
  if (paper.conditional) return <Tag icon="git-branch">{words.sometimes}</Tag>
  return (
    <Tag tone="outline" icon="upload">
      {words.handIn}
    </Tag>
  )
}
