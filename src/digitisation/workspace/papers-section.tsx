import type { VNode } from 'preact'
import { holds } from '../../platform/actor.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { ask, type WebRequest } from '../../platform/web/web.ts'
import type { DossierView } from '../../dossiers/index.ts'
import { Notice, Table, Tag } from '../../ui/index.ts'
import { isAskedFor } from '../bench/asked-for.ts'
import { BENCH_ROLES } from '../bench/reach.ts'
import type { PaperValue } from '../bench/value.ts'
import { declaredBeside, type Declared } from '../provenance/declared.ts'
import { getDossierValues, type ReadPaperOfDossier } from '../provenance/get-dossier-values.ts'
import { originOf, shownText } from '../provenance/origin.ts'
import { OriginMark } from './origin-mark.tsx'
import { paperPath } from './paths.ts'
import { benchTexts as t, paperStateWords, sectionTexts as s } from './texts.ts'

/** The tab "Trên giấy" of the dossier page: what its papers say, with its mark, beside what was declared. */
export const papersSection = {
  id: 'tren-giay',
  title: s.title,
  actions: [] as readonly string[],
  async render(request: WebRequest, view: DossierView): Promise<VNode | null> {
    const papers = await ask(request, getDossierValues, { dossierCode: view.dossier.code })
    if (papers.length === 0) return null
    const mayCheck = BENCH_ROLES.some((role) => holds(request.actor, role))
    const isOpen = papers.some(({ values }) => values.some(({ state }) => state !== 'settled'))
    return (
      <>
        {isOpen && <Notice tone="soon">{s.unverified}</Notice>}
        {papers.map((one) => (
          <ReadPaper
            key={one.paper.id}
            read={one}
            component={view.components.find(({ code }) => code === one.paper.componentCode)?.name}
            answers={view.answers}
            mayCheck={mayCheck}
          />
        ))}
      </>
    )
  },
}

type Props = {
  read: ReadPaperOfDossier
  /** What the procedure calls the paper it was handed in as. */
  component: string | undefined
  answers: DossierView['answers']
  mayCheck: boolean
}

function ReadPaper({ read: { paper, typeName, values, closed }, component, answers, mayCheck }: Props) {
  const shown = values
    .filter((value) => value.state === 'settled' || value.source !== 'none')
    .map((value) => ({ value, declared: declaredBeside(value, answers) }))
  const differing = shown.filter(({ declared }) => declared?.differs).length
  const name = typeName ?? t.unknown
  const kind = { code: paper.typeCode, name: typeName }
  const isOther = component !== undefined && isAskedFor(kind, component) === false
  return (
    <section>
      <h3>
        {mayCheck && !closed ? <a href={paperPath(paper.id)}>{name}</a> : name}{' '}
        <Tag>{paperStateWords[paper.state]}</Tag>
      </h3>
      {isOther && <Notice tone="soon">{fill(t.notAskedFor, { asked: component, name })}</Notice>}
      {differing > 0 && <p class="nhe">{fill(s.differing, { n: differing })}</p>}
      {closed && <p>{fill(s.closed, closed)}</p>}
      {!closed && (
        <Table
          caption={name}
          captionHidden
          dense
          rows={shown}
          rowKey={({ value }) => value.id}
          empty={<p class="nhe">{s.nothing}</p>}
          columns={[
            { title: t.label, rowHeader: true, cell: ({ value }) => value.label },
            { title: s.onPaper, cell: ({ value }) => <OnPaper value={value} /> },
            { title: s.declared, cell: ({ declared }) => <DeclaredCell declared={declared} /> },
          ]}
        />
      )}
    </section>
  )
}

function OnPaper({ value }: { value: PaperValue }) {
  return (
    <>
      {shownText(value) || '–'}
      <br />
      <OriginMark origin={originOf(value)} />
    </>
  )
}

function DeclaredCell({ declared }: { declared: Declared | undefined }) {
  if (!declared) return null
  return (
    <>
      {declared.text}
      {declared.differs && (
        <>
          <br />
          <Tag tone="late-soft">{s.differs}</Tag>
        </>
      )}
    </>
  )
}
