import { handOver } from './machine/bootstrap.mjs';

await handOver('bench/run.ts', process.argv.slice(2));
