const ENGLISH = { code: 'en', native: 'English', locale: 'en-US' }

/** The languages of the page, and the Discord locale that the client of somebody who speaks one has. */
export const LANGUAGES = [
  ENGLISH,
  { code: 'de', native: 'Deutsch', locale: 'de' },
  { code: 'es', native: 'Español', locale: 'es-ES' },
  { code: 'fr', native: 'Français', locale: 'fr' },
  { code: 'it', native: 'Italiano', locale: 'it' },
  { code: 'pt', native: 'Português', locale: 'pt-BR' },
  { code: 'ru', native: 'Русский', locale: 'ru' },
  { code: 'ja', native: '日本語', locale: 'ja' },
  { code: 'ko', native: '한국어', locale: 'ko' },
  { code: 'zh', native: '中文', locale: 'zh-CN' },
]

/** The one that was chosen here; else the first that the browser prefers. */
export const language =
  [localStorage.getItem('language'), ...navigator.languages]
    .map((tag) => LANGUAGES.find(({ code }) => code === tag?.split('-')[0]))
    .find((found) => found !== undefined) ?? ENGLISH

document.documentElement.lang = language.code

/**
 * Everything is written anew, also what the bot is asked for: nothing of the conversation is lost by that.
 *
 * @param {string} code
 */
export function chooseLanguage(code) {
  localStorage.setItem('language', code)
  location.reload()
}
