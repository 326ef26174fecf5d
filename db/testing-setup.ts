import { randomBytes } from 'node:crypto';

// Runs before each test file: a database name of its own (made only by `useDatabase`) and known settings.
const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://localhost/postgres');
url.pathname = `/test_${randomBytes(8).toString('hex')}`;

process.env.DATABASE_URL = url.href;
process.env.DATABASE_ROLE = process.env.TEST_DATABASE_ROLE ?? '';
process.env.AUTH_SECRET = 'a-secret-for-tests-that-is-long-enough';
process.env.PUBLIC_URL = 'http://localhost:3000';
process.env.STORAGE_URL = `file:${process.env.TMPDIR ?? '/tmp'}/portal-${url.pathname.slice(1)}`;
process.env.LOG_LEVEL = 'silent';
for (const name of Object.keys(process.env))
  if (/^(OIDC_|PARTNER_|SMTP_URL|CLAMD_URL|CLOCK|DATABASE_REPLICA_URL)/.test(name)) delete process.env[name];
