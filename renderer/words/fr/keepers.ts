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
}
