import { z } from 'zod';

/** The partners the portal talks to; each is set by `PARTNER_<NAME>_URL` and `PARTNER_<NAME>_SECRET`. */
export const partners = [
  'population',
  'business_registry',
  'payment',
  'national_portal',
  'vss',
  'signing',
  'timestamp',
] as const;
export type Partner = (typeof partners)[number];

type PartnerSetting<Name extends Partner> = `PARTNER_${Uppercase<Name>}_${'URL' | 'SECRET'}`;
type PartnerSettings = { [Name in Partner as PartnerSetting<Name>]?: string | undefined };

const isUrlOf =
  (...schemes: string[]) =>
  (text: string) =>
    schemes.some((scheme) => text.startsWith(`${scheme}:`)) && URL.canParse(text);

const databaseUrl = z.string().refine(isUrlOf('postgres', 'postgresql'), 'database_url');
const webUrl = z.string().refine(isUrlOf('http', 'https'), 'web_url');
const storageUrl = z.string().refine((text) => /^file:./.test(text) || isUrlOf('s3')(text), 'storage_url');
const port = z.coerce.number('port').int('port').min(1, 'port').max(65_535, 'port');

const Given = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/, 'role_name')
    .optional(),
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  PORT: port.default(3000),
  PUBLIC_URL: webUrl.optional(),
  SIMULATORS_PORT: port.optional(),
  STORAGE_URL: storageUrl.default('file:.data/files'),
  AUTH_SECRET: z.string('secret').min(32, 'secret'),
  OIDC_CITIZEN_ISSUER: webUrl.optional(),
  OIDC_CITIZEN_CLIENT_ID: z.string().optional(),
  OIDC_CITIZEN_CLIENT_SECRET: z.string().optional(),
  OIDC_STAFF_ISSUER: webUrl.optional(),
  OIDC_STAFF_CLIENT_ID: z.string().optional(),
  OIDC_STAFF_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: z.string().refine(isUrlOf('smtp', 'smtps'), 'smtp_url').optional(),
  CLAMD_URL: z.string().refine(isUrlOf('tcp', 'unix'), 'clamd_url').optional(),
  SEED: z.enum(['demo', 'reference', 'none'], 'seed').default('demo'),
  CLOCK: z.iso.datetime({ offset: true, error: 'instant' }).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'log_level').default('info'),
});

const missing = ['chưa được đặt', 'is missing'] as const;

/** What each fault asks for; the value itself is never repeated, it may be a secret. */
const wanted: Record<string, readonly [vi: string, en: string]> = {
  required: missing,
  database_url: ['phải có dạng postgres://…', 'must look like postgres://…'],
  web_url: ['phải là địa chỉ http:// hoặc https://', 'must be an http:// or https:// address'],
  storage_url: [
    'phải có dạng file:<thư mục> hoặc s3://<bucket>',
    'must look like file:<folder> or s3://<bucket>',
  ],
  port: ['phải là số cổng từ 1 đến 65535', 'must be a port number from 1 to 65535'],
  role_name: ['phải là tên vai trò chữ thường', 'must be a role name in lower case'],
  secret: ['phải dài ít nhất 32 ký tự', 'must be at least 32 characters long'],
  smtp_url: ['phải có dạng smtp://… hoặc smtps://…', 'must look like smtp://… or smtps://…'],
  clamd_url: ['phải có dạng tcp://máy:cổng', 'must look like tcp://host:port'],
  seed: ['phải là demo, reference hoặc none', 'must be demo, reference or none'],
  instant: [
    'phải là thời điểm ISO 8601, ví dụ 2026-11-22T08:00:00+07:00',
    'must be an ISO 8601 instant, such as 2026-11-22T08:00:00+07:00',
  ],
  log_level: [
    'phải là trace, debug, info, warn, error hoặc silent',
    'must be trace, debug, info, warn, error or silent',
  ],
  both_issuers: [
    'phải đặt cùng nhau: cổng đăng nhập mô phỏng không được dùng bên cạnh cổng thật',
    'must be set together: the demonstration sign-in may not stand beside a real one',
  ],
};

function sentence(names: string, fault: string): string {
  const [vi, en] = wanted[fault] ?? missing;
  return `${names} ${vi}. / ${names} ${en}.`;
}

type Source = Readonly<Record<string, string | undefined>>;

