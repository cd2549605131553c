import type { ImportWords } from '../words.ts'

export const fr: ImportWords = {
  statement: {
    decided: (source, title) => `Décidé ailleurs (${source}), reste à consentir ici : ${title}`,
    proposed: (source, title) => `Proposé ailleurs (${source}), à regarder ici : ${title}`,
    role: (source, title) => `Un rôle d’ailleurs (${source}), reste à consentir ici : ${title}`,
    circle: (source, title) => `Un cercle d’ailleurs (${source}), peut-être un sous-cercle à nous : ${title}`,
    policy: (source, title) => `Une règle d’ailleurs (${source}), reste à consentir ici : ${title}`,
    talked: (source, title) => `Discuté ailleurs (${source}) : ${title}`,
  },
  sources: { loomio: 'Loomio', glassfrog: 'GlassFrog', holaspirit: 'Holaspirit', table: 'un tableau' },
  parts: {
    circle: 'Cercle',
    aim: 'But',
    domain: 'Domaine',
    accountabilities: 'Responsabilités',
    qualities: 'Qualités',
    months: 'Pour combien de mois',
    heldBy: 'Tenu par',
    outcome: 'Ce qui en est sorti',
    proposal: 'Ce qui était proposé',
    votes: 'Réponses là-bas',
    concerns: 'Préoccupations là-bas',
    description: 'Comme c’était décrit',
    comments: 'Ce qui a été dit',
  },
  from: 'De',
  unsigned: 'Repris d’un autre programme : personne ne l’a signé ici.',
  shortened: 'Le reste a été laissé de côté : c’est trop long.',
  need: 'Personne n’y a consenti ici. Apportez-le comme proposition, changez-le ou laissez-le.',
}
