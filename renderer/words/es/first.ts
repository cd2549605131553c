import type { first as english } from '../en/first.ts'

export const first: Record<keyof typeof english, string> = {
  'first.title': 'La primera reunión',
  'first.start': 'Estamos juntos ahora: empezar con la primera reunión',
  'first.lead': 'Cuarenta y cinco minutos: de unas personas en una sala a un círculo que ha acordado algo.',
  'first.before':
    'Siéntense de modo que todos se vean. Basta un dispositivo; pueden unirse varios. Nada de esto necesita internet.',
  'first.begin': 'Empezamos',
  'first.done': 'Hecho',
  'first.step.arrive': 'Llegar',
  'first.step.people': 'Entrar en el círculo',
  'first.step.aim': 'Un nombre y un propósito',
  'first.step.facilitator': 'Quién facilita',
  'first.step.agreement': 'Un primer acuerdo',
  'first.step.close': '¿Cómo fue?',
  'first.arrive': 'Uno tras otro, digan su nombre y qué los trajo. Nadie responde todavía; quien quiera puede pasar.',
  'first.people':
    'Quien entra antes del primer acuerdo es miembro en seguida. Más tarde, quien llega es invitado hasta que todos consientan.',
  'first.aim':
    '¿Qué quieren hacer juntos, tan concreto que se pueda medir con ello una propuesta? Una ronda, y luego busquen las palabras.',
  'first.aim.title': 'Nuestro nombre y propósito',
  'first.facilitator':
    'Primero cada cual escribe, sin que los demás lo vean, a quién querría y por qué. Luego oyen todas las razones y piden consentimiento para una persona.',
  'first.facilitator.go': 'Elegir juntos',
  'first.agreement':
    'Empiecen en pequeño: cuándo se ven o cómo siguen en contacto. Bastante bueno por ahora, bastante seguro para probar.',
  'first.agreement.name': '¿De qué trata?',
  'first.agreement.text': 'Lo que acordarían',
  'first.agreement.review': 'Cuándo lo vuelven a mirar',
  'first.bring': 'Preguntar al círculo',
  'first.close': 'Uno tras otro: ¿cómo fue, lo que hicimos, cómo lo hicimos y entre nosotros?',
  'first.closing': 'A la ronda de cierre',
  'first.print': 'Ver e imprimir lo que salió',
  'first.nextMeeting': 'Convocar la próxima reunión',
  'first.name': '¿Cómo los llaman, por ahora?',
  'first.name.hint': 'Su nombre lo eligen juntos dentro de unos minutos.',
  'first.aim.open': 'Descubrir qué queremos hacer juntos',
  'first.notHere': 'Los demás están juntos ahora. ¿Estás con ellos?',
  'first.people.device': 'Alguien tiene su propio dispositivo',
  'first.people.alone': 'Por ahora solo estás tú.',
  'first.people.ready': 'Ya estamos todos: empezar la ronda',
  'first.arrive.ask': '¿Cómo te llamas y qué te trajo aquí?',
  'first.decide':
    'Léanlo en voz alta. Primero una ronda con lo que no está claro, luego con lo que dice cada cual. Después pidan consentimiento.',
  'first.decide.clear': '¿Está todo claro?',
  'first.decide.react': '¿Qué dices de esto?',
  'first.decide.page': 'Todo sobre esta propuesta',
  'first.facilitator.is': 'Facilita {names}.',
  'first.facilitator.until': 'Facilita {name}, hasta el {date}.',
  'first.facilitator.page': 'Todo sobre esta elección',
  'first.close.ask': '¿Cómo fue?',
  'first.after':
    'Tienen un nombre, un propósito y un primer acuerdo. Imprímanlo para todos y digan cuándo se vuelven a ver.',
  'first.proposed': 'Se propone a {name}, que responde al final.',
  'first.after.beside': 'Antes de que {names} se vayan: que cada persona se lleve su llave en papel.',
}
