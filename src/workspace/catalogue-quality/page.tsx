import { findingTitles, severityNames } from '../../catalogue/index.ts'
import type { QualityCount, QualityEntry, QualityFinding, Severity } from '../../catalogue/index.ts'
import { Button, ButtonLink, EmptyState, Pagination, Select, Table, Tabs, Tag } from '../../ui/index.ts'
import type { Column, TagTone } from '../../ui/index.ts'
import type { QualityOverview } from './list-quality.ts'
import { placeWords, qualityTexts as texts } from './texts.ts'

export const QUALITY_PATH = '/quan-tri/thu-tuc'
const SEVERITIES: Severity[] = ['blocking', 'doubt', 'note']
const TONES = { blocking: 'late', doubt: 'soon', note: 'plain' } satisfies Record<Severity, TagTone>

export type QualityFilters = { severity?: string; finding?: string; decidedBy?: string; after?: string }

/** Per procedure what is missing or doubtful, and who must decide. */
export function QualityPage({ overview, filters }: { overview: QualityOverview; filters: QualityFilters }) {
  const { page, counts, deciders } = overview
  const { after: _after, ...kept } = filters
  return (
    <>
      <Tabs label={texts.tabs} tabs={severityTabs(counts, kept)} />
      <div class="cuon-trang">
        <p class="nhe">{texts.lead}</p>
        <FilterForm counts={counts} filters={kept} deciders={deciders} />
        <Table
          caption={texts.caption}
          captionHidden
          columns={columns(deciders)}
          rows={page.entries}
          rowKey={({ procedureCode }) => procedureCode}
          empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
        />
        {page.next !== null && <Pagination nextHref={address({ ...kept, after: page.next })} />}
      </div>
    </>
  )
}

function severityTabs(counts: readonly QualityCount[], kept: QualityFilters) {
  const { severity: chosen, ...others } = kept
  const sum = (severity?: Severity) =>
    counts
      .filter((count) => severity === undefined || count.severity === severity)
      .reduce((total, { findings }) => total + findings, 0)
  const all = { href: address(others), label: texts.all, count: sum(), current: chosen === undefined }
  return [
    all,
    ...SEVERITIES.map((severity) => ({
      href: address({ ...others, severity }),
      label: severityNames[severity],
      count: sum(severity),
      current: chosen === severity,
      ...(severity === 'blocking' && sum(severity) > 0 ? { tone: 'late' as const } : {}),
    })),
  ]
}

type FormProps = { counts: readonly QualityCount[]; filters: QualityFilters; deciders: ReadonlyMap<string, string> }

function FilterForm({ counts, filters, deciders }: FormProps) {
  const kinds = Map.groupBy(counts, ({ code }) => code)
  const bodies = Map.groupBy(counts, ({ decidedBy }) => decidedBy)
  const total = (of: readonly QualityCount[]) => of.reduce((sum, { findings }) => sum + findings, 0)
  return (
    <form class="loc-hang" action={QUALITY_PATH} aria-label={texts.filters}>
      {filters.severity !== undefined && <input type="hidden" name="muc" value={filters.severity} />}
      <Select
        name="loai"
        label={texts.finding}
        emptyLabel={texts.everyFinding}
        {...(filters.finding === undefined ? {} : { value: filters.finding })}
        options={[...kinds].map(([code, of]) => ({ value: code, label: `${titleOf(code)} (${figures(total(of))})` }))}
      />
      <Select
        name="co-quan"
        label={texts.decidedBy}
        emptyLabel={texts.everyDecider}
        {...(filters.decidedBy === undefined ? {} : { value: filters.decidedBy })}
        options={[...bodies].map(([slug, of]) => ({
          value: slug,
          label: `${deciders.get(slug) ?? slug} (${figures(total(of))})`,
        }))}
      />
      <Button kind="secondary" icon="list-filter">
        {texts.apply}
      </Button>
      {Object.keys(filters).length > 0 && (
        <ButtonLink kind="quiet" href={QUALITY_PATH}>
          {texts.reset}
        </ButtonLink>
      )}
    </form>
  )
}

function columns(deciders: ReadonlyMap<string, string>): Column<QualityEntry>[] {
  return [
    {
      title: texts.procedure,
      rowHeader: true,
      cell: ({ procedureCode, name, findings }) => (
        <>
          <span class="ma nhe">{procedureCode}</span>
          <br />
          {name}
          {findings.some(({ code }) => code === 'term.unclear') && (
            <>
              <br />
              <a href={`${QUALITY_PATH}/${procedureCode}/thoi-han`}>{texts.stateTerm}</a>
            </>
          )}
        </>
      ),
    },
    {
      title: texts.findings,
      cell: ({ findings }) => (
        <ul class="cho-xem">
          {findings.map((finding, index) => (
            <li key={index}>
              <Finding finding={finding} decider={deciders.get(finding.decidedBy) ?? finding.decidedBy} />
            </li>
          ))}
        </ul>
      ),
    },
  ]
}

function Finding({ finding, decider }: { finding: QualityFinding; decider: string }) {
  const { code, severity, where, sourceText } = finding
  return (
    <>
      <Tag tone={TONES[severity]}>{severityNames[severity]}</Tag> <b>{titleOf(code)}</b>
      <br />
      <span class="nhe nho">
        {placeWords(where)} · {texts.decider}: {decider}
      </span>
      {sourceText !== '' && <q class="nho">{sourceText}</q>}
    </>
  )
}

const figures = (count: number): string => count.toLocaleString('vi-VN')
const titleOf = (code: string): string => (findingTitles as Record<string, string>)[code] ?? code

function address({ severity, finding, decidedBy, after }: QualityFilters): string {
  const asked = Object.entries({ muc: severity, loai: finding, 'co-quan': decidedBy, sau: after })
  const search = new URLSearchParams(asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return search.size === 0 ? QUALITY_PATH : `${QUALITY_PATH}?${search.toString()}`
}
