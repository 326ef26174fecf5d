import { join } from 'node:path';
import type { NextConfig } from 'next';

const root = join(import.meta.dirname, '../../..');

/** Built as the portal is, from the same packages; its types are checked with the rest of the tree. */
const config: NextConfig = {
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres'],
  outputFileTracingRoot: root,
  turbopack: { root },
};

export default config;
