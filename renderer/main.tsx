import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readLanguage } from './words/language.ts'
import { loadWords } from './words/words.tsx'

const place = document.getElementById('window')
if (place === null) throw new Error('the page has no place for the window')
const words = await loadWords(readLanguage(localStorage, navigator.languages))
createRoot(place).render(
  <StrictMode>
    <App words={words} />
  </StrictMode>,
)
