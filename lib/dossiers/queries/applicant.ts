import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { accounts, organisations, persons } from '@/db/schema/accounts';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import type { KnownApplicant } from '../drafts/rules';

export interface ApplicantView {
  name: string;
  title: string | null;
  /** What registers told of the person and the organisation: filled in, not asked again. */
  known: KnownApplicant;
  organisation: (typeof organisations.$inferSelect & { members: Member[] }) | null;
}

interface Member {
  id: string;
  name: string;
  title: string | null;
  lastSeenAt: Date | null;
}

/** The person who applies and, when they act for one, their organisation as the register gave it. */
export const getApplicant = query<undefined, ApplicantView>({
  action: 'dossier.draft',
  async run({ db, actor }) {
    const [own] = await db
      .select({ account: accounts, person: persons, organisation: organisations })
      .from(accounts)
      .innerJoin(persons, eq(persons.id, accounts.personId))
      .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
      .where(eq(accounts.id, actor.accountId));
    if (own === undefined) throw new DomainError('not_found', 'account');
    const { account, person, organisation } = own;
    const known = {
      name: account.name,
      email: account.email,
      phone: account.phone,
      personalId: person.personalId,
      birthDate: person.birthDate,
      organisationName: organisation?.name ?? null,
      taxCode: organisation?.taxCode ?? null,
      address: organisation?.address ?? null,
      representative: organisation?.representative ?? null,
    };
    if (organisation === null) return { name: account.name, title: account.title, known, organisation };
    const members = await db
      .select({
        id: accounts.id,
        name: accounts.name,
        title: accounts.title,
        lastSeenAt: accounts.lastSeenAt,
      })
      .from(accounts)
      .where(eq(accounts.organisationId, organisation.id))
      .orderBy(asc(accounts.name));
    return { name: account.name, title: account.title, known, organisation: { ...organisation, members } };
  },
});
