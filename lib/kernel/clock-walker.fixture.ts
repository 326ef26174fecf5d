/**
 * A naive clock for the tests: it walks day after day, or quarter hour after quarter hour, reads the events again
 * at each step, and shares no code with the real one.
 */
import type { CalendarDay, DayKind } from '@/lib/kernel/calendar';
import type { ClockEvent, ClockRule } from '@/lib/kernel/clock-rules';

export const QUARTER = 900_000;
export const DAY = 96 * QUARTER;
export const ZONE = 7 * 3_600_000;

export const textOf = (ms: number) => new Date(ms + ZONE).toISOString().slice(0, 10);

export class Walker {
  private readonly kindsByDate: Map<string, DayKind>;
  private readonly seen = new Map<number, DayKind>();
  private readonly start: number;
  private readonly stop: number;
  private readonly marks: { at: number; kind: string; to: string | undefined }[];

  constructor(days: CalendarDay[], events: ClockEvent[]) {
    this.kindsByDate = new Map(days.filter((d) => d.status !== 'conditional').map((d) => [d.date, d.kind]));
    const marks = events.map(({ at, kind, to }, index) => ({ at: at.getTime(), kind, to, index }));
    this.marks = marks.sort((a, b) => a.at - b.at || a.index - b.index);
    this.start = this.marks.find(({ kind }) => kind === 'start')?.at ?? 0;
    this.stop = this.marks.find(({ kind, at }) => kind === 'stop' && at >= this.start)?.at ?? Infinity;
  }

  kind(ms: number): DayKind {
    const known = this.seen.get(this.midnight(ms));
    if (known !== undefined) return known;
    const day = new Date(ms + ZONE).getUTCDay();
    const kind = this.kindsByDate.get(textOf(ms)) ?? (day === 0 || day === 6 ? 'off' : 'working');
    this.seen.set(this.midnight(ms), kind);
    return kind;
  }

  office(ms: number): boolean {
    const quarter = ((ms + ZONE) % DAY) / QUARTER;
    const kind = this.kind(ms);
    const morning = quarter >= 32 && quarter < 48;
    const afternoon = quarter >= 52 && quarter < 68;
    if (kind === 'working') return morning || afternoon;
    return kind === 'morning' ? morning : kind === 'afternoon' && afternoon;
  }

  /** Stretches during which the clock stood still, found by replaying the marks. */
  stretches(): [number, number][] {
    const found: [number, number][] = [];
    let open = 0;
    let since = 0;
    for (const { at, kind } of this.marks) {
      if (at > this.stop) break;
      if (kind === 'pause' && open++ === 0) since = at;
      if (kind === 'resume' && open > 0 && --open === 0) found.push([since, at]);
    }
    if (open > 0) found.push([since, this.stop]);
    return found.map(([a, b]): [number, number] => [Math.max(a, this.start), b]).filter(([a, b]) => b > a);
  }

  /** The last promise made while the clock was alive. */
  promise() {
    return this.marks
      .filter(({ kind, at }) => kind === 'extend' && at >= this.start && at <= this.stop)
      .at(-1);
  }

  midnight = (ms: number) => Math.floor((ms + ZONE) / DAY) * DAY - ZONE;
  close = (day: number) => day + (this.kind(day) === 'morning' ? 48 : 68) * QUARTER;

  due(rule: ClockRule): number | null {
    const promise = this.promise();
    const from = promise?.at ?? this.start;
    let promised = promise?.to === undefined ? null : Date.parse(`${promise.to}T00:00:00+07:00`);
    while (promised !== null && this.kind(promised) === 'off') promised += DAY;
    const stretches = this.stretches()
      .map(([a, b]): [number, number] => [Math.max(a, from), b])
      .filter(([a, b]) => b > a);
    if (promised !== null && promised < this.midnight(from)) return this.close(promised);
    if (rule.unit === 'working_hour') return this.walkQuarters(rule, { from, promised, stretches });
    return this.walkDays(rule, { from, promised, stretches });
  }

  walkDays(rule: ClockRule, span: { from: number; promised: number | null; stretches: [number, number][] }) {
    const today = this.midnight(span.from);
    const counts = (day: number) => rule.unit !== 'working_day' || this.kind(day) !== 'off';
    const last = span.promised ?? (rule.unit === 'month' ? this.sameDayLater(today, rule.amount) : null);
    let need = rule.amount;
    if (last !== null) for (need = 0; today + need * DAY < last; ) need += 1;
    if (span.promised !== null && rule.unit === 'working_day')
      need = Array.from({ length: need }, (_, i) => today + (i + 1) * DAY).filter(counts).length;
    for (let day = need === 0 ? today : today + DAY, n = 0; day < today + 3_000 * DAY; day += DAY) {
      if (span.stretches.some(([a, b]) => this.midnight(a) < day && day <= this.midnight(b))) continue;
      if (counts(day) && need > 0) n += 1;
      const standing = span.stretches.some(
        ([a, b]) => this.midnight(a) === day && this.midnight(b) > day && a < this.close(day),
      );
      if (n >= need && this.kind(day) !== 'off' && !standing) return this.close(day);
    }
    return null;
  }

  walkQuarters(
    rule: ClockRule,
    span: { from: number; promised: number | null; stretches: [number, number][] },
  ) {
    let need = rule.amount * 4;
    if (span.promised !== null) {
      need = 0;
      for (let t = span.from; t < this.close(span.promised); t += QUARTER) if (this.office(t)) need += 1;
      if (need === 0) return this.close(span.promised);
    }
    for (let t = span.from; t < span.from + 300 * DAY; t += QUARTER) {
      if (span.stretches.some(([a, b]) => b === Infinity && t >= a)) return null;
      if (this.office(t) && !span.stretches.some(([a, b]) => a <= t && t < b)) need -= 1;
      if (need === 0) return t + QUARTER;
    }
    return null;
  }

  sameDayLater(day: number, months: number): number {
    const [year = 0, month = 1, date = 1] = textOf(day).split('-').map(Number);
    const target = new Date(Date.UTC(year, month - 1 + months, 1));
    while (target.getUTCDate() < date) {
      const next = new Date(target.getTime() + 24 * 3_600_000);
      if (next.getUTCMonth() !== target.getUTCMonth()) break;
      target.setTime(next.getTime());
    }
    return target.getTime() - ZONE;
  }
}
