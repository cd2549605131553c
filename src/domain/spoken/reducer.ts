import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'
import { respondedInTheRoom } from '../rounds/reducer.ts'
import { agreedWay } from '../ways/queries.ts'
import type { SpokenWord } from './records.ts'

export function wordsSpoken(circle: Circle, spoken: Spoken, body: Body<'words.spoken'>): void {
  const word: SpokenWord = {
    ...spoken,
    ...body,
    witnesses: [],
    confirmed: [],
    disputed: [],
    needed: (past) => agreedWay(circle, 'spoken-words', past)?.way.witnesses ?? null,
  }
  circle.words.set(word.id, word)
  respondedInTheRoom(circle, word)
}

export function wordsWitnessed(circle: Circle, spoken: Spoken, body: Body<'words.witnessed'>): void {
  circle.words.get(body.spoken)?.witnesses.push(spoken)
}

export function wordsConfirmed(circle: Circle, spoken: Spoken, body: Body<'words.confirmed'>): void {
  circle.words.get(body.spoken)?.confirmed.push(spoken)
}

export function wordsDisputed(circle: Circle, spoken: Spoken, body: Body<'words.disputed'>): void {
  circle.words.get(body.spoken)?.disputed.push({ ...spoken, reason: body.reason })
}
