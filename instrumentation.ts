/** Before the first request: a portal that is set wrongly does not serve at all. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env, Misconfigured } = await import('@/lib/config/env');
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
