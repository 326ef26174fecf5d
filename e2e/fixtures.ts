import { type APIRequestContext, type BrowserContext, test as base, type Page } from '@playwright/test';
import { signIn } from './pages/sign-in';
import type { Account } from './people';

export { expect } from '@playwright/test';

type StoredState = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Actors {
  /** A browser of its own in which the account is signed in; null is a stranger. */
  as: (account: Account | null) => Promise<Page>;
  /** The same without a browser: what is asked for is asked for once, and nothing else is. */
  requestAs: (account: Account | null) => Promise<APIRequestContext>;
}

interface SignedIn {
  stateOf: (account: Account) => Promise<StoredState>;
}

/** The shortest idle lock is five minutes, so a kept sign-in is used for less than that. */
const keptFor = 4 * 60_000;

export const test = base.extend<Actors, SignedIn>({
  stateOf: [
    async ({ browser }, use) => {
      const kept = new Map<Account, { state: StoredState; at: number }>();
      await use(async (account) => {
        const known = kept.get(account);
        if (known !== undefined && Date.now() - known.at < keptFor) return known.state;
        const context = await browser.newContext();
        await signIn(await context.newPage(), account);
        const state = await context.storageState();
        await context.close();
        kept.set(account, { state, at: Date.now() });
        return state;
      });
    },
    { scope: 'worker' },
  ],
  as: async ({ browser, stateOf }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (account) => {
      const context = await browser.newContext(
        account === null ? {} : { storageState: await stateOf(account) },
      );
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  requestAs: async ({ playwright, baseURL, stateOf }, use) => {
    const opened = new Map<Account | null, APIRequestContext>();
    await use(async (account) => {
      const known = opened.get(account);
      if (known !== undefined) return known;
      const made = await playwright.request.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(account === null ? {} : { storageState: await stateOf(account) }),
      });
      opened.set(account, made);
      return made;
    });
    for (const context of opened.values()) await context.dispose();
  },
});
