import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { useWords } from '../words/words.tsx'
import type { Known } from './UpdatesPage.tsx'
import { UpdateSaid } from './UpdateSaid.tsx'

type OffersProps = { readonly offers: Known['offers']; readonly onFetched: (file: string) => void }

/** What people of one's circles who are there now have to share. */
export function Offers({ offers, onFetched }: OffersProps) {
  const { t, list } = useWords()
  const fetching = useCommand('update', 'fetch')
  const get = async (version: string) => {
    const fetched = await fetching.run({ version })
    if (fetched !== undefined) onFetched(fetched.file)
  }
  return (
    <section className="updates-part" aria-labelledby="offers">
      <h2 id="offers">{t('updates.offers')}</h2>
      {offers.length === 0 && <p>{t('updates.offers.none')}</p>}
      {offers.length > 0 && (
        <Rows label={t('updates.offers')}>
          {offers.map((offer) => (
            <Row
              key={`${offer.version} ${offer.file}`}
              acts={
                offer.verdict === 'good' && (
                  <Button isPending={fetching.isPending} onPress={() => void get(offer.version)}>
                    {t('updates.fetch')}
                  </Button>
                )
              }
            >
              <UpdateSaid of={offer} />
              <p>{t('updates.from', { names: list(offer.from) })}</p>
              {offer.verdict !== 'good' && <p>{t(`updates.verdict.${offer.verdict}`)}</p>}
            </Row>
          ))}
        </Rows>
      )}
      <Refused of={fetching} />
      <Underway of={fetching} label={t('updates.fetching')} />
    </section>
  )
}

/** What this person lets others have. */
export function Offering({ offered }: Pick<Known, 'offered'>) {
  const { t } = useWords()
  const offer = useCommand('update', 'offer')
  if (offered === null) return null
  return (
    <section className="updates-part" aria-labelledby="offering">
      <h2 id="offering">{t('updates.offering')}</h2>
      <UpdateSaid of={offered} />
      <Button isPending={offer.isPending} onPress={() => void offer.run({ file: null })}>
        {t('updates.withhold')}
      </Button>
      <Refused of={offer} />
    </section>
  )
}
