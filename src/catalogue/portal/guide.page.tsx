import { inLanguage } from './in-language.ts'
import { BackLink, Button, ButtonLink, ErrorSummary, PageTitle, Radios, SummaryList } from '../../ui/index.ts'
import { everydayTitle } from '../everyday.ts'
import type { Answers, Guide, GuideQuestion, GuideStep } from '../guides/guide.ts'
import type { ProcedureVersion } from '../procedure.ts'
import { guideHref } from './guide-address.ts'
import { GuideOutcome } from './guide-outcome.tsx'
import { guideTexts as words } from './guide.texts.ts'
import { plainName } from './words.ts'

type Props = {
  procedure: ProcedureVersion
  guide: Guide
  answers: Answers
  step: GuideStep
  /** The question was sent without an answer. */
  isUnanswered: boolean
}

/** One question, or the list of papers it comes to. */
export function GuidePage({ procedure, guide, answers, step, isUnanswered }: Props) {
  const title = everydayTitle(procedure.code) ?? plainName(procedure.name)
  return (
    <div class="mot">
      {Object.keys(answers).length === 0 ? (
        <BackLink href={`/thu-tuc/${guide.code}`}>{words.backToProcedure}</BackLink>
      ) : (
        <BackLink href={guideHref(guide.code, firstOf(answers, -1))}>{words.back}</BackLink>
      )}
      {step.kind === 'question' && (
        <Question guide={guide} answers={answers} {...step} title={title} isUnanswered={isUnanswered} />
      )}
      {step.kind === 'elsewhere' && (
        <>
          <PageTitle over={title}>{words.elsewhere}</PageTitle>
          <p>{inLanguage(step.text)}</p>
          {step.code !== undefined && <ButtonLink href={`/thu-tuc/${step.code}`}>{words.other}</ButtonLink>}
        </>
      )}
      {step.kind === 'papers' && (
        <>
          <PageTitle over={title}>{words.yours}</PageTitle>
          <GuideOutcome procedure={procedure} answers={answers} papers={step.papers} advice={step.advice} />
        </>
      )}
      <Answered guide={guide} answers={answers} />
    </div>
  )
}

type QuestionProps = Pick<Props, 'guide' | 'answers' | 'isUnanswered'> & {
  question: GuideQuestion
  no: number
  title: string
}

function Question({ guide, answers, question, no, title, isUnanswered }: QuestionProps) {
  const error = isUnanswered ? words.choose : undefined
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ field: question.key, message: error }]} />
      <form action={`/thu-tuc/${guide.code}/hoi-nhanh`}>
        {Object.entries(answers).map(([key, value]) => (
          <input type="hidden" name={key} value={value} key={key} />
        ))}
        <input type="hidden" name="cau" value={question.key} />
        <PageTitle over={`${title} · ${words.over(no, guide.questions.length)}`}>{inLanguage(question.text)}</PageTitle>
        <Radios
          name={question.key}
          label={inLanguage(question.text)}
          labelHidden
          cards
          options={question.choices.map(({ value, label }) => ({ value, label: inLanguage(label) }))}
          {...(error !== undefined && { error })}
        />
        <Button large wide>
          {words.next}
        </Button>
      </form>
    </>
  )
}

/** What was answered so far, each with a link that asks it again and keeps the answers before. */
function Answered({ guide, answers }: Pick<Props, 'guide' | 'answers'>) {
  const asked = guide.questions.filter(({ key }) => answers[key] !== undefined)
  if (asked.length === 0) return null
  return (
    <section class="cach-lon">
      <h2>{words.answered}</h2>
      <SummaryList
        rows={asked.map(({ key, text, choices }, index) => ({
          label: inLanguage(text),
          value: inLanguage(choices.find(({ value }) => value === answers[key])?.label ?? text),
          changeHref: guideHref(guide.code, firstOf(answers, index)),
        }))}
      />
    </section>
  )
}

/** The first `count` answers; from a negative count on, all but so many of the last. */
function firstOf(answers: Answers, count: number): Answers {
  return Object.fromEntries(Object.entries(answers).slice(0, count))
}
