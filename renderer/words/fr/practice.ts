import type { practice as English } from '../en/practice.ts'

export const practice: Record<keyof typeof English, string> = {
  'practice.title': 'S’exercer au consentement',
  'practice.lead':
    'Parcourez une fois tout le chemin, de la proposition à l’accord, en trois minutes environ et sans risque.',
  'practice.what.companions':
    'Deux personnes jouées par ce programme posent des questions, réagissent et décident avec vous.',
  'practice.what.alone':
    'Tout reste sur cet ordinateur. Personne d’autre ne le voit et aucune connexion n’est établie.',
  'practice.what.marked':
    'C’est marqué pour toujours comme un exercice et n’engage personne. Quand vous avez fini, vous l’effacez.',
  'practice.start': 'Commencer l’exercice',
  'practice.coming': 'On vous rejoint…',
  'practice.with': 'Vous vous exercez avec {names}, que joue ce programme.',
  'practice.mark': 'Exercice',
  'practice.mark.lead': 'Cela n’engage personne. Les autres personnes sont jouées par le programme.',
  'practice.guide': 'Où vous en êtes',
  'practice.toGuide': 'Voir tout le chemin',
  'practice.steps': 'Le chemin vers un accord',
  'practice.step.propose': 'Apporter une proposition',
  'practice.step.answer': 'Répondre aux questions',
  'practice.step.round': 'Entendre les réactions, ouvrir un tour',
  'practice.step.consent': 'Consentir',
  'practice.step.objection': 'Comprendre une objection',
  'practice.step.amend': 'Changer le texte',
  'practice.step.consent-again': 'Interroger tout le monde de nouveau',
  'practice.step.close': 'Clôturer le tour',
  'practice.step.done': 'Accord',
  'practice.hint.companions-come': 'Vos partenaires d’exercice arrivent.',
  'practice.hint.propose': 'Apportez une proposition : prenez celle-ci ou écrivez la vôtre.',
  'practice.hint.answer-question':
    '{name} demande à mieux comprendre votre proposition. Répondez ; ce que chacun en pense vient plus tard.',
  'practice.hint.others-think': 'En train de lire : {names}. Laissez un moment.',
  'practice.hint.others-react': 'Vient maintenant une brève réaction de {names}. Écoutez simplement.',
  'practice.hint.open-round': 'Tout est compris et chaque réaction est entendue. Ouvrez un tour de consentement.',
  'practice.hint.consent':
    'Tout le monde est interrogé, vous aussi. Pouvez-vous vivre avec ce texte jusqu’à la révision ? Alors consentez.',
  'practice.hint.others-answer': 'Vous avez répondu. On attend encore {names}.',
  'practice.hint.hear-objection':
    '{name} objecte et donne une raison. Lisez-la. Quand vous voyez ce qu’elle veut dire, dites que vous la comprenez.',
  'practice.hint.your-objection': 'Vous avez objecté. Changez le texte pour qu’il réponde à votre raison.',
  'practice.hint.amend':
    'Changez le texte pour qu’il réponde à ce que voit {name}, et cochez cette objection. Une objection est une aide : elle montre ce qui manque au texte.',
  'practice.hint.open-again':
    'Le texte est nouveau, donc aucun consentement d’avant ne compte. Interrogez tout le monde de nouveau.',
  'practice.hint.close': 'Tout le monde consent. Clôturez le tour, et c’est un accord.',
  'practice.hint.done': 'C’était tout. Vous avez un accord auquel tout le monde a consenti, et son certificat.',
  'practice.take': 'Apporter cette proposition',
  'practice.own': 'Écrire la mienne',
  'practice.toProposal': 'Aller à la proposition',
  'practice.toAgreement': 'Voir l’accord',
  'practice.toCircle': 'Fonder un vrai cercle',
  'practice.words.answer': 'Vous pourriez répondre :',
  'practice.words.addition': 'Vous pourriez ajouter cette phrase :',
  'practice.words.copy': 'Copier',
  'practice.words.copied': 'Copié',
  'practice.end': 'Finir l’exercice',
  'practice.end.title': 'Finir l’exercice ?',
  'practice.end.lead':
    'Le cercle d’exercice, son accord et vos partenaires sont effacés de cet ordinateur. Rien d’autre ne change, et vous pouvez recommencer quand vous voulez.',
  'practice.end.yes': 'L’effacer',
  'practice.end.no': 'Le garder',
  'practice.ended': 'L’exercice est effacé.',
}
