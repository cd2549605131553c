import type { devices as English } from '../en/devices.ts'

export const devices: Record<keyof typeof English, string> = {
  'devices.restore': 'J’ai des mots de récupération',
  'devices.restore.title': 'Redevenez vous-même',
  'devices.restore.lead':
    'Écrivez les 24 mots que vous aviez notés. Cet ordinateur devient un nouvel appareil à vous ; ensuite, quelqu’un de chacun de vos cercles le fait entrer.',
  'devices.restore.words': 'Vos mots de récupération',
  'devices.restore.wordsHint': 'Dans l’ordre, séparés par des espaces. Ils restent sur cet ordinateur.',
  'devices.restore.send': 'Revenir',
  'devices.restore.not': 'C’est ma première fois',
  'devices.back.title': 'Content de vous revoir, {name}',
  'devices.back.lead':
    'Ce nouvel appareil ne connaît encore aucun de vos cercles. Les mots rendent qui vous êtes ; ce qui a été dit est chez les autres.',
  'devices.back.how':
    'Demandez une invitation à quelqu’un de chaque cercle et utilisez-la ici. Vous comparez cinq mots, et toute l’histoire vient avec. Un fichier sur une clé ne peut pas aider avant cela.',
  'devices.back.lost': 'Si votre ancien appareil est perdu, dites-le ensuite à la page « Personnes » de chaque cercle.',
  'devices.back.join': 'J’ai une invitation',
  'devices.rejoin': 'Cet appareil doit encore entrer dans : {circles}.',
  'devices.rejoin.how': 'Demandez une invitation à quelqu’un là-bas et utilisez-la ici.',
  'devices.rejoin.unnamed': 'un cercle dont le nom n’est pas connu ici',
  'devices.copied.title': 'Ce dossier a été copié',
  'devices.copied.lead':
    'Deux qui parlent comme un seul casseraient un cercle : cette copie ne peut donc pas continuer comme l’original.',
  'devices.copied.what':
    'Vous pouvez continuer ici avec un nouvel appareil à vous. Vous restez vous-même ; chacun de vos cercles doit le faire entrer. Ce qui a été copié est mis de côté et ne sert plus. L’original, là où il vit, continue comme avant.',
  'devices.copied.send': 'Continuer ici comme nouvel appareil',
  'devices.mine': 'Vos appareils',
  'devices.mine.lead': 'Chacun d’eux parle pour vous dans ce cercle.',
  'devices.others': 'Appareils des autres',
  'devices.this': 'cet appareil',
  'devices.first': 'ici depuis le début',
  'devices.letIn': 'entré avec {name} le {date}',
  'devices.gone': 'perdu',
  'devices.revoke': 'Celui-ci est perdu',
  'devices.revoke.title': 'Cet appareil est-il perdu ?',
  'devices.revoke.what':
    'Il est entré le {date}. Ce qu’il a dit et que vous connaissez reste. Tout ce qu’il dit d’autre, ou a dit à part, ne décide plus rien. Il peut encore lire ce qu’il a.',
  'devices.revoke.ever': 'On ne revient pas en arrière : si vous le retrouvez, il devra entrer de nouveau.',
  'devices.revoke.send': 'Oui, il est perdu',
  'devices.revoked': 'Le cercle sait qu’il est perdu.',
  'devices.invite.another': '{name} est déjà dans ce cercle. C’est un autre appareil, qui parlera aussi pour {name}.',
  'devices.invite.same': 'Oui, les mêmes : faire entrer cet appareil de {name}',
  'devices.join.back': 'Content de vous revoir : cet appareil parle maintenant pour vous.',
  'devices.borrowed': 'en vérité l’appareil de {name}',
}
