export const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name: who looks for theirs may read no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
}

const KEPT_AS = 'nst.language'

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** What the person chose, else the first of the system's languages that there are words for. */
export function readLanguage(storage: Pick<Storage, 'getItem'>, wanted: readonly string[]): Language {
  const tags = [storage.getItem(KEPT_AS) ?? '', ...wanted].map((tag) => tag.slice(0, 2).toLowerCase())
  return tags.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0] ?? 'en'
}

export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  storage.setItem(KEPT_AS, language)
}
