import { handOver } from './machine/bootstrap.mjs';

await handOver('scripts/task.ts', process.argv.slice(2));
