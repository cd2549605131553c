import type { keepers as English } from '../en/keepers.ts'

export const keepers: Record<keyof typeof English, string> = {
  'effect.keeper': 'Avec cet accord, un gardien garde les affaires de ce cercle',
  'keepers.title': 'Gardiens',
  'keepers.lead':
    'Un gardien est une machine toujours allumée. Il garde ce que le cercle écrit et le remet à chaque personne, pour que vous n’ayez pas à être là en même temps.',
  'keepers.none.title': 'Pas encore de gardien',
  'keepers.none':
    'Vous êtes à jour quand deux d’entre vous se rencontrent. Avec un gardien, personne n’a à attendre cela.',
  'keepers.sees':
    'Un gardien n’a aucune clé : il ne peut pas lire un mot. La personne qui le tient peut voir quelles adresses du réseau l’appellent et quand, combien d’appareils écrivent, combien et quand. Il peut perdre ou retenir ce qu’il a ; il ne peut pas le changer.',
  'keepers.sees.title': 'Ce qu’un gardien peut voir',
  'keepers.standing.whole': 'A tout',
  'keepers.standing.coming': 'Reçoit ce qui lui manque',
  'keepers.standing.full': 'Plein',
  'keepers.standing.away': 'Ne répond pas',
  'keepers.standing.barred': 'Pas appelé',
  'keepers.standing.newer': 'Plus récent que ce programme',
  'keepers.standing.withholds': 'Retient quelque chose',
  'keepers.standing.untrue': 'A changé quelque chose',
  'keepers.withholds.what':
    'Un gardien dit avoir ce qui manque ici et n’en remet rien. Demande à la personne qui le tient, ou nommez-en un autre.',
  'keepers.untrue.what':
    'Un gardien a remis ce que personne du cercle n’a signé. Rien n’en a été pris. Demande à la personne qui le tient, et nommez-en un autre.',
  'keepers.full.what':
    'Il ne prend plus rien. Demande plus de place à la personne qui le tient, ou nommez-en un autre.',
  'keepers.barred.what': 'Pour ce cercle, tu as choisi de ne pas être trouvé là où il est.',
  'keepers.newer.what': 'Mets ce programme à jour pour pouvoir lui parler.',
  'keepers.away.what': 'Le programme réessaie tout seul. Il était là pour la dernière fois {ago}.',
  'keepers.away.never': 'Le programme réessaie tout seul.',
  'keepers.of': '{kept, number} morceaux sur {known, number}',
  'keepers.place': 'à {place}',
  'keepers.place.internet': 'se trouve sur internet',
  'keepers.agreement': 'L’accord qui le nomme',
  'keepers.end': 'Proposer de s’en passer',
  'keepers.proposed': 'Proposés',
  'keepers.reach': 'Choisir qui peut te trouver',
  'keepers.propose.title': 'Proposer un gardien',
  'keepers.propose.lead':
    'Tout le monde peut en tenir un : sur un petit ordinateur chez soi ou une machine louée, avec la commande nst keeper. Elle montre une adresse. Le cercle décide ensuite par consentement.',
  'keepers.propose.address': 'Son adresse',
  'keepers.propose.address.lead':
    'La ligne qui commence par nstk1-. Qui la connaît peut confier des choses à ce gardien.',
  'keepers.propose.bad': 'Ce n’est pas l’adresse d’un gardien. Une lettre s’est peut-être perdue en copiant.',
  'keepers.propose.open': 'Ce gardien prend les affaires de n’importe qui.',
  'keepers.propose.why': 'Qui le tient, et où ?',
  'keepers.propose.why.lead':
    'Tout le monde décide sur ces mots. Dis qui s’occupe de la machine, et pourquoi vous lui faites confiance.',
  'keepers.propose.send': 'Porter cela au cercle',
  'keepers.propose.name': 'Un gardien pour nous',
  'keepers.go': 'Gardiens',
  'effect.relay': 'Avec cet accord, un relais transmet pour ce cercle',
  'relays.title': 'Relais',
  'relays.lead':
    'Un relais est une machine sur internet, toujours allumée. Là où deux réseaux ne laissent passer personne, il transmet ce que vous vous dites. Il ne sert que là où il n’y a pas d’autre chemin.',
  'relays.none.title': 'Pas encore de relais',
  'relays.none':
    'La plupart d’entre vous se rencontrent sans lui. Il aide là où un réseau ne laisse entrer personne, comme certains réseaux de téléphones et de bureaux.',
  'relays.sees':
    'Un relais n’a aucune clé et ne garde rien : il ne peut pas lire un mot. La personne qui le tient peut voir quelles adresses du réseau se parlent à travers lui, combien et quand ; ni qui elles sont, ni de quel cercle il s’agit.',
  'relays.sees.title': 'Ce qu’un relais peut voir',
  'relays.standing.used': 'Transmet pour toi maintenant',
  'relays.standing.ready': 'Là quand il le faut',
  'relays.standing.barred': 'Pas appelé',
  'relays.one': 'Un relais',
  'relays.used.what': '{count, plural, one {# connexion passe par lui.} other {# connexions passent par lui.}}',
  'relays.barred.what': 'Pour ce cercle, tu as choisi de ne pas être trouvé sur internet.',
  'relays.propose.title': 'Proposer un relais',
  'relays.propose.lead':
    'Tout le monde peut en tenir un, sur une machine qui a sa propre connexion à internet, avec la commande nst relay. Elle montre une adresse. Le cercle décide ensuite par consentement.',
  'relays.propose.address': 'Son adresse',
  'relays.propose.address.lead': 'La ligne qui commence par nstr1-. Qui la connaît peut se servir de ce relais.',
  'relays.propose.bad': 'Ce n’est pas l’adresse d’un relais. Une lettre s’est peut-être perdue en copiant.',
  'relays.propose.open': 'Ce relais transmet pour n’importe qui.',
  'relays.propose.why': 'Qui le tient, et où ?',
  'relays.propose.why.lead':
    'Tout le monde décide sur ces mots. Dis qui s’occupe de la machine, et pourquoi vous lui faites confiance.',
  'relays.propose.send': 'Porter cela au cercle',
  'relays.propose.name': 'Un relais pour nous',
}
