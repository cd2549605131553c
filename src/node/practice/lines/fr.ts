import type { Lines } from '../lines.ts'

export const fr: Lines = {
  names: ['Noor', 'Sam'],
  circle: {
    name: 'Jardin d’exercice',
    aim: 'Prendre soin ensemble d’un petit jardin et apprendre comment on décide par consentement',
  },
  suggestion: {
    title: 'Matinées au jardin le samedi',
    text: 'Nous travaillons ensemble au jardin tous les samedis de 10 h à 12 h. Celles et ceux qui viennent décident sur place de ce qui presse le plus.',
    answer: 'Cela commence samedi prochain. Je m’en occupe : j’ouvre la remise et je note qui est venu.',
    addition:
      'Au bout de quatre semaines, nous regardons comment cela se passe et nous changeons si c’est trop pour quelqu’un.',
  },
  question: [
    'Quand cela commencerait-il, et qui s’en occuperait ?',
    'Qui cela toucherait-il au quotidien ?',
    'Que ferions-nous autrement dès le premier jour ?',
  ],
  reaction: {
    asks: [
      'Cela me plaît. C’est simple et nous pouvons commencer tout de suite.',
      'C’est bien que quelqu’un y ait pensé. Cela me paraît léger.',
      'Chaleureux et clair. J’aurais plaisir à essayer.',
    ],
    objects: [
      'Dans l’ensemble, oui. Je me demande seulement comment nous verrions que cela ne marche pas.',
      'J’en vois le bon côté, et le risque m’inquiète un peu.',
      'Intéressant. Je pense encore à celles et ceux qui ont peu de temps.',
    ],
  },
  objection: [
    'Si cela devient trop lourd pour certains d’entre nous, personne ne le verrait avant la révision, et des gens cesseraient de venir sans rien dire. Cela nuirait à ce pour quoi nous sommes là. Il faut y regarder plus tôt.',
    'Nous ne disons pas ce qui se passe si cela tourne mal. Sans moyen d’arrêter, nous continuerions quelque chose qui nuit à notre but.',
    'Cela repose toujours sur les mêmes personnes. Quand elles seront fatiguées, tout tombera, et notre but avec. Il nous faut un moyen de partager.',
  ],
  answer: 'Je le comprends ainsi : nous essayons tel que c’est écrit, et nous verrons à la révision.',
  nomination: {
    asks: 'Vous gardez le fil, et vous demandez avant de décider. J’aimerais vous y voir.',
    objects: 'Cette personne écoute jusqu’à ce que tout le monde ait été entendu.',
  },
}
