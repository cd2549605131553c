import type { stick as English } from '../en/stick.ts'

export const stick: Record<keyof typeof English, string> = {
  'stick.title': 'Par clé USB',
  'stick.lead':
    'Pour les personnes qui ne partagent jamais de réseau. Branchez une clé, échangez, passez-la : la personne suivante reçoit ce qui est nouveau et laisse le sien.',
  'stick.where': 'Quelle clé ?',
  'stick.other': 'Un autre dossier',
  'stick.none':
    'Aucune clé n’est branchée, d’après cet ordinateur. Branchez-en une et regardez encore, ou indiquez un dossier.',
  'stick.again': 'Regarder encore',
  'stick.free': '{free, number} Mo libres',
  'stick.used': 'il y a déjà des cercles dessus',
  'stick.path': 'Le dossier',
  'stick.path.how': 'Copiez son chemin depuis votre gestionnaire de fichiers, par exemple /media/moi/CLE ou E:\\',
  'stick.circles': 'Quels cercles ?',
  'stick.circles.all': 'Tous les miens',
  'stick.keep': 'Désormais aussi tout seul, quand elle est là et que le programme tourne',
  'stick.exchange': 'Échanger maintenant',
  'stick.working': 'Lecture et écriture en cours. Ne la retirez pas avant la fin.',
  'stick.done': 'C’est fait. Vous pouvez la retirer.',
  'stick.read':
    '{count, plural, =0 {rien de nouveau pour vous ;} one {# nouveauté pour vous ;} other {# nouveautés pour vous ;}}',
  'stick.wrote': 'ce qui est nouveau de vous y est.',
  'stick.wrote.none': 'rien de nouveau pour les autres.',
  'stick.apart':
    'Quelque chose continue ce qui n’est pas encore passé ici : échangez encore une fois avec la personne qui l’a écrit.',
  'stick.damaged':
    '{count, plural, one {# fichier est abîmé. Rien n’en a été pris.} other {# fichiers sont abîmés. Rien n’en a été pris.}}',
  'stick.newer':
    '{count, plural, one {# fichier vient d’une version plus récente du programme. Mettez le vôtre à jour.} other {# fichiers viennent d’une version plus récente du programme. Mettez le vôtre à jour.}}',
  'stick.kept': 'Tout seul',
  'stick.there': 'est là',
  'stick.notThere': 'pas là maintenant',
  'stick.last': 'La dernière fois : {time}',
  'stick.forget': 'Plus tout seul',
  'stick.safe':
    'Qui trouve la clé ne peut y lire ni noms ni mots, ni de quels cercles il s’agit. On peut voir que ce programme a servi, et à peu près combien il y a.',
  'stick.join.title': 'Pas de réseau entre vous ? Portez votre demande',
  'stick.join.lead':
    'Faites scanner l’image, envoyez le texte ou apportez une clé. La personne compare les cinq mots avec vous et vous rend un fichier.',
  'stick.join.show': 'Montrer ma demande',
  'stick.join.qr': 'Votre demande en image, à scanner par la personne qui vous a invité',
  'stick.join.copy': 'La copier en texte',
  'stick.join.write': 'L’écrire là',
  'stick.answer.title': 'Quand la réponse est sur la clé',
  'stick.answer.take': 'Lire la réponse et entrer',
  'stick.invite.title': 'Quelqu’un sans réseau demande',
  'stick.invite.lead': 'Scannez l’image sur son écran, collez son texte ou branchez la clé apportée.',
  'stick.invite.text': 'Sa demande',
  'stick.invite.take': 'La prendre',
  'stick.invite.look': 'La chercher là',
  'stick.invite.found': '{names} apparaît maintenant plus bas. Comparez les cinq mots.',
  'stick.give.title': 'Donner la réponse à {name} dans un fichier',
  'stick.give.lead': 'Elle contient tout le cercle et ne s’ouvre que pour {name}. Sans elle, personne n’entre.',
  'stick.give.write': 'Écrire la réponse là',
  'stick.written': 'C’est là. Vous pouvez retirer la clé.',
}
