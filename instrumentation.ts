export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootOrRefuse } = await import('@/lib/config/boot');
    bootOrRefuse();
    const { processCube } = await import('@/lib/indicators/cube/queries');
    // The first reader shall not wait for the figures to load; should it fail here, that reader tries again.
    processCube()
      .read(undefined)
      .catch(() => undefined);
  }
}
