import type { files as English } from '../en/files.ts'

export const files: Record<keyof typeof English, string> = {
  'files.lead': 'Ce qui sort de ce cercle en fichiers, et ce qui vient d’autres programmes.',
  'files.out': 'Emporter',
  'files.out.lead':
    'Ce dont votre cercle se souvient, en fichiers lisibles sans ce programme, à imprimer ou à ouvrir dans un autre.',
  'files.logbook': 'Journal',
  'files.logbook.more':
    'Tous les accords avec leurs mots et les noms de qui a consenti. Pour un PDF, ouvrez-le pour l’imprimer et choisissez « Enregistrer au format PDF ».',
  'files.minutes': 'Compte rendu',
  'files.minutes.more': 'Qui était là, ce qui a été dit dans les tours et ce qui en est sorti, avec les noms.',
  'files.minutes.of': 'De quelle réunion',
  'files.calendar': 'Calendrier',
  'files.calendar.more': 'Réunions, jours de revue et fins de mandat. Il ne nomme personne, sauf si vous le voulez.',
  'files.withBlocked': 'Aussi les paroles de ceux que vous ne lisez pas',
  'files.calendar.details': 'Avec lieux, ordres du jour, noms et votre fuseau horaire',
  'files.members': 'Membres',
  'files.members.more': 'Toutes les personnes qui sont ou ont été ici : noms, depuis quand, et leurs rôles.',
  'files.roles': 'Rôles',
  'files.roles.more': 'Chaque rôle avec son but, son domaine et sa durée, et les noms de qui le tient.',
  'files.agreements': 'Accords',
  'files.agreements.more': 'Tous les accords avec leurs mots, et les noms de qui a consenti.',
  'files.backlog': 'En attente',
  'files.backlog.more': 'Ce qui attend le cercle, avec les noms de qui s’en occupe.',
  'files.print': 'Imprimer ou PDF',
  'files.take': '{what} en {form}',
  'files.as.md': 'Markdown',
  'files.as.html': 'Page web',
  'files.as.ics': 'Fichier de calendrier',
  'files.as.csv': 'Tableau (CSV)',
  'files.as.json': 'JSON',
  'files.open.taking': 'Lecture et reprise…',
  'files.writing': 'Écriture…',
  'files.in.bringing': 'Apport en cours…',
  'files.saved': '{name} est prêt : votre navigateur l’a mis dans vos téléchargements.',
  'files.in': 'Reprendre',
  'files.in.lead':
    'Ce que vous avez décidé avec un autre programme arrive comme remarqué. Cela attend parmi les sujets jusqu’à ce que quelqu’un l’apporte comme proposition : personne n’y a encore consenti ici.',
  'files.in.forms':
    'Un export de groupe Loomio, des rôles et cercles en tableau (CSV ou Excel), ou ce que donnent GlassFrog et Holaspirit.',
  'files.in.choose': 'Choisir un fichier',
  'files.in.reading': 'Lecture du fichier',
  'files.in.preview': 'Dans ce fichier : {name}',
  'files.in.table': 'un tableau',
  'files.in.preview.lead': 'Rien n’est encore entré. Choisissez ce qui doit entrer.',
  'files.in.kind.decided': '{count, plural, one {# chose décidée là-bas} other {# choses décidées là-bas}}',
  'files.in.kind.proposed': '{count, plural, one {# proposition sans résultat} other {# propositions sans résultat}}',
  'files.in.kind.role': '{count, plural, one {# rôle} other {# rôles}}',
  'files.in.kind.circle':
    '{count, plural, one {# cercle, peut-être un sous-cercle} other {# cercles, peut-être des sous-cercles}}',
  'files.in.kind.policy': '{count, plural, one {# règle} other {# règles}}',
  'files.in.kind.talked': '{count, plural, one {# discussion} other {# discussions}}',
  'files.in.which': 'Lesquels ?',
  'files.in.here': 'déjà ici',
  'files.in.people': '{count, plural, one {# personne là-bas} other {# personnes là-bas}}',
  'files.in.people.lead':
    'Leurs noms ne sont montrés qu’ici, pour que vous les invitiez. Rien d’autre n’a été lu à leur sujet.',
  'files.in.left.deleted':
    '{count, plural, one {# chose supprimée reste dehors} other {# choses supprimées restent dehors}}',
  'files.in.left.private':
    '{count, plural, one {# discussion privée reste dehors} other {# discussions privées restent dehors}}',
  'files.in.left.undecided-polls':
    '{count, plural, one {# sondage sans résultat reste dehors} other {# sondages sans résultat restent dehors}}',
  'files.in.left.attachments':
    '{count, plural, one {# fichier joint reste où il est} other {# fichiers joints restent où ils sont}}',
  'files.in.left.empty':
    '{count, plural, one {# chose sans titre reste dehors} other {# choses sans titre restent dehors}}',
  'files.in.tooMany': 'Au plus {limit, number} peuvent entrer à la fois. Choisissez moins de sortes.',
  'files.in.bring': '{count, plural, =0 {Reprendre} one {Reprendre # chose} other {Reprendre # choses}}',
  'files.in.leave': 'Laisser',
  'files.in.done':
    '{count, plural, =0 {Rien de nouveau n’est entré.} one {# chose est entrée comme remarquée.} other {# choses sont entrées comme remarquées.}}',
  'files.in.already': '{count, plural, one {# était déjà ici.} other {# étaient déjà ici.}}',
  'files.in.see': 'Voir les sujets en attente',
  'files.open.title': 'Un fichier d’un cercle',
  'files.open.lead': 'Quelqu’un l’a apporté pour vous. De lui-même, il ne change rien.',
  'files.open.take': 'Prendre ce qu’il contient',
  'files.open.done':
    '{count, plural, =0 {Vous aviez déjà tout.} one {Une nouveauté est arrivée.} other {# nouveautés sont arrivées.}}',
  'files.open.apart': 'Une partie fait suite à ce qui n’est pas encore arrivé. Elle attend que le reste soit là.',
  'files.open.see': 'Voir le cercle',
}
