import { createIntl } from 'react-intl'
import { expect, it } from 'vitest'
import { frenchWords, withShort } from '../../renderer/words/french.ts'

const say = (text: string, values?: Record<string, string | number>) =>
  createIntl({ locale: 'fr', messages: frenchWords({ it: text }) }).formatMessage({ id: 'it' }, withShort(values))

it('French shortens "de" and "que" before a name that begins with a vowel, and no other', () => {
  expect(say('sur l’appareil de {name}', { name: 'Anne' })).toBe('sur l’appareil d’Anne')
  expect(say('sur l’appareil de {name}', { name: 'Élodie' })).toBe('sur l’appareil d’Élodie')
  expect(say('l’objection de {names}', { names: 'Benoît et Anne' })).toBe('l’objection de Benoît et Anne')
  expect(say('Proposer que {name} continue', { name: 'Inès' })).toBe('Proposer qu’Inès continue')
  expect(say('Le code {number}', { number: 3 })).toBe('Le code 3')
})

it('French breaks no line before a mark that stands apart, or inside quotation marks', () => {
  expect(say('Comment était-ce ?')).toBe('Comment était-ce\u00a0?')
  expect(say('Vers « {title} » : {count, plural, one {# pas} other {# pas}} !', { title: 'Dimanche', count: 2 })).toBe(
    'Vers «\u00a0Dimanche\u00a0»\u00a0: 2 pas\u00a0!',
  )
})
