import type { first as english } from '../en/first.ts'

export const first: Record<keyof typeof english, string> = {
  'first.title': 'La première réunion',
  'first.start': 'Nous sommes réunis : commencer par la première réunion',
  'first.lead': 'Quarante-cinq minutes : de quelques personnes dans une salle à un cercle et son premier accord.',
  'first.before':
    'Asseyez-vous de façon que chacun voie tout le monde. Un appareil suffit ; plusieurs peuvent s’y joindre. Rien ici n’a besoin d’internet.',
  'first.begin': 'Commençons',
  'first.done': 'Fait',
  'first.step.arrive': 'Arriver',
  'first.step.people': 'Entrer dans le cercle',
  'first.step.aim': 'Un nom et un but',
  'first.step.facilitator': 'Qui facilite',
  'first.step.agreement': 'Un premier accord',
  'first.step.close': 'Comment était-ce ?',
  'first.arrive':
    'L’un après l’autre, dites votre nom et ce qui vous amène. Personne ne répond encore ; on peut passer son tour.',
  'first.people':
    'Qui entre avant votre premier accord est membre aussitôt. Ensuite, on est d’abord invité, jusqu’à ce que vous consentiez tous.',
  'first.aim':
    'Que voulez-vous faire ensemble ? Assez concret pour y mesurer une proposition. Un tour d’abord, puis cherchez les mots.',
  'first.aim.title': 'Notre nom et notre but',
  'first.facilitator':
    'D’abord chacun écrit, sans que les autres le voient, qui il souhaite et pourquoi. Puis vous entendez toutes les raisons, et demandez le consentement pour une personne.',
  'first.facilitator.go': 'Choisir ensemble',
  'first.agreement':
    'Commencez petit : quand vous vous revoyez, ou comment rester en contact. Assez bon pour l’instant, assez sûr pour essayer.',
  'first.agreement.name': 'De quoi s’agit-il ?',
  'first.agreement.text': 'Ce dont vous voulez convenir',
  'first.agreement.review': 'Quand vous y reviendrez',
  'first.bring': 'Demander au cercle',
  'first.close':
    'L’un après l’autre : ce que nous avons fait, la façon dont nous l’avons fait, et nous ensemble, comment était-ce ?',
  'first.closing': 'Passer au tour de clôture',
  'first.print': 'Voir et imprimer ce qui en est sorti',
  'first.nextMeeting': 'Convoquer la prochaine réunion',
  'first.name': 'Comment vous appelle-t-on, pour l’instant ?',
  'first.name.hint': 'Votre nom, vous le choisirez ensemble dans quelques minutes.',
  'first.aim.open': 'Découvrir ce que nous voulons faire ensemble',
  'first.notHere': 'Les autres sont réunis maintenant. Êtes-vous avec eux ?',
  'first.people.device': 'Quelqu’un a apporté son appareil',
  'first.people.alone': 'Pour l’instant, il n’y a que vous.',
  'first.people.ready': 'Tout le monde est là : commencer le tour',
  'first.arrive.ask': 'Comment vous appelez-vous, et qu’est-ce qui vous amène ?',
  'first.decide':
    'Lisez-le à voix haute. D’abord un tour sur ce qui n’est pas clair, puis sur ce que chacun en dit. Ensuite, demandez le consentement.',
  'first.decide.clear': 'Tout est clair ?',
  'first.decide.react': 'Qu’en dites-vous ?',
  'first.decide.page': 'Tout sur cette proposition',
  'first.facilitator.is': 'C’est {names} qui facilite.',
  'first.facilitator.until': 'C’est {name} qui facilite, jusqu’au {date}.',
  'first.facilitator.page': 'Tout sur ce choix',
  'first.close.ask': 'Comment était-ce ?',
  'first.after':
    'Vous avez un nom, un but et un premier accord. Imprimez-le pour tout le monde, et dites quand vous vous revoyez.',
  'first.proposed': 'On propose {name}, qui répond en dernier.',
  'first.after.beside': 'Avant le départ de {names} : que chaque personne emporte sa clé sur papier.',
}
