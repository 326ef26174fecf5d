import { describe, expect, it } from 'vitest';
import { parseEnv, partners } from './env';
import { partnerSettings } from './features';

const least = { DATABASE_URL: 'postgres://portal:s3cret@db.example/portal', AUTH_SECRET: 'x'.repeat(32) };

function faultsOf(source: Record<string, string | undefined>): readonly string[] {
  const result = parseEnv(source);
  return result.ok ? [] : result.faults;
}

function settingsOf(source: Record<string, string | undefined>) {
  const result = parseEnv({ ...least, ...source });
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.env;
}

describe('settings', () => {
  it('need only a database and a secret', () => {
    expect(settingsOf({})).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      SIMULATORS_PORT: 4000,
      STORAGE_URL: 'file:.data/files',
      SEED: 'demo',
      LOG_LEVEL: 'info',
      SIMULATORS: true,
      OIDC_CITIZEN_ISSUER: 'http://localhost:4000/vneid',
      OIDC_STAFF_ISSUER: 'http://localhost:4000/staff',
    });
  });

  it('let the other addresses follow the port and the public address', () => {
    const settings = settingsOf({ PORT: '8080', PUBLIC_URL: 'https://portal.example.vn/' });
    expect(settings.PUBLIC_URL).toBe('https://portal.example.vn');
    expect(settings.OIDC_STAFF_ISSUER).toBe('https://portal.example.vn:9080/staff');
  });

  it('treat an empty value as not set', () => {
    expect(settingsOf({ PORT: '', CLOCK: ' ', SMTP_URL: '' })).toMatchObject({ PORT: 3000 });
    expect(faultsOf({ ...least, AUTH_SECRET: '' })).toEqual([
      'AUTH_SECRET chưa được đặt. / AUTH_SECRET is missing.',
    ]);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_REPLICA_URL', 'nowhere'],
    ['DATABASE_ROLE', 'portal; drop table x'],
    ['PUBLIC_URL', 'portal.example.vn'],
    ['STORAGE_URL', 'ftp://files'],
    ['AUTH_SECRET', 'short'],
    ['SMTP_URL', 'mail.example.vn'],
    ['CLAMD_URL', 'clamd'],
    ['SEED', 'everything'],
    ['CLOCK', 'tomorrow'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s in one sentence when it is %s', (name, value) => {
    const faults = faultsOf({ ...least, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} .+\\. / ${name} .+\\.$`));
  });

  it('name every fault at once, and never repeat a value', () => {
    const faults = faultsOf({ DATABASE_URL: 'hunter2', AUTH_SECRET: 'hunter2', PORT: 'hunter2' });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('hunter2');
  });

  it('refuse a simulators port beyond the last one', () => {
    expect(faultsOf({ ...least, PORT: '65000' })[0]).toContain('SIMULATORS_PORT');
    expect(settingsOf({ PORT: '65000', SIMULATORS_PORT: '5000' }).SIMULATORS_PORT).toBe(5000);
  });

  it('refuse a demonstration sign-in beside a real one', () => {
    const real = { OIDC_CITIZEN_ISSUER: 'https://vneid.example', OIDC_CITIZEN_CLIENT_ID: 'portal' };
    const faults = faultsOf({ ...least, ...real });
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('OIDC_CITIZEN_CLIENT_SECRET');
    expect(faults[1]).toContain('OIDC_STAFF_ISSUER');
  });

  it('switch the simulators off when real issuers are set', () => {
    const settings = settingsOf({
      OIDC_CITIZEN_ISSUER: 'https://vneid.example',
      OIDC_CITIZEN_CLIENT_ID: 'portal',
      OIDC_CITIZEN_CLIENT_SECRET: 'one',
      OIDC_STAFF_ISSUER: 'https://sso.example',
      OIDC_STAFF_CLIENT_ID: 'portal',
      OIDC_STAFF_CLIENT_SECRET: 'two',
    });
    expect(settings.SIMULATORS).toBe(false);
  });
});

describe('partners', () => {
  it('are connected by an address and a secret', () => {
    const settings = settingsOf({ PARTNER_PAYMENT_URL: 'https://pay.example', PARTNER_PAYMENT_SECRET: 'k' });
    expect(partnerSettings('payment', settings)).toEqual({ url: 'https://pay.example', secret: 'k' });
    expect(partnerSettings('vss', settings)).toBeNull();
  });

  it.each(partners)('%s needs a secret beside a valid address', (partner) => {
    const name = `PARTNER_${partner.toUpperCase()}`;
    expect(faultsOf({ ...least, [`${name}_URL`]: 'https://partner.example' })).toEqual([
      `${name}_SECRET chưa được đặt. / ${name}_SECRET is missing.`,
    ]);
    expect(faultsOf({ ...least, [`${name}_URL`]: 'partner', [`${name}_SECRET`]: 'k' })).toHaveLength(1);
  });
});
