export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootOrRefuse } = await import('@/lib/config/boot');
    bootOrRefuse();
  }
}
