/**
 * The fast clock against a naive one that walks: day after day, or quarter hour after quarter hour. The walker
 * shares no code with the clock; it reads the events again at each step.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { type CalendarDay, compileCalendar, type DayKind } from '@/lib/kernel/calendar';
import { explainDue } from '@/lib/kernel/clock-explanation';
import { type ClockEvent, type ClockRule, clockUnits, dueDate } from '@/lib/kernel/clock-rules';

const HISTORIES = 100_000;
const QUARTER = 900_000;
const DAY = 96 * QUARTER;
const ZONE = 7 * 3_600_000;

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
type Random = ReturnType<typeof randomFrom>;

const FIRST = Date.UTC(2026, 0, 1) - ZONE;
const textOf = (ms: number) => new Date(ms + ZONE).toISOString().slice(0, 10);
const kinds: DayKind[] = ['off', 'off', 'off', 'working', 'morning', 'afternoon'];
const statuses: CalendarDay['status'][] = ['official', 'official', 'provisional', 'conditional'];

function randomDays(random: Random): CalendarDay[] {
  const dates = new Set(Array.from({ length: random(60) }, () => textOf(FIRST + random(400) * DAY)));
  return [...dates].map((date) => ({
    date,
    kind: kinds[random(kinds.length)] ?? 'off',
    status: statuses[random(statuses.length)] ?? 'official',
    name: 'Ngày thử',
    source: 'Quyết định thử',
  }));
}

const largest = { working_day: 40, calendar_day: 60, working_hour: 40, month: 6 };

function randomHistory(random: Random, unit: ClockRule['unit']): ClockEvent[] {
  const start = FIRST + random(200 * 96) * QUARTER;
  const events: ClockEvent[] = [{ kind: 'start', at: new Date(start) }];
  const moment = () => new Date(start + (random(40 * 96) - 4 * 96) * QUARTER);
  for (let pairs = random(5); pairs > 0; pairs -= 1) {
    const from = moment();
    events.push({ kind: 'pause', at: from });
    if (random(12) > 0)
      events.push({ kind: 'resume', at: new Date(from.getTime() + random(15 * 96) * QUARTER) });
  }
  if (random(7) === 0) events.push({ kind: 'extend', at: moment(), to: textOf(start + random(60) * DAY) });
  if (random(5) === 0) events.push({ kind: 'stop', at: moment() });
  if (unit !== 'working_hour' && random(3) === 0) events.push({ kind: 'resume', at: moment() });
  return events;
}

class Walker {
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

function* histories(seed: number, howMany: number) {
  const random = randomFrom(seed);
  let days: CalendarDay[] = [];
  let calendar = compileCalendar(days);
  for (let index = 0; index < howMany; index += 1) {
    if (index % 20 === 0) {
      days = randomDays(random);
      calendar = compileCalendar(days);
    }
    const unit = clockUnits[random(clockUnits.length)] ?? 'working_day';
    const rule: ClockRule = { amount: 1 + random(largest[unit]), unit };
    yield { index, days, calendar, rule, random, events: randomHistory(random, unit) };
  }
}

const told = (subject: { rule: ClockRule; events: ClockEvent[]; days: CalendarDay[]; index: number }) =>
  JSON.stringify({ ...subject, random: undefined, calendar: undefined });

describe('the clock against a walker', () => {
  it(`agrees on ${HISTORIES} random histories, and its explanation adds up`, { timeout: 180_000 }, () => {
    for (const subject of histories(20261122, HISTORIES)) {
      const { rule, events, days, calendar } = subject;
      const { due, steps, total } = explainDue(rule, events, calendar);
      const walked = new Walker(days, events).due(rule);
      if ((due?.getTime() ?? null) !== walked) expect(due, told(subject)).toEqual(walked && new Date(walked));
      if (due === null) continue;
      const counted = steps.filter((step) => step.counted);
      const sum =
        rule.unit === 'working_hour' ? counted.reduce((n, s) => n + (s.minutes ?? 0), 0) : counted.length;
      const last = steps.at(-1);
      if (sum !== total || last?.kind !== 'due' || last.date !== textOf(due.getTime()))
        expect({ sum, last }, told(subject)).toEqual({ sum: total, last: { kind: 'due' } });
    }
  });
});

describe('properties', () => {
  it('an added day off never makes it earlier', () => {
    for (const subject of histories(7, 5_000)) {
      const { rule, days, calendar, random } = subject;
      const events = subject.events.filter(({ kind }) => kind !== 'extend');
      const date = textOf(FIRST + random(400) * DAY);
      const extra: CalendarDay = { date, kind: 'off', status: 'official', name: 'Thêm', source: 'x' };
      const more = compileCalendar([...days.filter((day) => day.date !== date), extra]);
      const [before, after] = [dueDate(rule, events, calendar).due, dueDate(rule, events, more).due];
      const earlier = before !== null && after !== null && after < before;
      expect(earlier && told({ ...subject, events, days: [extra, ...days] })).toBe(false);
      if (before === null) expect(after).toBeNull();
    }
  });

  it('a pause resumed at once changes nothing', () => {
    for (const { rule, events, calendar, random } of histories(11, 5_000)) {
      const at = new Date(FIRST + random(300 * 96) * QUARTER);
      const blink: ClockEvent[] = [
        { kind: 'pause', at },
        { kind: 'resume', at },
      ];
      expect(dueDate(rule, [...events, ...blink], calendar).due).toEqual(dueDate(rule, events, calendar).due);
    }
  });

  it('a pause split in two equals the whole', () => {
    for (const { rule, calendar, random } of histories(13, 5_000)) {
      const start = FIRST + random(200 * 96) * QUARTER;
      const [a, b, c] = [random(2_000), random(2_000), random(2_000)]
        .sort((x, y) => x - y)
        .map((n) => new Date(start + n * QUARTER));
      if (a === undefined || b === undefined || c === undefined) throw new Error('three moments');
      const begin: ClockEvent = { kind: 'start', at: new Date(start) };
      const split: ClockEvent[] = [
        { kind: 'resume', at: b },
        { kind: 'pause', at: b },
      ];
      const whole: ClockEvent[] = [begin, { kind: 'pause', at: a }, { kind: 'resume', at: c }];
      const halves = [begin, { kind: 'pause' as const, at: a }, ...split, { kind: 'resume' as const, at: c }];
      expect(dueDate(rule, halves, calendar)).toEqual(dueDate(rule, whole, calendar));
    }
  });
});

describe('the server’s time zone', () => {
  const home = process.env.TZ;
  afterAll(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it('does not matter', () => {
    const zones = [
      'UTC',
      'Asia/Ho_Chi_Minh',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Australia/Lord_Howe',
    ];
    const read = (zone: string) => {
      process.env.TZ = zone;
      const offset = new Date(2026, 0, 1).getTimezoneOffset();
      const dues = [...histories(17, 500)].map(({ rule, events, calendar }) =>
        explainDue(rule, events, calendar),
      );
      return { offset, dues: JSON.stringify(dues) };
    };
    const readings = zones.map(read);
    expect(new Set(readings.map(({ offset }) => offset)).size).toBe(zones.length);
    expect(new Set(readings.map(({ dues }) => dues)).size).toBe(1);
  });
});
