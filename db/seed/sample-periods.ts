import type { reports } from '@/db/schema/reporting';
import { chance } from './chance';
import { placeIdOf } from './places';
import { periodsOf } from './report-elements';
import { demoHospitalId } from './sample-hospitals';
import type { Profile } from './sample-profiles';

export type SamplePeriod = {
  readonly id: string;
  readonly form: 'hospital-month' | 'hospital-quarter';
  readonly endsOn: string;
  readonly dueOn: string;
  readonly provincialDueOn: string;
  /** Months since November 2025. */
  readonly age: number;
};

/** The day on which the sample stands: what would happen later has not happened. */
export const sampledOn = '2026-11-20';

const [first, last] = ['2025-11-30', '2026-10-31'];

/** November 2025 carries the published counts; the periods after it are made up so that boards have a trend. */
export const samplePeriods: readonly SamplePeriod[] = periodsOf([2025, 2026], sampledOn)
  .filter(({ kind, endsOn }) => kind !== 'year' && endsOn >= first && endsOn <= last)
  .sort((a, b) => a.endsOn.localeCompare(b.endsOn) || b.kind.length - a.kind.length)
  .map(({ id, kind, endsOn, dueOn, provincialDueOn }) => ({
    id,
    form: kind === 'month' ? 'hospital-month' : 'hospital-quarter',
    endsOn,
    dueOn,
    provincialDueOn,
    age: (Number(endsOn.slice(0, 4)) - 2025) * 12 + Number(endsOn.slice(5, 7)) - 11,
  }));

type ReportState = (typeof reports.$inferSelect)['state'];

/** How far a report has come by the day of the sample, and when it took each step. */
export type Outcome = {
  readonly state: ReportState;
  readonly submittedAt: string | null;
  readonly returnedAt: string | null;
  readonly verifiedAt: string | null;
  readonly lockedAt: string | null;
};

export const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
const at = (date: string, time: string) => `${date}T${time}+07:00`;

/** All that decides when a report comes: whose it is. */
type Reporting = Pick<Profile, 'hospital'>;

const hanoi = placeIdOf('01');
const newest = samplePeriods.reduce((a, b) => (b.endsOn >= a.endsOn ? b : a)).endsOn;

/** A few provinces are always late, private hospitals more often than others. */
export const isLate = (placeId: string) => placeId !== hanoi && chance(`late:${placeId}`) < 0.2;

function slackOf({ hospital: { id, ownership, placeId } }: Reporting): number {
  if (id === demoHospitalId || ownership === 'ministry') return 0;
  return (ownership === 'private' ? 1.8 : 1) * (isLate(placeId) ? 3.5 : 1);
}

/** The ministry locks a province as a whole, once its deadline is over; that of Hà Nội is still to come. */
function lockDayOf({ hospital }: Reporting, { id, endsOn, provincialDueOn }: SamplePeriod): string | null {
  const { placeId, unitCode } = hospital;
  if (endsOn === newest && unitCode === 'SYT-01') return null;
  const roll = chance(`lock:${placeId}:${id}`);
  return daysAfter(provincialDueOn, isLate(placeId) ? 4 + roll * 8 : 1 + roll * 6);
}

const nothing = { submittedAt: null, returnedAt: null, verifiedAt: null, lockedAt: null };

/** null: the hospital missed the period. The first month and quarter are complete, as published. */
export function outcomeOf(profile: Reporting, period: SamplePeriod): Outcome | null {
  const { id } = profile.hospital;
  const slack = slackOf(profile);
  const roll = (what: string) => chance(`${what}:${id}:${period.id}`);
  if (period.id !== '202511' && period.id !== '2025Q4' && roll('missed') < 0.007 * slack) return null;
  const recent = period.endsOn === newest;
  if (recent && roll('unfinished') < 0.012 * slack) return { state: 'draft', ...nothing };
  const late = roll('late') < 0.06 * slack;
  const sent = late
    ? daysAfter(period.dueOn, 1 + roll('days') * 6)
    : daysAfter(period.dueOn, -roll('days') * 3);
  const submittedAt = at(sent, `${roll('hour') < 0.5 ? '09' : '15'}:20:00`);
  const checked = daysAfter(sent, 1 + roll('checked') * 3);
  if (recent && (id === demoHospitalId || roll('returned') < 0.02))
    return { ...nothing, state: 'returned', submittedAt, returnedAt: at(checked, '15:00:00') };
  if (recent && roll('waiting') < 0.02 + 0.02 * slack) return { ...nothing, state: 'submitted', submittedAt };
  const verifiedAt = at(checked, '15:40:00');
  const batch = lockDayOf(profile, period);
  // Who comes after the province was locked is locked alone.
  const lock = batch !== null && batch <= checked ? daysAfter(checked, 2) : batch;
  if (lock === null || lock > sampledOn) return { ...nothing, state: 'verified', submittedAt, verifiedAt };
  return { ...nothing, state: 'locked', submittedAt, verifiedAt, lockedAt: at(lock, '16:30:00') };
}
