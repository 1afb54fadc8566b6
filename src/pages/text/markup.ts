/** Tags that a web page leaves in a text. Other angle brackets (<=, 《》) are no tags. */
const TAG =
  /<!--[\s\S]*?-->|<\/?(?:p|br|hr|div|span|b|strong|i|em|u|s|font|center|h[1-6]|a|img|ul|ol|li|html|head|body|title|meta|link|table|thead|tbody|tfoot|tr|td|th|col|colgroup|caption|section|article|o:p)(?:\s[^<>]*)?\/?>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
};

/** Whether there is mark-up in a text. */
export const hasMarkup = (text: string): boolean => text.search(TAG) >= 0;

/** A text without its tags, entities written as what they stand for. A text without tags stays as it is. */
export const withoutMarkup = (text: string): string =>
  hasMarkup(text) ? decodeEntities(text.replace(TAG, ' ')).trim() : text;

export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
