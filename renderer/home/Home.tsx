import { useEffect, useEffectEvent } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Rejoin } from '../me/Rejoin.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import type { HomeData } from './home-data.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { Queue } from './Queue.tsx'
import { TheStep } from './TheStep.tsx'
import './home.css'

/** The next step of this person, over all their circles. */
export function Home(_props: PageProps) {
  const { t } = useWords()
  const live = useLive('home', 'show', {})
  return (
    <Page title={t('home.title')} className="home">
      <Asked live={live}>{(home) => <Shown home={home} />}</Asked>
    </Page>
  )
}

function Shown({ home }: { readonly home: HomeData }) {
  const { t } = useWords()
  const [next, ...rest] = home.waiting
  useNotedAsRead(home)
  return (
    <>
      <Rejoin />
      {home.joining > 0 && <Joining count={home.joining} />}
      {home.circles === 0 && home.joining === 0 && <Beginning />}
      {home.circles > 0 && next === undefined && <Calm />}
      {next !== undefined && <TheStep step={next} />}
      <Meanwhile news={home.news} />
      <Queue steps={rest} />
      {home.circles > 0 && (
        <p>
          <a href="#/next-steps">{t('actions.all.see')}</a>
        </p>
      )}
    </>
  )
}

/** A circle that was just started or entered has no news: from here on, what the others do is. */
function useNotedAsRead({ news, unread }: HomeData) {
  const { run } = useCommand('home', 'read')
  const withNews = new Set(news.map(({ circle }) => circle))
  const circles = unread.filter(({ circle }) => !withNews.has(circle))
  const key = circles.map(({ circle }) => circle).join()
  const note = useEffectEvent(() => void run({ circles }))
  // The circles are what is to be noted; that they moved on since is no reason to do it twice.
  useEffect(() => {
    if (key !== '') note()
  }, [key])
}

function Joining({ count }: { readonly count: number }) {
  const { t } = useWords()
  return (
    <Notice tone="info" action={<LinkButton href="#/join">{t('home.joining.see')}</LinkButton>}>
      {t('home.joining', { count })}
    </Notice>
  )
}

function Calm() {
  const { t } = useWords()
  return (
    <EmptyState
      title={t('home.calm.title')}
      action={<LinkButton href="#/circles">{t('home.calm.circles')}</LinkButton>}
    >
      {t('home.calm')}
    </EmptyState>
  )
}

function Beginning() {
  const { t } = useWords()
  return (
    <EmptyState
      title={t('home.empty.title')}
      action={
        <>
          <LinkButton variant="primary" href="#/circles/new">
            {t('home.empty.start')}
          </LinkButton>
          <LinkButton href="#/join">{t('home.empty.join')}</LinkButton>
          <LinkButton variant="plain" href="#/practice">
            {t('home.empty.practice')}
          </LinkButton>
        </>
      }
    >
      {t('home.empty')}
    </EmptyState>
  )
}
