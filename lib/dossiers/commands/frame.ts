import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { accounts, organisations, persons } from '@/db/schema/accounts';
import { orgUnits } from '@/db/schema/units';
import { DomainError } from '@/lib/kernel/errors';
import type { DossierRow, FoundDossier } from './find';

/** Who the papers of a dossier speak of: applicant, office, officer. One look-up for all forms. */
export interface PaperContext {
  applicant: {
    name: string;
    identifier: string | null;
    representative: string | null;
    address: string;
    phone: string | null;
    email: string | null;
  };
  unit: { name: string; number: string };
  oneStop: string;
  officer: { name: string; title: string };
  procedure: { name: string; code: string | null };
}

export async function readPaperContext(
  reader: Reader,
  found: FoundDossier,
  officerId: string,
): Promise<PaperContext> {
  const { dossier, definition } = found;
  const [applicant, units, officer] = await Promise.all([
    readApplicant(reader, dossier),
    reader
      .select()
      .from(orgUnits)
      .where(inArray(orgUnits.code, [dossier.unit, 'VPB']))
      .prepare('units')
      .execute(),
    reader
      .select({ name: accounts.name, title: accounts.title })
      .from(accounts)
      .where(eq(accounts.id, officerId))
      .prepare('officer')
      .execute(),
  ]);
  const unit = units.find(({ code }) => code === dossier.unit);
  if (unit === undefined) throw new DomainError('misconfigured', `unit ${dossier.unit}`);
  return {
    applicant,
    unit: { name: unit.nameVi, number: unit.dossierCodeNumber ?? '00' },
    oneStop: 'Bộ phận Một cửa',
    officer: { name: officer[0]?.name ?? '', title: officer[0]?.title ?? 'Cán bộ tiếp nhận' },
    procedure: { name: definition.title.vi, code: definition.code },
  };
}

async function readApplicant(reader: Reader, dossier: DossierRow): Promise<PaperContext['applicant']> {
  const [owner] = await reader
    .select({
      phone: accounts.phone,
      email: accounts.email,
      personalId: persons.personalId,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(accounts.id, dossier.ownerAccountId))
    .prepare('applicant')
    .execute();
  if (owner === undefined) throw new DomainError('not_found', 'account');
  const contact = { phone: owner.phone, email: owner.email };
  if (dossier.organisationId === null) {
    const address = dossier.answers.address;
    return {
      name: dossier.applicantName,
      identifier: owner.personalId,
      representative: null,
      address: typeof address === 'string' ? address : '',
      ...contact,
    };
  }
  const [organisation] = await reader
    .select()
    .from(organisations)
    .where(eq(organisations.id, dossier.organisationId))
    .prepare('organisation')
    .execute();
  if (organisation === undefined) throw new DomainError('not_found', 'organisation');
  return {
    name: organisation.name,
    identifier: organisation.taxCode,
    representative: organisation.representative,
    address: organisation.address ?? '',
    ...contact,
  };
}
