import { handOver } from './machine/bootstrap.mjs';

await handOver('scripts/suite.ts', process.argv.slice(2));
