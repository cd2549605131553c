import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { LINK_TONES, type Structure } from './link-data.ts'
import { StructureMap } from './StructureMap.tsx'
import './links.css'

/** All circles that this person can see from their own, as a map and as a list: there is no view of everything. */
export function StructurePage() {
  const { t } = useWords()
  const live = useLive('structure', 'show', {})
  return (
    <Page title={t('links.structure')} lead={t('links.structure.lead')} width="wide">
      <Asked live={live}>
        {(structure) =>
          structure.circles.length === 0 ? (
            <p>{t('links.structure.none')}</p>
          ) : (
            <>
              <StructureMap structure={structure} />
              <StructureList structure={structure} />
            </>
          )
        }
      </Asked>
    </Page>
  )
}

function StructureList({ structure: { circles, links } }: { readonly structure: Structure }) {
  const { t } = useWords()
  const name = (id: string) => circles.find(({ circle }) => circle === id)?.name ?? ''
  return (
    <section className="links-part" aria-labelledby="structure-list">
      <h2 id="structure-list">{t('links.structure.list')}</h2>
      <ul className="links-list">
        {circles.map(({ circle, name: called, isMine, members }) => (
          <li key={circle} className="links-card">
            <h3 dir="auto">{isMine ? <a href={`#/circles/${circle}`}>{called}</a> : called}</h3>
            <p className="links-soft">
              {members === null ? t('links.structure.known') : t('links.structure.people', { count: members })}
            </p>
            <ul className="links-seats">
              {links
                .filter(({ from, to }) => from === circle || to === circle)
                .map((link) => (
                  <li key={`${link.as} ${link.from} ${link.to}`}>
                    <bdi>{name(link.from === circle ? link.to : link.from)}</bdi>{' '}
                    {link.state === null ? (
                      t('links.structure.kin')
                    ) : (
                      <StateBadge tone={LINK_TONES[link.state]}>{t(`links.state.${link.state}`)}</StateBadge>
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
