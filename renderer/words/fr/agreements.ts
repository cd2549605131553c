import type { agreements as English } from '../en/agreements.ts'

export const agreements: Record<keyof typeof English, string> = {
  'agreements.state.in-force': 'En vigueur',
  'agreements.state.settled': 'En vigueur, vu par tout le monde',
  'agreements.state.contested': 'À revoir ensemble',
  'agreements.state.superseded': 'Remplacé',
  'agreements.state.invalid': 'Non valable',
  'agreements.lead': 'Conclu dans {circle}. Il tient jusqu’à ce qu’on le regarde de nouveau le {date}.',
  'agreements.overdue': 'La révision était prévue le {date}. Il reste en vigueur jusqu’à ce que vous le regardiez.',
  'agreements.contested':
    'Pendant que vous étiez séparés, tout le monde ne savait pas ce que faisaient les autres. Rien n’est défait : ce qui est commencé et ce qu’on peut reprendre peut continuer ; attendez d’avoir parlé avant ce qui est sans retour.',
  'agreements.contested.title': 'À revoir ensemble',
  'agreements.contest.objection': '{name} a objecté sans savoir que c’était conclu : « {reason} »',
  'agreements.contest.other-consent': '{name} a consenti à un autre texte sans savoir que celui-ci était conclu.',
  'agreements.contest.other-agreement': 'Un autre texte a été conclu en même temps, par {name}.',
  'agreements.contest.laid-aside': '{name} a rangé la proposition sans savoir qu’elle était conclue : « {reason} »',
  'agreements.contest.mutual-removal':
    '{name} a conclu un autre retrait en même temps : chacun partirait avec le consentement de l’autre, donc personne ne part.',
  'agreements.contest.only-removed': 'Cela ne reposait que sur le consentement de {name}, donné à part de son retrait.',
  'agreements.contest.device-gone':
    '{name} dit que l’appareil qui a donné son consentement n’était déjà plus à elle ou à lui',
  'agreements.contest.device-forked':
    '{name} a consenti depuis un appareil qui avait continué de deux façons, peut-être parce qu’il a été restauré d’une copie. Demandez à {name} quelles paroles sont les siennes.',
  'agreements.contest.disputed-word':
    '{name} dit que ces paroles dans la salle n’étaient pas les siennes : « {reason} »',
  'agreements.contested.go': 'En parler et interroger tout le monde de nouveau',
  'agreements.superseded': 'Un texte plus récent a pris sa place. Il est gardé parce qu’on s’y est fié.',
  'agreements.invalid':
    'Quelqu’un a clôturé ce tour sans le consentement de tout le monde. Cela ne compte pas ; c’est montré pour que rien ne soit caché.',
  'agreements.who': 'Qui a consenti à ce texte',
  'agreements.consented': 'a consenti',
  'agreements.certificate': 'Certificat',
  'agreements.certificate.lead':
    'Un petit fichier qui montre, des années plus tard et à n’importe qui, que ces personnes ont consenti exactement à ce texte.',
  'agreements.certificate.save': 'Enregistrer le certificat',
  'agreements.toProposal': 'La proposition et son échange',
  'agreements.object': 'J’objecte à cet accord…',
  'agreements.object.title': 'Objecter à un accord',
  'agreements.object.lead':
    'L’accord reste pour l’instant. Votre objection va sur la liste du cercle, pour qu’on en parle bientôt.',
  'agreements.object.send': 'La mettre sur la liste',
  'agreements.object.done': 'Votre objection est sur la liste du cercle.',
  'agreements.change': 'Proposer un autre texte',
}
