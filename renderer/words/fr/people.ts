import type { people as English } from '../en/people.ts'

export const people: Record<keyof typeof English, string> = {
  'people.title': 'Personnes',
  'people.lead': 'Qui fait partie de {circle}.',
  'people.you': 'vous',
  'people.state.joined': 'Membre',
  'people.state.guest': 'Invité',
  'people.state.on-leave': 'En congé',
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
  'people.leave.title': 'Vous partez quelque temps ?',
  'people.leave.lead':
    'Pendant votre congé, les nouveaux tours ne vous attendent pas. Vous revenez avec votre premier mot dans le cercle, ou en le disant ici.',
  'people.leave.start': 'Prendre un congé',
  'people.leave.on': 'Vous êtes en congé. Les nouveaux tours ne vous attendent pas.',
  'people.leave.end': 'Je suis de retour',
  'people.leave.started': 'Vous êtes maintenant en congé. Les autres le voient.',
  'people.leave.ended': 'Bon retour parmi nous.',
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
