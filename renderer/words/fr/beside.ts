import type { beside as english } from '../en/beside.ts'

export const beside: Record<keyof typeof english, string> = {
  'beside.bar': 'Qui parle sur cet appareil',
  'beside.now': '{name} parle maintenant',
  'beside.hand': 'Le passer à {name}',
  'beside.home': 'Emporter les clés chez soi',
  'beside.title': 'Les personnes sur cet appareil',
  'beside.lead': 'Ils sont venus sans appareil. Chacun a sa propre clé sur celui de {name}.',
  'beside.none': 'Personne d’autre que vous',
  'beside.none.how':
    'Dans une réunion, sous « Quelqu’un est venu sans appareil », vous pouvez donner ici à quelqu’un sa propre clé.',
  'beside.counts': 'Ce qu’ils disent une fois l’appareil passé compte comme leur propre parole, comme celle de chacun.',
  'beside.shown':
    'On voit pour toujours que c’était dit sur l’appareil de {name}. Qui possède un appareil pourrait abuser d’une clé qui s’y trouve : passez-le, et rentrez chacun avec la vôtre.',
  'beside.later':
    'Avec les mots de leur clé, ils reviennent sur leur propre appareil, disent sous « Personnes » que celui-ci n’est plus là, et objectent à ce qui n’était pas d’eux.',
  'beside.slip': 'Montrer les mots de la clé de {name}',
  'beside.slip.lead': 'Seul·e {name} regarde maintenant. Ces mots sont {name} : qui les a parle de sa voix.',
  'beside.slip.back':
    'Chez soi : installer Next Step Together, choisir « J’ai des mots de récupération », et demander une invitation à quelqu’un du cercle.',
  'beside.slip.print': 'Imprimer ce papier',
  'beside.slip.kept': '{name} a ces mots sur papier',
  'beside.takeHome': '{name} emporte la clé',
  'beside.gone': 'Plus rien sur cet appareil ne parle pour {name}.',
  'beside.note': 'sur l’appareil de {name}',
}
