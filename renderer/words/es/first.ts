import type { first as english } from '../en/first.ts'

export const first: Record<keyof typeof english, string> = {
  'first.title': 'La primera reunión',
  'first.start': 'Estamos juntos ahora: empezar con la primera reunión',
  'first.lead': 'Cuarenta y cinco minutos: de unas personas en una sala a un círculo con su primer acuerdo.',
  'first.before':
    'Sentaos de modo que todos os veáis. Basta un dispositivo; pueden unirse varios. Nada de esto necesita internet.',
  'first.begin': 'Empezamos',
  'first.done': 'Hecho',
  'first.step.arrive': 'Llegar',
  'first.step.people': 'Entrar en el círculo',
  'first.step.aim': 'Un nombre y un propósito',
  'first.step.facilitator': 'Quién facilita',
  'first.step.agreement': 'Un primer acuerdo',
  'first.step.close': '¿Qué tal ha ido?',
  'first.arrive':
    'Por turnos, decid vuestro nombre y qué os ha traído. Todavía no responde nadie; quien quiera puede pasar.',
  'first.people':
    'Quien entra antes del primer acuerdo es miembro en seguida. Más tarde, quien llega es una persona invitada hasta que todos consintáis.',
  'first.aim':
    '¿Qué queréis hacer juntos? Tan concreto que sirva para medir una propuesta. Haced una ronda y buscad luego las palabras.',
  'first.aim.title': 'Nuestro nombre y propósito',
  'first.facilitator':
    'Primero cada cual escribe, sin que los demás lo vean, a quién querría y por qué. Luego oís todas las razones y pedís el consentimiento para una persona.',
  'first.facilitator.go': 'Elegir juntos',
  'first.agreement':
    'Empezad por algo pequeño: cuándo os veis o cómo seguís en contacto. Suficientemente bueno por ahora, suficientemente seguro para probarlo.',
  'first.agreement.name': '¿De qué trata?',
  'first.agreement.text': 'Lo que queréis acordar',
  'first.agreement.review': 'Cuándo lo volvéis a mirar',
  'first.bring': 'Preguntar al círculo',
  'first.close': 'Por turnos: ¿qué tal lo que hicimos, cómo lo hicimos y cómo hemos estado juntos?',
  'first.closing': 'Pasar a la ronda de cierre',
  'first.print': 'Ver e imprimir lo que ha salido',
  'first.nextMeeting': 'Convocar la próxima reunión',
  'first.name': '¿Cómo os llaman, por ahora?',
  'first.name.hint': 'Vuestro nombre lo elegís juntos dentro de unos minutos.',
  'first.aim.open': 'Descubrir qué queremos hacer juntos',
  'first.notHere': 'Los demás están juntos ahora. ¿Estás con ellos?',
  'first.people.device': 'Alguien trae su propio dispositivo',
  'first.people.alone': 'De momento solo estás tú.',
  'first.people.ready': 'Ya estamos todos: empezar la ronda',
  'first.arrive.ask': '¿Cómo te llamas y qué te ha traído aquí?',
  'first.decide':
    'Leedlo en voz alta. Primero una ronda sobre lo que no está claro, luego otra con lo que dice cada cual. Después pedid el consentimiento.',
  'first.decide.clear': '¿Está todo claro?',
  'first.decide.react': '¿Qué dices de esto?',
  'first.decide.page': 'Todo sobre esta propuesta',
  'first.facilitator.is': 'Facilita {names}.',
  'first.facilitator.until': 'Facilita {name}, hasta el {date}.',
  'first.facilitator.page': 'Todo sobre esta elección',
  'first.close.ask': '¿Qué tal ha ido?',
  'first.after':
    'Tenéis un nombre, un propósito y un primer acuerdo. Imprimidlo para todos y decid cuándo os volvéis a ver.',
  'first.proposed': 'Se propone a {name}, que responde al final.',
  'first.after.beside': 'Antes de que {names} se vayan: que cada persona se lleve su llave en papel.',
}
