import type { people as English } from '../en/people.ts'

export const people: Record<keyof typeof English, string> = {
  'people.title': 'Personnes',
  'people.lead': 'Qui fait partie de {circle}.',
  'people.you': 'vous',
  'people.speaksFor': 'pour {name}',
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
  'people.reach.internet.what':
    'Elles vous trouvent où qu’elles soient. Les personnes de ce cercle, et quiconque est sur le chemin, peuvent voir votre adresse internet et quand vous êtes là. Les inconnus à qui l’on demande le chemin voient que votre adresse cherche quelqu’un, pas qui. Personne hors du cercle ne peut lire ce que vous dites.',
  'people.leave.title': 'Vous partez quelque temps ?',
  'people.leave.lead':
    'Pendant votre congé, les nouveaux tours ne vous attendent pas. Vous revenez avec votre premier mot dans le cercle, ou en le disant ici.',
  'people.leave.start': 'Prendre un congé',
  'people.leave.on': 'Vous êtes en congé. Les nouveaux tours ne vous attendent pas.',
  'people.leave.end': 'Je suis de retour',
  'people.leave.started': 'Vous êtes maintenant en congé. Les autres le voient.',
  'people.leave.ended': 'Bon retour parmi nous.',
  'people.go.title': 'Quitter {circle}',
  'people.go.lead': 'Pour partir, vous n’avez besoin du consentement de personne.',
  'people.go.ask': 'Quitter le cercle',
  'people.go.send': 'Quitter maintenant',
  'people.go.means':
    'Ce que vous avez dit et consenti reste au cercle. Une ronde qui vous attend est rouverte sans vous, et vos rôles deviennent libres. Ce que le cercle dit à partir de maintenant n’est pas pour vous ; ce qui est sur cet appareil y reste.',
  'people.go.again':
    'Cela ne se reprend pas : pour revenir, vous demandez à entrer comme toute personne nouvelle. Pour un temps seulement, prenez un congé.',
  'people.ways': 'Quand quelqu’un est absent, ou que cela ne va plus ensemble',
  'people.apart.title': 'Quand cela ne va plus ensemble',
  'people.apart.lead':
    'Parlez d’abord, si vous le pouvez : avec la personne, ou avec quelqu’un en qui vous avez tous deux confiance. La suite est là quand cela ne suffit pas. Aucun pas ne va plus loin que nécessaire.',
  'people.apart.self.title': 'Pour vous-même, tout de suite',
  'people.apart.self':
    'Il n’y a personne à consulter. Rien ne vous oblige à répondre, et vous pouvez prendre congé : les nouvelles rondes ne vous attendent pas, et votre premier mot vous ramène. Cela ne change rien pour les autres. Vous pouvez aussi partir pour de bon, sur la page des personnes.',
  'people.notRead': 'Vous ne lisez pas {name} ici.',
  'people.notRead.counts': 'Dans la décision, cela compte quand même.',
  'people.notRead.show': 'Afficher',
  'people.notRead.some': 'Les paroles de ceux que vous ne lisez pas sont repliées ici.',
  'people.notRead.words': '(paroles de quelqu’un que vous ne lisez pas)',
  'people.block.title': 'Qui vous ne lisez pas',
  'people.block.lead':
    'Vous pouvez replier ce que quelqu’un écrit dans ce cercle. Sur cet appareil seulement, et tout de suite. Personne ne l’apprend, cette personne non plus, et rien n’est envoyé.',
  'people.block.counts':
    'Sa voix dans les décisions compte comme avant : le texte d’une proposition reste visible, puisque chacun est consulté, et une objection de sa part est montrée comme telle et vaut. Un appui affiche n’importe lequel de ses textes ; vous pouvez y mettre fin ici à tout moment.',
  'people.block.nobody': 'Il n’y a encore personne d’autre ici.',
  'people.block.on': 'Vous ne lisez pas cette personne ici',
  'people.block.start': 'Ne pas lire',
  'people.block.start.of': 'Ne pas lire {name} ici',
  'people.block.end': 'Lire à nouveau',
  'people.block.end.of': 'Lire à nouveau {name} ici',
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
  'people.two.title': 'Quand trois réunions ont échoué',
  'people.two.before':
    'Avant cela, réunissez-vous : avec quelqu’un de l’extérieur qui mène l’échange, ou avec un cercle d’aide. Ceci est fait pour le cas où trois réunions de ce genre ont échoué ou n’ont pas eu lieu, et où les parties du cercle ne se retrouveront plus.',
  'people.two.means':
    'Vous fondez un autre cercle avec le même passé et la même raison d’être. Celui-ci reste ce qu’il était : personne n’en est exclu, ce qui y a été convenu y vaut, et aucun des deux n’est le vrai. Qui le souhaite vous suit quand vous l’invitez ; les liens avec d’autres cercles se conviennent à nouveau. Tout le monde ici lit votre raison. On ne peut pas revenir en arrière.',
  'people.two.first': 'La première réunion qui a échoué : quand, et que s’est-il passé ?',
  'people.two.second': 'La deuxième',
  'people.two.third': 'La troisième',
  'people.two.reason': 'Pourquoi cela ne continue-t-il pas ensemble ?',
  'people.two.reason.lead':
    'Dites ce que vous avez vu et ce dont vous avez besoin, de sorte que les deux côtés puissent le lire dans cinq ans.',
  'people.two.name': 'Comment s’appelle le nouveau cercle ?',
  'people.two.send': 'Continuer comme un autre cercle',
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
  'people.newer':
    'Le programme de {name} est plus récent que le vôtre : mettez le vôtre à jour{program, select, none {} other { vers {program} ou plus récent}}, et vous vous retrouverez.',
  'people.older':
    'Le programme de {name} est plus ancien que le vôtre : demandez-lui de le mettre à jour, et vous vous retrouverez.',
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
  'people.path.internet': 'par internet',
  'people.path.relay': 'par internet, au moyen d’un relais qui ne peut rien lire',
  'people.path.other': 'par {path}',
  'people.last': 'À jour {ago}',
  'people.never': 'Jamais à jour encore, pour autant que cet appareil le sache',
  'people.now': 'À jour maintenant',
  'people.coming': '{count, plural, one {# chose est en route} other {# choses sont en route}}',
  'people.behind':
    '{count, plural, one {# chose d’ici peut-être pas encore vue} other {# choses d’ici peut-être pas encore vues}}',
  'people.path.stick': 'dans un fichier ou sur une clé',
  'people.path.keeper': 'par un gardien',
  'people.lastBy': 'la dernière fois {path}',
  'people.byKeeper': 'le gardien transmet ce que tu dis',
  'people.inStep.here': 'À jour',
  'people.inStep.all': 'Tous les cercles',
  'people.whole': 'Tout ce qui est connu ici est sur cet ordinateur.',
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
  'people.two.word':
    'Personne ne compte ces réunions : une réunion où l’on n’a pas pu venir ne laisse pas de trace. Cela reste pour toujours votre parole, sous votre nom.',
  'people.state.link-over': 'Son lien a pris fin',
}
