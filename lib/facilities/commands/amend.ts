import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader, Tx } from '@/db/client';
import { facilities, facilityAttributes } from '@/db/schema/facilities';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import type { Amendable } from '../define';
import { subjectOf } from '../queries/get';
import { type Amending, amendingOf, unknownStart } from '../rules';
import { AmendFacility } from '../schema';

type Amended = z.output<typeof AmendFacility>;

type Row = typeof facilities.$inferSelect;

async function findFacility(reader: Reader, id: string): Promise<Row> {
  const [row] = await reader.select().from(facilities).where(eq(facilities.id, id));
  if (row === undefined) throw new DomainError('not_found', 'facility');
  return row;
}

/** What is kept by date for one attribute; a name has one value in each language. */
function valuesOf(attribute: Amendable, { value, valueEn }: { value: string; valueEn?: string | undefined }) {
  return attribute === 'name'
    ? [
        ['name', value],
        ['nameEn', valueEn ?? value],
      ]
    : [[attribute, value]];
}

const columnOf = {
  name: 'nameVi',
  nameEn: 'nameEn',
  class: 'class',
  form: 'form',
  ownership: 'ownership',
  status: 'status',
  address: 'address',
} as const satisfies Record<string, keyof Row>;

const currentOf = (row: Row, attribute: string): string | null =>
  row[columnOf[attribute as keyof typeof columnOf]];

interface Change {
  facility: Row;
  attribute: string;
  value: string;
  from: string;
  decision: string;
  by: string;
  at: Date;
}

/** Closes what held until now and opens the new value; nothing that was written is written over. */
async function writeValue(tx: Tx, change: Change): Promise<void> {
  const { facility, attribute, value, from, decision, by, at } = change;
  const own = and(
    eq(facilityAttributes.facilityId, facility.id),
    eq(facilityAttributes.attribute, attribute),
  );
  const known = await tx
    .select({ validFrom: facilityAttributes.validFrom, validTo: facilityAttributes.validTo })
    .from(facilityAttributes)
    .where(own)
    .orderBy(asc(facilityAttributes.validFrom));
  const amending: Amending | null = amendingOf(known, from, civilDateAt(at));
  if (amending === null) throw new InvalidInput([{ path: 'validFrom', code: 'validFrom' }]);
  const recorded = { facilityId: facility.id, attribute, recordedAt: at, recordedBy: by };
  if (amending === 'first') {
    await tx.insert(facilityAttributes).values({
      ...recorded,
      value: currentOf(facility, attribute),
      validFrom: facility.openedOn ?? unknownStart,
      validTo: from,
      sourceRef: facility.sourceRef,
      confidence: facility.confidence,
    });
  } else {
    await tx
      .update(facilityAttributes)
      .set({ validTo: from })
      .where(and(own, isNull(facilityAttributes.validTo)));
  }
  await tx.insert(facilityAttributes).values({
    ...recorded,
    value,
    validFrom: from,
    sourceRef: decision,
    confidence: 'found',
    verifiedAt: at,
  });
}

/** A new value of a facility from a day on, by a decision of its department; what held before is kept with its dates. */
export const amendFacility = command({
  action: 'facility.write',
  sees: 'facility.read',
  input: AmendFacility,
  async find(reader, { id }) {
    const facility = await findFacility(reader, id);
    return { record: { type: 'facility', id }, subject: subjectOf(facility), facility };
  },
  async run({ tx, actor, input, found, now: at }) {
    const { id, attribute, validFrom: from, decision, version } = input;
    // The version is the lock: of two who saw the same, the second changes no row.
    const raised = await tx
      .update(facilities)
      .set({ version: sql`${facilities.version} + 1`, updatedAt: at, ...todayOf(input) })
      .where(and(eq(facilities.id, id), eq(facilities.version, version)))
      .returning({ version: facilities.version });
    const [row] = raised;
    if (row === undefined) throw new DomainError('conflict', 'facility');
    const values = valuesOf(attribute, input);
    if (values.every(([name = '', value]) => currentOf(found.facility, name) === value))
      throw new InvalidInput([{ path: 'value', code: 'same' }]);
    for (const [name = '', value = ''] of values)
      await writeValue(tx, {
        facility: found.facility,
        attribute: name,
        value,
        from,
        decision,
        by: actor.accountId,
        at,
      });
    return { version: row.version };
  },
  trace: ({ input, found }) => ({
    detail: {
      attribute: input.attribute,
      before: currentOf(found.facility, input.attribute),
      after: input.value,
      validFrom: input.validFrom,
      decision: input.decision,
      ...(input.reason === undefined || input.reason === '' ? {} : { reason: input.reason }),
    },
  }),
});

/** Today's row says what holds today. */
function todayOf({ attribute, value, valueEn, validFrom }: Amended): Partial<Row> {
  const words = Object.fromEntries(
    valuesOf(attribute, { value, valueEn }).map(([name = '', text]) => [
      columnOf[name as keyof typeof columnOf],
      text,
    ]),
  );
  if (attribute !== 'status') return words;
  return { ...words, closedOn: value === 'closed' ? validFrom : null };
}
