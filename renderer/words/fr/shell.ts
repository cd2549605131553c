import type { shell as English } from '../en/shell.ts'

export const shell: Record<keyof typeof English, string> = {
  'shell.program': 'Next Step Together',
  'shell.skip': 'Aller à la page',
  'shell.nextStep': 'Prochain pas',
  'shell.circles': 'Cercles',
  'shell.inStep': 'À jour',
  'shell.me': 'Moi',
  'shell.navigation': 'Principale',
  'shell.search': 'Chercher ou faire quelque chose',
  'shell.loading': 'Un instant…',
  'shell.lost':
    'Le programme ne répond pas. Il a peut-être été arrêté ; relancez-le et cette page reprendra d’elle-même.',
  'shell.lost.title': 'Pas de connexion',
  'shell.retry': 'Réessayer',
  'shell.back': 'Retour',
  'shell.broken.title': 'Quelque chose s’est mal passé sur cette page',
  'shell.broken.next':
    'Rien de ce que vous avez écrit dans le cercle n’est perdu. Revenez en arrière ou relancez le programme.',
  'shell.notFound.title': 'Il n’y a rien ici',
  'shell.notFound.next': 'La page portait peut-être un autre nom dans une version précédente.',
  'shell.seeWhat': 'Voir ce qui s’est passé',
  'shell.notDone': 'Cela n’a pas été fait : le programme n’a pas répondu. Vérifiez si c’est arrivé avant de réessayer.',
  'shell.goElsewhere': 'Revenez en arrière et choisissez de nouveau.',
  'shell.close': 'Fermer',
  'shell.undo': 'Annuler',
  'shell.required': 'obligatoire',
  'shell.messages': 'Messages',
  'shell.step.done': 'fait',
  'shell.step.now': 'maintenant',
  'shell.step.later': 'plus tard',
  'shell.step.skipped': 'sauté',
  'shell.removed': 'retiré',
  'shell.added': 'ajouté',
  'shell.kept': 'Ce que vous avez écrit est gardé jusqu’à l’envoi ou la fermeture de cette fenêtre.',
  'shell.kept.open': 'Continuer à écrire',
  'shell.closed.no-link.title': 'Cette fenêtre n’a pas de lien',
  'shell.closed.no-link':
    'Ouvrez-la avec le lien que le programme affiche là où il a démarré : ainsi personne d’autre ne peut regarder sur cet ordinateur.',
  'shell.closed.old-link.title': 'Ce lien a déjà servi ou est trop ancien',
  'shell.closed.old-link':
    'Chaque lien ouvre une fenêtre, une seule fois. Relancez le programme ou demandez-lui un nouveau lien, et ouvrez celui-là.',
  'shell.closed.ended.title': 'Cette fenêtre a été fermée',
  'shell.closed.ended':
    'Elle a été fermée depuis une autre fenêtre, ou le programme a redémarré. Rien de ce que vous avez dit n’est perdu. Ouvrez un nouveau lien pour continuer.',
  'shell.coming': 'Le cercle arrive sur cet ordinateur. Cela peut prendre un moment.',
  'shell.coming.part': 'En route vers cet ordinateur : {here, number} parties sur {known, number} sont arrivées.',
}
