import { useState } from 'react'
import { Disclosure } from '../ui/Disclosure.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

const STATES = ['standing', 'due-soon', 'overdue', 'contested', 'replaced', 'ended'] as const
const KINDS = [
  'agreement',
  'purpose',
  'way',
  'link',
  'role',
  'plan',
  'belonging',
  'helping',
  'sub-circle',
  'state',
  'driver',
  'minutes',
  'ending',
  'evaluation',
  'objection',
  'passed-on',
  'answer',
  'founded',
  'joined',
] as const
const ORDERS = ['newest', 'oldest', 'title', 'review', 'owner'] as const

export type Wanted = {
  readonly search: string
  readonly state: (typeof STATES)[number] | 'all'
  readonly order: (typeof ORDERS)[number]
  readonly what: (typeof KINDS)[number] | 'all'
  /** A person, or ANYONE. */
  readonly owner: string
  /** YYYY-MM-DD, or '' for ever. */
  readonly since: string
}

const ANYONE = 'anyone'
export const EVERYTHING: Wanted = { search: '', state: 'all', what: 'all', order: 'newest', owner: ANYONE, since: '' }

/** As the program is asked: what is not narrowed is not said. */
export function queryOf({ search, state, what, order, owner, since }: Wanted) {
  return {
    order,
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(state === 'all' ? {} : { state }),
    ...(what === 'all' ? {} : { kinds: [what] }),
    ...(owner === ANYONE ? {} : { owner }),
    ...(since === '' ? {} : { since }),
  }
}

type Props = {
  readonly wanted: Wanted
  readonly onChange: (part: Partial<Wanted>) => void
  readonly members: readonly { readonly person: string; readonly name: string }[]
}

/** What one looks for, which of it, and in which order. */
export function Filters({ wanted, onChange, members }: Props) {
  const { t } = useWords()
  // As it was when one came: it does not close under somebody's hand.
  const [isNarrowed] = useState(Object.keys(queryOf({ ...wanted, search: '' })).length > 1 || wanted.order !== 'newest')
  return (
    <div role="search" className="logbook-filters">
      <TextField
        label={t('logbook.search')}
        description={t('logbook.searchHint')}
        type="search"
        value={wanted.search}
        onChange={(search) => onChange({ search })}
        maxLength={200}
      />
      <Disclosure title={t('logbook.narrow')} isOpenAtFirst={isNarrowed}>
        <div className="logbook-narrow">
          <Select
            label={t('logbook.which')}
            value={wanted.state}
            onChange={(state) => onChange({ state })}
            items={(['all', ...STATES] as const).map((id) => ({ id, label: t(`logbook.which.${id}`) }))}
          />
          <Select
            label={t('logbook.what')}
            value={wanted.what}
            onChange={(what) => onChange({ what })}
            items={[
              { id: 'all', label: t('logbook.what.all') },
              ...KINDS.map((id) => ({ id, label: t(`logbook.kind.${id}`) })),
            ]}
          />
          <Select
            label={t('logbook.owner')}
            value={wanted.owner}
            onChange={(owner) => onChange({ owner })}
            items={[
              { id: ANYONE, label: t('logbook.owner.any') },
              ...members.map(({ person, name }) => ({ id: person, label: name })),
            ]}
          />
          <DateField label={t('logbook.since')} value={wanted.since} onChange={(since) => onChange({ since })} />
          <Select
            label={t('logbook.order')}
            value={wanted.order}
            onChange={(order) => onChange({ order })}
            items={ORDERS.map((id) => ({ id, label: t(`logbook.order.${id}`) }))}
          />
        </div>
      </Disclosure>
    </div>
  )
}
