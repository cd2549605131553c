import type { ShellWords } from './en.ts'

export const fr: ShellWords = {
  file: 'Fichier',
  newCircle: 'Nouveau cercle',
  join: 'Rejoindre un cercle',
  yourPart: 'Vous et ce programme',
  edit: 'Édition',
  view: 'Affichage',
  help: 'Aide',
  open: 'Ouvrir',
  notNow: 'Pas maintenant',
  show: 'Afficher la fenêtre',
  keepInStep: 'Garder mes cercles à jour',
  quit: 'Quitter',
  install:
    'Ouvrir le programme d’installation d’une nouvelle version ? Il est vérifié. Fermez ce programme avant de continuer là-bas.',
  outside: 'Ceci mène hors de Next Step Together, vers un autre programme :',
  leave: 'Quelque chose sur cette page n’est pas fini et serait perdu. Fermer quand même ?',
  stay: 'Rester',
  close: 'Fermer',
  waits: 'Quelque chose vous attend',
  waitsMore: 'Ouvrez Next Step Together pour voir quoi.',
  died: 'La partie qui garde vos cercles s’est arrêtée. Elle recommence d’elle-même.',
  diedMore: 'Rien de ce que vous avez envoyé n’est perdu. Si cela revient, quittez et rouvrez le programme.',
}
