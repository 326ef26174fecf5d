/**
 * The clock against a walker, on random histories and random calendars.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { type CalendarDay, compileCalendar, type DayKind } from '@/lib/kernel/calendar';
import { explainDue } from '@/lib/kernel/clock-explanation';
import { type ClockEvent, type ClockRule, clockUnits, dueDate } from '@/lib/kernel/clock-rules';
import { DAY, QUARTER, textOf, Walker, ZONE } from '@/lib/kernel/clock-walker.fixture';

const HISTORIES = 100_000;

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
  it(`agrees on ${HISTORIES} random histories, and its explanation adds up`, { timeout: 600_000 }, () => {
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
