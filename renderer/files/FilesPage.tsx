import { CircleTabs } from '../circles/CircleTabs.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { BringIn } from './BringIn.tsx'
import { TakeOut } from './TakeOut.tsx'
import './files.css'

/** What leaves a circle as files, and what comes in from other programs. */
export function FilesPage({ id }: PageProps) {
  const { t } = useWords()
  const live = useLive('circle', 'show', { circle: id })
  return (
    <Asked live={live}>
      {({ circle, name, me, members }) => (
        <Page
          title={name}
          lead={t('files.lead')}
          back={{ href: '#/circles', label: t('circles.title') }}
          className="files"
        >
          <CircleTabs circle={circle} now="files" />
          <CircleMarks circle={circle} />
          <TakeOut circle={circle} />
          {members.some(({ person, state }) => person === me && state !== 'left' && state !== 'removed') && (
            <BringIn circle={circle} />
          )}
        </Page>
      )}
    </Asked>
  )
}
