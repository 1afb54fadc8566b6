import { ExtractError } from '../../errors.js';
import type { Limits } from '../../source/limits.js';
import type { Page, PageReader } from '../page.js';
import { textToPages } from './textToPages.js';

/**
 * Opens the text of an account as pages, drawn in made-up coordinates; `places` of each page leads back to the lines. Errors: LIMIT
 * where one page holds more characters than it may.
 */
export function openText(text: string, limits: Limits): PageReader {
  const pages = textToPages(text);
  for (const { number, glyphs, rules } of pages) {
    if (glyphs.length + rules.length > limits.maxObjects) {
      throw new ExtractError(
        'LIMIT',
        `at most ${limits.maxObjects} characters and lines on a page`,
        `${glyphs.length + rules.length} on page ${number} of the text`,
      );
    }
  }
  return {
    name: 'text',
    facts: { pageCount: pages.length, producer: '', title: '' },
    page: async (number: number): Promise<Page> => pages[number - 1]!,
    close: async (): Promise<void> => undefined,
  };
}
