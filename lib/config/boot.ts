import { env, Misconfigured } from './env';

/** A server that is set wrongly does not serve at all; next-auth reads its two settings from the process. */
export function bootOrRefuse(): void {
  try {
    const settings = env();
    process.env.NEXTAUTH_URL ??= settings.PUBLIC_URL;
    process.env.NEXTAUTH_SECRET ??= settings.AUTH_SECRET;
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    for (const fault of error.faults) process.stderr.write(`${fault}\n`);
    process.exit(1);
  }
}
