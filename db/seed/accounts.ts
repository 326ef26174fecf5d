import 'server-only';
import type { Tx } from '@/db/client';
import { accounts, organisations, persons, roleGrants } from '@/db/schema/accounts';
import { dutyExclusions } from '@/db/schema/dossiers';
import { type DemoPerson, demoOrganisation, demoPeople } from '@/lib/integrations/people';
import { excludes } from '@/lib/policy/table';
import { uuidOf } from './chance';
import { insertRows } from './rows';

const since = new Date('2025-07-01T00:00:00+07:00');

/** Which acts bar which others on one dossier: the database's own fence reads the same pairs as the policy. */
export async function seedDuties(tx: Tx): Promise<number> {
  const rows = excludes.map(([first, second]) => ({ first, second }));
  await insertRows(tx, dutyExclusions, rows);
  return rows.length;
}

/** The demonstration people with their roles; every one is marked as sample. */
export async function seedAccounts(tx: Tx): Promise<number> {
  const organisation = {
    id: demoOrganisation.id,
    taxCode: demoOrganisation.taxCode,
    name: demoOrganisation.name,
    nameEn: demoOrganisation.nameEn,
    address: demoOrganisation.address,
    representative: demoOrganisation.representative,
    sample: true,
  };
  await insertRows(tx, organisations, [organisation]);
  await insertRows(tx, persons, demoPeople.map(personRow));
  await insertRows(tx, accounts, demoPeople.map(accountRow));
  const grants = demoPeople.flatMap(grantRows);
  await insertRows(tx, roleGrants, grants);
  return demoPeople.length;
}

export function accountIdOf(account: string): string {
  return uuidOf(`account:${account}`);
}

export function personIdOf(account: string): string {
  return uuidOf(`person:${account}`);
}

function personRow({ account, name, personalId, birthDate }: DemoPerson) {
  return { id: personIdOf(account), name, personalId, birthDate, sample: true };
}

function accountRow({ account, name, issuer, email, title, organisationId }: DemoPerson) {
  return {
    id: accountIdOf(account),
    personId: personIdOf(account),
    issuer,
    subject: account,
    name,
    email,
    title,
    organisationId,
    createdAt: since,
    sample: true,
  };
}

function grantRows({ account, grants }: DemoPerson) {
  return grants.map(({ role, scope }) => ({
    id: uuidOf(`grant:${account}:${role}:${scope ?? ''}`),
    accountId: accountIdOf(account),
    role,
    scope,
    validFrom: since,
    reason: 'Dữ liệu mẫu',
  }));
}
