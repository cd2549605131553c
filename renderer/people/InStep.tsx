import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Coming } from '../shell/Coming.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { Call } from './Call.tsx'
import { InCircle, type Reach } from './InCircle.tsx'
import { Listen } from './Listen.tsx'
import { ByStick } from '../stick/ByStick.tsx'
import './people.css'

type Circle = Awaited<ReturnType<Client['circle']['list']>>[number]

/** Who is here now, by what path, when both last knew the same; and how to meet. */
export function InStep(_props: PageProps) {
  const { t } = useWords()
  const live = useLive('network', 'status', {})
  const circles = useLive('circle', 'list', {}).data ?? []
  return (
    <Page
      title={t('people.inStep')}
      lead={t('people.inStep.lead')}
      actions={<LinkButton href="#/in-step/doctor">{t('doctor.link')}</LinkButton>}
    >
      <Asked live={live}>{(reach) => <Everyone reach={reach} circles={circles} />}</Asked>
      <div className="people-meet">
        <Listen />
        <Call />
        <ByStick />
      </div>
    </Page>
  )
}

function Everyone({ reach, circles }: { readonly reach: readonly Reach[]; readonly circles: readonly Circle[] }) {
  const { t } = useWords()
  if (reach.length === 0) return <EmptyState title={t('people.none.title')}>{t('people.none')}</EmptyState>
  const count = reach.filter(({ reachable }) => reachable).length
  const met = circles
    .map((circle) => ({ circle, people: reach.filter((one) => one.circle === circle.circle) }))
    .filter(({ people }) => people.length > 0)
    .toSorted((a, b) => here(b.people) - here(a.people))
  return (
    <>
      <p role="status">{t('people.count', { count })}</p>
      {met.map(({ circle, people }) => (
        <section key={circle.circle} className="people-circle" aria-labelledby={`circle-${circle.circle}`}>
          <h2 id={`circle-${circle.circle}`}>
            <a href={`#/circles/${circle.circle}`} dir="auto">
              {circle.name}
            </a>
          </h2>
          <InCircle label={circle.name} people={people} />
          <Whole people={people} />
        </section>
      ))}
    </>
  )
}

/** Whether all of the circle is here, so that it can be read without anybody. */
function Whole({ people: [first] }: { readonly people: readonly Reach[] }) {
  const { t } = useWords()
  const copy = first?.copy
  if (copy === undefined) return null
  return copy.here < copy.known ? <Coming copy={copy} /> : <p className="people-whole">{t('people.whole')}</p>
}

const here = (people: readonly Reach[]): number => people.filter(({ reachable }) => reachable).length
