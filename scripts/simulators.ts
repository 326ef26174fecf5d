import { env } from '@/lib/config/env';
import { startSimulators } from '@/lib/integrations/simulators';

await startSimulators({ port: env().SIMULATORS_PORT });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
