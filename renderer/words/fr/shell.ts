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
}
