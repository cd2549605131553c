import type { joining as English } from '../en/joining.ts'

export const joining: Record<keyof typeof English, string> = {
  'joining.invite': 'Inviter quelqu’un',
  'joining.invite.lead':
    'Le mieux est d’être ensemble. L’autre personne prend votre invitation, les deux écrans montrent les cinq mêmes mots, et vous dites oui.',
  'joining.invite.make': 'Créer une invitation',
  'joining.invite.another': 'Créer une autre invitation',
  'joining.invite.openOnes': 'Invitations encore ouvertes',
  'joining.invite.openOne': 'Pour une personne, jusqu’au {date}',
  'joining.invite.once': 'Elle permet à une personne de demander. Elle prend fin le {date}, ou quand vous la retirez.',
  'joining.invite.qr': 'Votre invitation en image, à scanner par l’autre personne',
  'joining.invite.text': 'Ou en texte, à coller',
  'joining.invite.copy': 'Copier',
  'joining.invite.copied': 'Copié.',
  'joining.invite.revoke': 'La retirer',
  'joining.invite.revoked': 'Retirée. Plus personne ne peut l’utiliser.',
  'joining.invite.unreachable':
    'Personne ne peut encore joindre cet ordinateur. Laissez-le d’abord être trouvé, puis créez l’invitation.',
  'joining.invite.reach': 'Le laisser être trouvé',
  'joining.invite.waiting': 'Qui demande à entrer',
  'joining.invite.nobody': 'Personne pour l’instant. Cette page les montre aussitôt.',
  'joining.invite.compare': 'Voyez-vous tous les deux ces cinq mots ?',
  'joining.invite.same': 'Oui, les mêmes : faire entrer {name}',
  'joining.invite.different': 'Non, ils diffèrent',
  'joining.invite.differentHelp':
    'Alors ne faites pas entrer cette personne : quelqu’un est peut-être entre vous. Retirez l’invitation et créez-en une autre.',
  'joining.invite.in': '{name} est dans le cercle.',
  'joining.invite.state.waiting': 'vous attend',
  'joining.invite.state.confirmed': 'est entré·e',
  'joining.invite.state.cancelled': 'n’attend plus',
  'joining.invite.guest':
    'Ce cercle a déjà des accords. Qui arrive est une personne invitée, qui peut questionner et réagir, jusqu’à ce que le cercle consente à l’avoir comme membre.',
  'joining.invite.keys': 'Qui entre peut lire tout ce que le cercle a écrit jusqu’ici.',
  'joining.join': 'On m’a invité·e',
  'joining.join.lead': 'Scannez l’image sur l’écran de l’autre personne, ou collez le texte qu’elle vous a envoyé.',
  'joining.join.text': 'L’invitation',
  'joining.join.ask': 'Demander à entrer',
  'joining.join.scan': 'Scanner avec la caméra',
  'joining.join.scanning': 'Tenez l’image devant la caméra.',
  'joining.join.stopScan': 'Arrêter la caméra',
  'joining.join.noCamera': 'La caméra n’est pas utilisable. Collez le texte.',
  'joining.join.words': 'Lisez ces cinq mots à la personne qui vous a invité·e. Elle doit voir les mêmes.',
  'joining.join.wait':
    'Elle dit maintenant oui sur son écran. Vous pouvez fermer cette page ou le programme ; votre demande est gardée.',
  'joining.join.near':
    'Êtes-vous dans le même réseau ? Vous pouvez alors vous y trouver, même si son adresse a changé. D’autres dans ce réseau peuvent remarquer que quelqu’un utilise ce programme.',
  'joining.join.goNear': 'La chercher dans ce réseau',
  'joining.join.abroad':
    'La personne qui vous a invité peut être jointe par internet. Les personnes du cercle, et quiconque est sur le chemin, pourront voir votre adresse internet et quand vous êtes là.',
  'joining.join.goAbroad': 'La chercher par internet',
  'joining.join.cancel': 'Je ne veux plus entrer',
  'joining.join.requests': 'Vos demandes',
  'joining.join.state.waiting': 'en attente',
  'joining.join.state.joined': 'vous y êtes',
  'joining.join.state.cancelled': 'vous n’attendez plus',
  'joining.join.state.refused': 'non acceptée',
  'joining.join.go': 'Aller au cercle',
  'joining.invite.ready': 'L’invitation est prête. Elle vaut pour une personne.',
  'joining.join.asked': 'Vous avez demandé à entrer. Comparez maintenant les cinq mots.',
  'joining.join.takenBack': 'Votre demande est retirée.',
  'joining.join.letIn': 'On vous a laissé entrer.',
  'joining.join.letIn.wait':
    'Le cercle arrive de lui-même depuis toute personne que vous pouvez joindre, même après un redémarrage. Inutile d’attendre ici.',
  'joining.join.letIn.go':
    'On vous a déjà laissé entrer. Si vous partez maintenant, dites-le : tant qu’on ne vous retire pas de la liste, on vous attend aussi. Pour entrer plus tard, demandez une nouvelle invitation.',
  'joining.invite.open': 'Ouvrir cet appareil à celles et ceux du même réseau',
}
