import type { beside as english } from '../en/beside.ts'

export const beside: Record<keyof typeof english, string> = {
  'beside.bar': 'Qui parle sur cet appareil',
  'beside.now': '{name} parle maintenant',
  'beside.hand': 'Le passer à {name}',
  'beside.home': 'Emporter les clés chez soi',
  'beside.title': 'Les personnes sur cet appareil',
  'beside.lead': 'Ces personnes sont venues sans appareil. Chacune a sa propre clé sur celui de {name}.',
  'beside.none': 'Personne d’autre que vous',
  'beside.none.how':
    'Dans une réunion, sous « Quelqu’un est venu sans appareil », vous pouvez donner ici à quelqu’un sa propre clé.',
  'beside.counts':
    'Ce qu’elles disent une fois l’appareil passé compte comme leur propre parole, comme celle de chacun.',
  'beside.shown':
    'On voit pour toujours que cela a été dit sur l’appareil de {name}. Qui possède un appareil pourrait abuser d’une clé qui s’y trouve : passez-vous l’appareil, et que chacun reparte avec sa clé.',
  'beside.later':
    'Avec les mots de leur clé, elles reviennent sur leur propre appareil, disent sous « Personnes » que celui-ci n’est plus là, et objectent à ce qui n’était pas d’elles.',
  'beside.slip': 'Montrer les mots de la clé de {name}',
  'beside.slip.lead':
    'À présent, {name} regarde, et personne d’autre. Ces mots sont sa clé : qui les a parle de sa voix.',
  'beside.slip.back':
    'Chez soi : installer Next Step Together, choisir « J’ai des mots de récupération », et demander une invitation à quelqu’un du cercle.',
  'beside.slip.print': 'Imprimer ce papier',
  'beside.slip.kept': '{name} a ces mots sur papier',
  'beside.takeHome': '{name} emporte la clé',
  'beside.gone': 'Plus rien sur cet appareil ne parle pour {name}.',
  'beside.note': 'sur l’appareil de {name}',
}
