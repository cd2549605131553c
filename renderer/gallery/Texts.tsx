import { Card } from '../ui/Card.tsx'
import { Compare } from '../ui/Compare.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Story } from '../ui/Story.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Part, type PartProps } from './Part.tsx'

export function Texts({ s }: PartProps) {
  const [first = '', second = ''] = s.versions
  return (
    <>
      <Part name="Markdown">
        <div className="gallery-pair">
          <Card>
            <Markdown look="words" text={s.text} />
          </Card>
          <Card>
            <Markdown text={s.text} />
          </Card>
        </div>
      </Part>
      <Part name="Compare">
        <Compare before={s.before} after={s.after} beforeLabel={first} afterLabel={second} />
      </Part>
      <Part name="Story, Disclosure">
        <Card>
          <Story
            label={s.proposal}
            lines={s.story.map(([when = '', text, more], index) => ({
              id: `${index}`,
              when,
              text,
              more: more === '' ? undefined : more,
              tone: index === 3 ? 'turn' : 'plain',
            }))}
          />
        </Card>
        <Disclosure title={s.more}>{s.moreText}</Disclosure>
        <Disclosure title={s.more} isOpenAtFirst>
          {s.moreText}
        </Disclosure>
      </Part>
      <Part name="Tabs">
        <Tabs
          label={s.proposal}
          tabs={s.tabs.map((label, index) => ({
            id: `${index}`,
            label,
            badge: index === 0 ? '2' : undefined,
            content: <p>{s.stands[index]?.[1]}</p>,
          }))}
        />
      </Part>
    </>
  )
}
