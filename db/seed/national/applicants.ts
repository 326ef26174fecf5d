import 'server-only';
import type postgres from 'postgres';
import { uuidOf } from '../chance';
import { type Log, loadInChunks } from './chunks';
import { copyInto, type Row } from './copy';
import { firstDay } from './days';
import { type Acting, type ApplicantCounts, citizenAt, inventedOfficers, organisationAt } from './people';

interface Person extends Acting {
  readonly accountId: string;
  readonly personId: string;
  readonly organisation?: { id: string; name: string; taxCode: string; address: string } | null;
}

interface Chunk {
  readonly name: string;
  readonly issuer: 'citizen' | 'staff';
  readonly people: () => readonly Person[];
}

const since = new Date(`${firstDay}T00:00:00+07:00`);
const chunkSize = 10_000;

const columns = {
  organisations: ['id', 'tax_code', 'name', 'address', 'representative', 'sample'],
  persons: ['id', 'name', 'sample'],
  accounts: ['id', 'person_id', 'issuer', 'subject', 'name', 'organisation_id', 'created_at', 'sample'],
  role_grants: ['id', 'account_id', 'role', 'scope', 'valid_from', 'reason'],
} as const;

function chunksOf(name: string, count: number, personAt: (nth: number) => Person): Chunk[] {
  return Array.from({ length: Math.ceil(count / chunkSize) }, (_, at) => {
    const length = Math.min(chunkSize, count - at * chunkSize);
    return {
      name: `${name} ${at}`,
      issuer: 'citizen' as const,
      people: () => Array.from({ length }, (_, nth) => personAt(at * chunkSize + nth)),
    };
  });
}

async function load(tx: postgres.TransactionSql, { issuer, people }: Chunk): Promise<number> {
  const all = people();
  const rows: Record<keyof typeof columns, Row[]> = {
    organisations: all.flatMap(({ organisation, name }) =>
      organisation == null
        ? []
        : [[organisation.id, organisation.taxCode, organisation.name, organisation.address, name, true]],
    ),
    persons: all.map(({ personId, name }) => [personId, name, true]),
    accounts: all.map(({ accountId, personId, name, organisation }) => {
      const subject = `national-${accountId}`;
      return [accountId, personId, issuer, subject, name, organisation?.id, since, true];
    }),
    role_grants: all.map(({ accountId, role, scope }) => {
      const id = uuidOf(`national-grant:${accountId}`);
      return [id, accountId, role, scope, since, 'Dữ liệu mẫu'];
    }),
  };
  let count = 0;
  for (const table of ['organisations', 'persons', 'accounts', 'role_grants'] as const)
    count += await copyInto(tx, { table, columns: columns[table] }, rows[table]);
  return count;
}

/** Those who apply, and the officers who handle what a handful of demonstration people could not. */
export function seedNationalApplicants(counts: ApplicantCounts, log: Log): Promise<number> {
  const officers: Chunk = { name: 'officers', issuer: 'staff', people: () => inventedOfficers };
  return loadInChunks({
    step: 'national applicants',
    tables: [],
    triggers: [],
    chunks: [
      officers,
      ...chunksOf('organisations', counts.organisations, organisationAt),
      ...chunksOf('citizens', counts.citizens, citizenAt),
    ],
    load,
    log,
  });
}
