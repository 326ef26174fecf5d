import type { IncomingMessage, ServerResponse } from 'node:http';

type Front = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootOrRefuse } = await import('@/lib/config/boot');
    bootOrRefuse();
    const { warmBoard } = await import('@/lib/indicators/queries/board');
    // The first reader shall not wait for the figures to load; should it fail here, that reader tries again.
    warmBoard().catch(() => undefined);
    const { answerHeldBoard } = await import('@/lib/indicators/queries/held-board');
    // Found by the web server (scripts/web.mjs), which stands before the framework and knows none of its modules.
    (globalThis as typeof globalThis & { portalFront?: Front }).portalFront = answerHeldBoard;
  }
}
