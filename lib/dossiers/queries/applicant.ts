import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { accounts, organisations } from '@/db/schema/accounts';
import { query } from '@/lib/kernel/query';

/** The person who applies and, when they act for one, their organisation as the register gave it. */
export const getApplicant = query<undefined, ApplicantView>({
  action: 'dossier.draft',
  async run({ db, actor }) {
    const [own] = await db
      .select({ email: accounts.email, title: accounts.title, organisationId: accounts.organisationId })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId));
    const organisationId = own?.organisationId ?? null;
    const [organisation, members] =
      organisationId === null
        ? [null, []]
        : await Promise.all([
            db
              .select()
              .from(organisations)
              .where(eq(organisations.id, organisationId))
              .then(([row]) => row ?? null),
            db
              .select({
                id: accounts.id,
                name: accounts.name,
                title: accounts.title,
                lastSeenAt: accounts.lastSeenAt,
              })
              .from(accounts)
              .where(eq(accounts.organisationId, organisationId))
              .orderBy(asc(accounts.name)),
          ]);
    return { name: actor.name, email: own?.email ?? null, title: own?.title ?? null, organisation, members };
  },
});

export interface ApplicantView {
  name: string;
  email: string | null;
  title: string | null;
  organisation: typeof organisations.$inferSelect | null;
  members: { id: string; name: string; title: string | null; lastSeenAt: Date | null }[];
}
