import { handOver } from './machine/bootstrap.mjs';

await handOver('scripts/portal.ts', process.argv.slice(2));
