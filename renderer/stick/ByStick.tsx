import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useWords } from '../words/words.tsx'

/** The way to those who never share a network. */
export function ByStick() {
  const { t } = useWords()
  return (
    <Card as="section" aria-labelledby="by-stick" className="people-more">
      <h2 id="by-stick">{t('stick.title')}</h2>
      <p>{t('stick.lead')}</p>
      <LinkButton href="#/stick">{t('stick.title')}</LinkButton>
    </Card>
  )
}
