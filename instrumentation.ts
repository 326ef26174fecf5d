export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootOrRefuse } = await import('@/lib/config/boot');
    bootOrRefuse();
    const { warmBoard } = await import('@/lib/indicators/queries/board');
    // The first reader shall not wait for the figures to load; should it fail here, that reader tries again.
    warmBoard().catch(() => undefined);
  }
}
