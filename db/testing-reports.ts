import { randomUUID } from 'node:crypto';
import { demoFacility } from '@/lib/integrations/people';
import { civilDateAt } from '@/lib/kernel/calendar';
import type { Actor } from '@/lib/policy/actor';
import { openReport } from '@/lib/reporting/commands/open';
import { saveCells } from '@/lib/reporting/commands/save';
import type { ElementPart } from '@/lib/reporting/define';
import { periodOf, periodOn, shiftPeriod } from '@/lib/reporting/periods/rules';
import { getReport } from '@/lib/reporting/queries/get';
import type { ReportView } from '@/lib/reporting/schema';
import { database, transaction } from './client';
import { accounts, roleGrants } from './schema/accounts';
import { facilities } from './schema/facilities';
import { reportPeriods } from './schema/reporting';
import { seedReportElements } from './seed/report-elements';
import { seedPeople } from './testing-actors';

const today = civilDateAt(new Date());
const source = { sourceRef: 'thử nghiệm', confidence: 'demo' as const };

/** The month so many months before this one: month 1 has always opened. */
export const monthBack = (months: number): string => shiftPeriod(periodOn('month', today), -months);

type Facility = typeof facilities.$inferInsert;

export const facilityRow = (change: Partial<Facility> = {}): Facility & { id: string } => ({
  nameVi: 'Bệnh viện Đa khoa thử nghiệm',
  nameEn: 'Test General Hospital',
  form: 'general_hospital',
  ownership: 'local',
  managedBy: 'province',
  unitCode: 'SYT-01',
  placeId: 'p34-01',
  class: 'class_2',
  inpatient: true,
  obstetrics: true,
  driverChecks: true,
  sample: true,
  updatedAt: new Date(),
  ...source,
  ...change,
  id: change.id ?? randomUUID(),
});

export async function addFacility(change: Partial<Facility> = {}): Promise<string> {
  const row = facilityRow(change);
  await database().insert(facilities).values(row);
  return row.id;
}

/** The people, the forms, the periods around today, and the hospital the demonstration accounts report for. */
export async function seedReporting(): Promise<void> {
  await seedPeople();
  const ids = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(monthBack);
  const quarters = [-1, -2, -3].map((by) => shiftPeriod(periodOn('quarter', today), by));
  await transaction(async (tx) => {
    await seedReportElements(tx, today);
    const periods = [...ids, ...quarters].map((id) => ({
      ...periodOf(id),
      status: 'open' as const,
      ...source,
    }));
    await tx.insert(reportPeriods).values(periods).onConflictDoNothing();
  });
  await addFacility({ id: demoFacility.id, nameVi: 'Bệnh viện Đa khoa mẫu số 1' });
}

/** A second account of the same natural person, with a role of its own. */
export async function addAccountOf(
  actor: Actor,
  grant: Pick<typeof roleGrants.$inferInsert, 'role' | 'scope'>,
): Promise<string> {
  const [id, subject] = [randomUUID(), `second-${randomUUID()}`];
  const at = new Date(Date.now() - 86_400_000);
  await database()
    .insert(accounts)
    .values({ id, personId: actor.personId, issuer: 'staff', subject, name: actor.name, createdAt: at });
  await database()
    .insert(roleGrants)
    .values({ id: randomUUID(), accountId: id, ...grant, validFrom: at, reason: 'thử nghiệm' });
  return subject;
}

/** An answer nothing can be said against: no to every claim, zero of everything. */
function plainAnswer({ type, options }: ElementPart) {
  if (type === 'boolean') return false;
  if (type === 'enum') return options?.at(-1)?.code ?? null;
  return ['count', 'percent', 'amount', 'level'].includes(type) ? 0 : null;
}

export const inputsFor = (view: ReportView) =>
  view.elements
    .flatMap(({ parts }) => parts)
    .filter((part) => part.computedFrom === undefined && plainAnswer(part) !== null)
    .map((part) => ({
      part: part.id,
      value: plainAnswer(part),
      seen: view.cells[part.id]?.current?.revision ?? 0,
    }));

/** Opens a monthly report and answers every cell that is asked. */
export async function fillReport(
  actor: Actor,
  { facilityId = demoFacility.id as string, periodId = monthBack(1) } = {},
): Promise<ReportView> {
  const { id } = await openReport(actor, { facilityId, periodId, formId: 'hospital-month' });
  const view = await getReport(actor, { id });
  await saveCells(actor, { reportId: id, cells: inputsFor(view) });
  return getReport(actor, { id });
}
