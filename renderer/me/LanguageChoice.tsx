import { Languages } from 'lucide-react'
import { LANGUAGES, LANGUAGE_NAMES } from '../words/language.ts'
import { useWords } from '../words/words.tsx'
import './language-choice.css'

/** Each language by its own name, all in sight: who looks for theirs may read no other. */
export function LanguageChoice() {
  const { t, language, setLanguage } = useWords()
  return (
    <div className="languages" role="group" aria-label={t('me.language')}>
      <Languages aria-hidden />
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className="languages-one"
          aria-pressed={one === language}
          onClick={() => setLanguage(one)}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </div>
  )
}