function partnerFaults(source: Source): string[] {
  return partners.flatMap((partner) => {
    const name = `PARTNER_${partner.toUpperCase()}`;
    const url = source[`${name}_URL`];
    if (url === undefined) return [];
    const faults = webUrl.safeParse(url).success ? [] : [sentence(`${name}_URL`, 'web_url')];
    return source[`${name}_SECRET`] === undefined
      ? [...faults, sentence(`${name}_SECRET`, 'required')]
      : faults;
  });
}

/** A real issuer needs its client; and one real issuer beside a demonstration one would let anybody in. */
function issuerFaults(source: Source): string[] {
  const real = (['CITIZEN', 'STAFF'] as const).filter((who) => source[`OIDC_${who}_ISSUER`] !== undefined);
  const faults = real.flatMap((who) =>
    [`OIDC_${who}_CLIENT_ID`, `OIDC_${who}_CLIENT_SECRET`]
      .filter((name) => source[name] === undefined)
      .map((name) => sentence(name, 'required')),
  );
  return real.length === 1
    ? [...faults, sentence('OIDC_CITIZEN_ISSUER, OIDC_STAFF_ISSUER', 'both_issuers')]
    : faults;
}

function completed(given: z.output<typeof Given>, source: Source) {
  const publicUrl = new URL(given.PUBLIC_URL ?? `http://localhost:${given.PORT}`);
  const simulatorsPort = given.SIMULATORS_PORT ?? given.PORT + 1000;
  const issuers = `${publicUrl.protocol}//${publicUrl.hostname}:${simulatorsPort}`;
  const partnerSettings = Object.fromEntries(
    Object.entries(source).filter(([name]) => /^PARTNER_[A-Z_]+_(URL|SECRET)$/.test(name)),
  ) as PartnerSettings;
  return {
    ...given,
    ...partnerSettings,
    PUBLIC_URL: publicUrl.origin,
    SIMULATORS_PORT: simulatorsPort,
    SIMULATORS: given.OIDC_CITIZEN_ISSUER === undefined,
    OIDC_CITIZEN_ISSUER: given.OIDC_CITIZEN_ISSUER ?? `${issuers}/vneid`,
    OIDC_CITIZEN_CLIENT_ID: given.OIDC_CITIZEN_CLIENT_ID ?? 'portal-citizen',
    OIDC_CITIZEN_CLIENT_SECRET: given.OIDC_CITIZEN_CLIENT_SECRET ?? 'demonstration-only-citizen-secret',
    OIDC_STAFF_ISSUER: given.OIDC_STAFF_ISSUER ?? `${issuers}/staff`,
    OIDC_STAFF_CLIENT_ID: given.OIDC_STAFF_CLIENT_ID ?? 'portal-staff',
    OIDC_STAFF_CLIENT_SECRET: given.OIDC_STAFF_CLIENT_SECRET ?? 'demonstration-only-staff-secret',
  };
}

export type Env = Readonly<ReturnType<typeof completed>>;
export type ParsedEnv = { ok: true; env: Env } | { ok: false; faults: readonly string[] };

/** An empty value counts as not set: that is how shells and compose files say "nothing". */
const withoutEmpty = (source: Source): Source =>
  Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );

/** Settings from their text form, or one sentence per fault. */
export function parseEnv(source: Source): ParsedEnv {
  const set = withoutEmpty(source);
  const given = Given.safeParse(set);
  const faults = given.success
    ? []
    : given.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return sentence(name, set[name] === undefined ? 'required' : issue.message);
      });
  const all = [...faults, ...issuerFaults(set), ...partnerFaults(set)];
  if (!given.success || all.length > 0) return { ok: false, faults: all };
  if (given.data.SIMULATORS_PORT === undefined && given.data.PORT + 1000 > 65_535)
    return { ok: false, faults: [sentence('SIMULATORS_PORT', 'port')] };
  return { ok: true, env: completed(given.data, set) };
}

export class Misconfigured extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'Misconfigured';
    this.faults = faults;
  }
}

let parsed: Env | undefined;

/** The settings of this process, read once, when first asked for. */
export function env(): Env {
  if (parsed) return parsed;
  const result = parseEnv(process.env);
  if (!result.ok) throw new Misconfigured(result.faults);
  parsed = result.env;
  return parsed;
}
