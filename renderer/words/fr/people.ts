import type { people as English } from '../en/people.ts'

export const people: Record<keyof typeof English, string> = {
  'people.title': 'Personnes',
  'people.lead': 'Qui fait partie de {circle}.',
  'people.you': 'vous',
  'people.state.joined': 'Membre',
  'people.state.guest': 'Invité',
  'people.state.on-leave': 'En congé',
  'people.state.suspended': 'Participation suspendue',
  'people.state.left': 'Parti',
  'people.state.removed': 'Retiré',
  'people.past': 'Étaient là avant',
  'people.invite': 'Inviter quelqu’un',
  'people.guest.title': 'Qu’est-ce qu’un invité ?',
  'people.guest.what':
    'Qui entre après le premier accord commence comme invité. Un invité lit tout, demande, répond et réagit ; les tours ne demandent pas encore son consentement.',
  'people.guest.how':
    'Pour qu’un invité devienne membre, quelqu’un apporte une proposition qui le nomme. Quand tout le monde consent, il est membre.',
  'people.guest.you':
    'Vous êtes ici en invité. Vous pouvez demander et réagir ; le cercle décide par consentement de faire de vous un membre.',
  'people.guest.propose': 'Proposer que {name} devienne membre',
  'people.name.title': 'Votre nom ici',
  'people.name.label': 'Votre nom dans ce cercle',
  'people.name.lead': 'Tout le cercle le voit. Ce que vous avez signé avant reste tel quel.',
  'people.name.change': 'Changer de nom',
  'people.name.changed': 'Ici, vous vous appelez désormais {name}.',
  'people.reach.title': 'Être trouvé·e',
  'people.reach.label': 'Qui peut vous trouver pour ce cercle ?',
  'people.reach.lead': 'Cela ne concerne que votre appareil. Les autres membres du cercle choisissent pour eux-mêmes.',
  'people.reach.nobody': 'Personne',
  'people.reach.nobody.what': 'Rien n’est envoyé pour ce cercle, sauf si l’un de vous appelle l’autre à une adresse.',
  'people.reach.lan': 'Les personnes dans le même réseau',
  'people.reach.lan.what':
    'Sur le même Wi-Fi ou câble, même sans internet : qui, dans ce cercle, a fait le même choix est trouvé en quelques instants. D’autres dans ce réseau peuvent remarquer que quelqu’un utilise ce programme et quels appareils se connectent. Ils ne peuvent voir ni de quel cercle il s’agit, ni qui en fait partie, ni ce qui se dit.',
  'people.reach.internet': 'Internet',
  'people.reach.internet.what': 'Pas encore disponible.',
  'people.leave.title': 'Vous partez quelque temps ?',
  'people.leave.lead':
    'Pendant votre congé, les nouveaux tours ne vous attendent pas. Vous revenez avec votre premier mot dans le cercle, ou en le disant ici.',
  'people.leave.start': 'Prendre un congé',
  'people.leave.on': 'Vous êtes en congé. Les nouveaux tours ne vous attendent pas.',
  'people.leave.end': 'Je suis de retour',
  'people.leave.started': 'Vous êtes maintenant en congé. Les autres le voient.',
  'people.leave.ended': 'Bon retour parmi nous.',
  'people.ways': 'Quand quelqu’un est absent, ou que cela ne va plus ensemble',
  'people.apart.title': 'Quand cela ne va plus ensemble',
  'people.apart.lead':
    'Parlez d’abord, si vous le pouvez : avec la personne, ou avec quelqu’un en qui vous avez tous deux confiance. La suite est là quand cela ne suffit pas. Aucun pas ne va plus loin que nécessaire.',
  'people.apart.self.title': 'Pour vous-même, tout de suite',
  'people.apart.self':
    'Il n’y a personne à consulter. Rien ne vous oblige à répondre, et vous pouvez prendre congé : les nouvelles rondes ne vous attendent pas, et votre premier mot vous ramène. Cela ne change rien pour les autres.',
  'people.apart.together.title': 'Avec le consentement des autres',
  'people.apart.together':
    'Vous le proposez, et tout le monde est consulté sauf cette personne. Elle peut poser des questions, dire comment elle le vit et noter des réserves. Rien ne se passe avant que tous les autres aient consenti.',
  'people.apart.who': 'De qui s’agit-il ?',
  'people.apart.what': 'Que proposeriez-vous ?',
  'people.apart.rest': 'Une pause',
  'people.apart.rest.what':
    'Elle n’est plus consultée pour l’instant. Elle reste membre, et son premier mot y met fin.',
  'people.apart.remove': 'Continuer sans cette personne',
  'people.apart.remove.what':
    'Elle ne fait plus partie du cercle. Ce qu’elle a dit jusque-là compte, et ce qui a été convenu demeure. Ce qui se dit ensuite, elle ne peut plus le lire ; ce qu’elle a déjà, elle le garde. Elle peut être accueillie de nouveau plus tard.',
  'people.apart.why': 'Que s’est-il passé, et de quoi le cercle a-t-il besoin ?',
  'people.apart.why.lead':
    'Tout le monde le lit, cette personne aussi. Dites ce que vous avez vu et ce qui en découle pour le cercle, plutôt que comment quelqu’un est.',
  'people.apart.send': 'L’apporter aux autres',
  'people.apart.rest.proposal': 'Pour l’instant, nous ne consultons pas {name}',
  'people.apart.remove.proposal': 'Nous continuons sans {name}',
  'people.away.title': 'Quand quelqu’un est absent',
  'people.away.lead':
    'Toutes les personnes consultées répondent : le silence de personne ne vaut consentement. Il en est ainsi dans chaque cercle tant qu’il n’en convient pas autrement.',
  'people.away.first.title': 'À essayer d’abord',
  'people.away.first':
    'Faites un rappel. Demandez si la personne veut prendre congé un moment : les nouvelles rondes ne l’attendent alors pas. Quand quelqu’un se tait depuis longtemps, les autres peuvent convenir de ne plus le consulter jusqu’à son prochain mot.',
  'people.away.rest': 'Proposer une pause',
  'people.away.silence.title': 'Laisser compter le silence',
  'people.away.silence':
    'Un cercle peut convenir que la personne qui ouvre une ronde fixe un délai. Quand il est passé aux horloges de deux personnes, et que moins de la moitié se taisent, on peut conclure sans elles. L’accord dit pour toujours qui était absent. Personne n’est retiré ainsi.',
  'people.away.lost.title': 'Ce à quoi vous renoncez',
  'people.away.lost':
    'Tant que tout le monde répond, deux parties d’un cercle qui ne se joignent pas ne conviennent jamais de choses différentes. Si le silence compte, elles le peuvent. Les deux accords sont alors montrés comme contestés, et il faut en parler. Qui était absent peut objecter ensuite, ce qui conteste aussi l’accord.',
  'people.away.days': 'Après combien de temps ?',
  'people.away.count': '{days, plural, one {# jour} other {# jours}}',
  'people.away.proposal': 'Après {days, plural, one {# jour} other {# jours}}, le silence ne retient plus une ronde',
  'people.away.text':
    'La personne qui ouvre une ronde peut dire que le silence compte : au plus tôt après {days, plural, one {# jour} other {# jours}}, et seulement si moins de la moitié se taisent. L’accord dit qui était absent, et ces personnes peuvent objecter ensuite.',
  'people.away.send': 'L’apporter au cercle',
  'people.differs':
    'Le programme de {names} comprend autre chose que le vôtre avec les mêmes mots. L’un des deux a un défaut : comparez ce que vous voyez, et mettez à jour.',
  'people.inStep': 'À jour',
  'people.inStep.lead':
    'Qui est là en ce moment, et quand vous avez su la même chose pour la dernière fois. Sans connexion vous pouvez tout faire : cela se réunit quand vous vous retrouvez.',
  'people.none.title': 'Personne encore avec qui être à jour',
  'people.none': 'Quand quelqu’un partage un cercle avec vous, vous voyez ici si l’on peut le joindre.',
  'people.here': 'Là maintenant',
  'people.away': 'Injoignable',
  'people.path.direct': 'directement, d’appareil à appareil',
  'people.path.lan': 'dans le même réseau',
  'people.path.other': 'par {path}',
  'people.last': 'À jour {ago}',
  'people.never': 'Pas revu depuis le démarrage du programme',
  'people.count':
    '{count, plural, =0 {Personne n’est joignable en ce moment.} one {# personne est joignable.} other {# personnes sont joignables.}}',
  'people.listen.title': 'Vous laisser joindre',
  'people.listen.lead':
    'Pour les personnes du même réseau, comme le même Wi-Fi ou câble. Rien n’est envoyé avant qu’elles appellent.',
  'people.listen.where': 'Dans quel réseau ?',
  'people.listen.here': 'Seulement cet ordinateur, pour essayer',
  'people.listen.start': 'Être joignable',
  'people.listen.on': 'On peut vous joindre. Donnez cette adresse aux autres, ou laissez-les la scanner.',
  'people.listen.address': 'Votre adresse',
  'people.listen.copy': 'Copier',
  'people.listen.copied': 'Copié.',
  'people.listen.qr': 'Votre adresse en image à scanner',
  'people.listen.show': 'La montrer en image à scanner',
  'people.call.title': 'Joindre quelqu’un',
  'people.call.lead': 'Prenez l’adresse sur sa page « À jour ».',
  'people.call.address': 'Son adresse',
  'people.call.scan': 'La scanner',
  'people.call.send': 'Connecter',
  'people.call.done': 'Vous êtes reliés. Ce que l’un a, l’autre le reçoit maintenant.',
  'people.call.gone': 'On vous a répondu, puis la liaison s’est rompue. Essayez encore une fois.',
}
