import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Word, word } from './words.js';

export const LanguageContext = createContext<Language>('zh');

/** The word of the interface in the language that was chosen. */
export function useWords(): (key: Word) => string {
  const language = useContext(LanguageContext);
  return (key) => word(language, key);
}

export const useLanguage = (): Language => useContext(LanguageContext);
