import type { Page } from '@playwright/test';

/** Words no Vietnamese sentence holds; names of systems and laws have none of them. */
const english =
  /\b(the|and|with|your|you|please|error|submit|search|loading|undefined|null|not found|sign in|next|save|draft|status|file)\b/i;

/** Letters only Vietnamese writes. */
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Names that stay as they are in every language. */
const names = /Việt Nam|Giảng Võ|Hà Nội|Tiếng Việt/g;

/** What the portal itself says; people, places and laws keep their names. */
const ownWords = 'header, footer, h1, h2, h3, label, legend, button, th, summary';

/** Every text somebody sees or hears there, unless it is marked as being in another language. */
async function wordsOf(
  page: Page,
  { language, within }: { language: string; within: string },
): Promise<string[]> {
  return page.evaluate(
    ({ own, places }) => {
      const spoken = (element: Element | null) =>
        element?.closest('script, style, code') === null &&
        element.closest('[lang]')?.getAttribute('lang') === own;
      const told = ['aria-label', 'placeholder', 'title', 'alt'];
      const texts = [document.title];
      for (const place of document.querySelectorAll(places)) {
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        while (walker.nextNode())
          if (spoken(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent ?? '');
        for (const element of [place, ...place.querySelectorAll('*')])
          if (spoken(element)) texts.push(...told.map((name) => element.getAttribute(name) ?? ''));
      }
      return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
    },
    { own: language, places: within },
  );
}

export async function englishIn(page: Page): Promise<string[]> {
  return (await wordsOf(page, { language: 'vi', within: 'body' })).filter((text) => english.test(text));
}

export async function vietnameseIn(page: Page): Promise<string[]> {
  const words = await wordsOf(page, { language: 'en', within: ownWords });
  return words.filter((text) => vietnamese.test(text.replace(names, '')));
}
