import type { Page } from '@playwright/test';

/** Words no Vietnamese sentence holds; names of systems and laws have none of them. */
const english =
  /\b(the|and|with|your|you|please|error|submit|search|loading|undefined|null|page|not found|sign in|next|save|draft|status|file)\b/i;

/** Letters only Vietnamese writes. */
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Names that stay as they are in every language. */
const names = /Việt Nam|Bộ Y tế|Giảng Võ|Hà Nội|Tiếng Việt|Tố Hữu/g;

/** Texts and names of controls that somebody sees or hears, in the page's own language. */
async function wordsOf(page: Page, language: string): Promise<string[]> {
  return page.evaluate((own) => {
    const spoken = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === own;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [document.title];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      const kept = parentElement !== null && parentElement.closest('script, style, code') === null;
      if (kept && spoken(parentElement) && textContent !== null) texts.push(textContent);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      if (spoken(element))
        for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
          texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }, language);
}

export async function englishIn(page: Page): Promise<string[]> {
  return (await wordsOf(page, 'vi')).filter((text) => english.test(text));
}

export async function vietnameseIn(page: Page): Promise<string[]> {
  return (await wordsOf(page, 'en')).filter((text) => vietnamese.test(text.replace(names, '')));
}
