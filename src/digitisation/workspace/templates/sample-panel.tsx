import { Button, HiddenToken, Panel, Table, Tag } from '../../../ui/index.ts'
import { faultWords } from '../../bench/texts.ts'
import type { TriedSample } from '../../templates/get-templates.ts'
import { TEMPLATES_PATH } from './paths.ts'
import { isDrawn, SamplePicture } from './sample-picture.tsx'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  sample: TriedSample
  isDraft: boolean
  hrefOf: ((name: string) => string) | undefined
  token: string | undefined
}

/** What is taken off a sample: by the version in force, and by the draft where there is one. */
export function SamplePanel({ sample, isDraft, hrefOf, token }: Props) {
  const { id, name, state, tried } = sample
  return (
    <Panel title={words.tried(name)}>
      {state === 'waiting' && <p>{words.waiting}</p>}
      {state === 'failed' && <p>{words.failed}</p>}
      {isDrawn(sample) && <SamplePicture sample={sample} hrefOf={hrefOf} />}
      {state === 'read' && isDraft && <p>{words.changes(tried.filter(({ isChanged }) => isChanged).length)}</p>}
      {state === 'read' && (
        <Table
          caption={words.tried(name)}
          captionHidden
          dense
          stacked={false}
          rows={tried}
          rowKey={(row) => row.name}
          columns={[
            {
              title: words.field,
              rowHeader: true,
              cell: ({ label, isChanged }) => (
                <>
                  {label} {isDraft && isChanged && <Tag tone="soon">{words.changed}</Tag>}
                </>
              ),
            },
            { title: words.before, cell: ({ before }) => before || <span class="nhe">{words.nothing}</span> },
            ...(isDraft
              ? [
                  {
                    title: words.after,
                    cell: ({ after, faults }: (typeof tried)[number]) => (
                      <>
                        {after || <span class="nhe">{words.nothing}</span>}
                        {faults.map((fault) => (
                          <p class="khong-cach nhe" key={fault}>
                            {faultWords(fault)}
                          </p>
                        ))}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {token !== undefined && (
        <form method="post" action={`${TEMPLATES_PATH}/mau-thu/${id}/bo`}>
          <HiddenToken token={token} />
          <Button kind="secondary">{words.removeSample}</Button>
        </form>
      )}
    </Panel>
  )
}
