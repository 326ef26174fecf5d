import 'server-only';
import type { JobDefinition } from '@/lib/kernel/outbox';

/** Every job the worker can do. Nothing depends on this list but the worker. */
export const jobs: readonly JobDefinition[] = [];
