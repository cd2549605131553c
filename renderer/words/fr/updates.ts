import type { updates as English } from '../en/updates.ts'

export const updates: Readonly<Record<keyof typeof English, string>> = {
  'updates.link': 'Nouvelles versions de ce programme',
  'updates.title': 'Nouvelles versions',
  'updates.lead':
    'Ce programme n’en cherche aucune de lui-même. Vous lui donnez un fichier, ou le recevez de quelqu’un de vos cercles ; il dit ce qu’est le fichier, et vous décidez.',
  'updates.version': 'Vous avez la version {version}.',
  'updates.takes':
    'Une nouvelle version demande {count, plural, one {la signature d’une} other {les signatures de #}} des {keys, plural, one {une personne qui publie} other {# personnes qui publient}} ce programme.',
  'updates.choose': 'Choisir un fichier de mise à jour',
  'updates.reading': 'Lecture du fichier',
  'updates.checked': 'Ce qu’est ce fichier',
  'updates.is': 'Version {version}, pour {system}, {size} Mo :',
  'updates.signed': 'Signatures : {count} ; il en faut {threshold}.',
  'updates.verdict.good':
    'Il est en ordre : ceux qui publient ce programme l’ont signé, rien n’y a été changé, et il est plus récent que le vôtre.',
  'updates.verdict.no-keys':
    'Ce programme ne porte aucune clé de ceux qui le publient : il ne peut vérifier aucune mise à jour. Prenez une nouvelle version là où vous avez eu celle-ci.',
  'updates.verdict.not-an-update': 'Ce n’est pas un fichier de mise à jour de ce programme, ou il est endommagé.',
  'updates.verdict.not-signed': 'Ceux qui publient ce programme ne l’ont pas signé. Ne l’installez pas.',
  'updates.verdict.damaged':
    'Il est endommagé, ou a été changé après sa signature. Ne l’installez pas ; demandez une autre copie.',
  'updates.verdict.for-another': 'Il est en ordre, mais pour une autre sorte d’ordinateur. Vous pouvez le transmettre.',
  'updates.verdict.not-newer': 'Il est en ordre, mais pas plus récent que ce que vous avez. Il n’est pas installé.',
  'updates.install': 'Ouvrir le programme d’installation',
  'updates.install.means':
    'Il est vérifié encore une fois, et votre système l’ouvre. Fermez ce programme avant de continuer là-bas.',
  'updates.take': 'Sortir le programme d’installation',
  'updates.taken': 'Le programme d’installation est ici :',
  'updates.taken.next': 'Fermez ce programme, puis ouvrez ce fichier.',
  'updates.offer': 'Laisser les gens de mes cercles l’avoir',
  'updates.offer.means':
    'Qui, de vos cercles, rencontre votre programme peut le recevoir de vous. Personne d’autre n’en sait rien.',
  'updates.offering': 'Ce que vous laissez aux autres',
  'updates.withhold': 'Plus maintenant',
  'updates.offers': 'Des gens de vos cercles',
  'updates.offers.none': 'Personne qui soit là n’en a à partager.',
  'updates.from': 'De {names}',
  'updates.fetch': 'La recevoir',
  'updates.fetching': 'Elle arrive',
}
