import { describe, expect, it } from 'vitest';
import { compileCalendar, isoOf } from '@/lib/kernel/calendar';
import { calendarFixture, calendarWithCultureDay } from '@/lib/kernel/calendar.fixture';
import { explainDue } from '@/lib/kernel/clock-explanation';
import {
  addWorkingHours,
  type ClockEvent,
  type ClockRule,
  type ClockUnit,
  dueDate,
  dueIfResumed,
  workingMinutesBetween,
} from '@/lib/kernel/clock-rules';

const calendar = compileCalendar(calendarFixture);
const enacted = compileCalendar(calendarWithCultureDay);
const at = (local: string) => new Date(`${local.length === 10 ? `${local}T09:00` : local}:00+07:00`);

function events(start: string, ...pauses: (readonly [string, string?])[]): ClockEvent[] {
  const pairs = pauses.flatMap(([from, to]): ClockEvent[] => {
    const pause: ClockEvent = { kind: 'pause', at: at(from), source: 'Mẫu 02' };
    return to === undefined ? [pause] : [pause, { kind: 'resume', at: at(to) }];
  });
  return [{ kind: 'start', at: at(start) }, ...pairs];
}

const rule = (amount: number, unit: ClockUnit): ClockRule => ({ amount, unit });
const due = (limit: ClockRule, history: ClockEvent[], days = calendar) => {
  const reading = dueDate(limit, history, days).due;
  return reading === null ? null : isoOf(reading).slice(0, 16);
};

describe('golden cases', () => {
  const plain: [string, string, number, ClockUnit, string][] = [
    ['over Tết Bính Ngọ', '2026-02-13', 5, 'working_day', '2026-02-27T17:00'],
    ['a swapped Saturday counts', '2026-08-20', 3, 'working_day', '2026-08-24T17:00'],
    ['over National Day', '2026-08-27', 2, 'working_day', '2026-09-03T17:00'],
    ['due on a swapped Saturday', '2026-01-08', 2, 'working_day', '2026-01-10T17:00'],
    ['a swapped Saturday of 2024', '2024-04-26', 3, 'working_day', '2024-05-04T17:00'],
    ['year end', '2025-12-30', 3, 'working_day', '2026-01-06T17:00'],
    ['a day not enacted is worked', '2026-11-23', 1, 'working_day', '2026-11-24T17:00'],
    ['a provisional day is off', '2027-02-03', 1, 'working_day', '2027-02-11T17:00'],
    ['accepted on a Saturday', '2026-11-14', 1, 'working_day', '2026-11-16T17:00'],
    ['accepted late in the evening', '2026-11-09T23:30', 1, 'working_day', '2026-11-10T17:00'],
    ['accepted just after midnight', '2026-11-09T00:30', 1, 'working_day', '2026-11-10T17:00'],
    ['one hundred working days', '2026-06-01', 100, 'working_day', '2026-10-21T17:00'],
    ['calendar days', '2026-11-02', 10, 'calendar_day', '2026-11-12T17:00'],
    ['calendar days ending within Tết', '2026-02-06', 10, 'calendar_day', '2026-02-23T17:00'],
    ['calendar days ending on 30 April', '2026-04-20', 10, 'calendar_day', '2026-05-04T17:00'],
    ['calendar days ending on a Sunday', '2026-11-05', 10, 'calendar_day', '2026-11-16T17:00'],
    ['month to a clamped Saturday', '2026-01-31', 1, 'month', '2026-03-02T17:00'],
    ['month to a leap day', '2024-01-31', 1, 'month', '2024-02-29T17:00'],
    ['six months over the year', '2025-08-31', 6, 'month', '2026-03-02T17:00'],
    ['twelve months', '2025-11-20', 12, 'month', '2026-11-20T17:00'],
    ['hours across lunch', '2026-11-09T11:30', 1, 'working_hour', '2026-11-09T13:30'],
    ['hours across the night', '2026-11-09T10:00', 8, 'working_hour', '2026-11-10T10:00'],
    ['a whole day of hours ends at its close', '2026-11-09T08:00', 8, 'working_hour', '2026-11-09T17:00'],
    ['hours from a Saturday', '2026-11-14T09:00', 8, 'working_hour', '2026-11-16T17:00'],
    ['hours over Tết', '2026-02-13T16:00', 8, 'working_hour', '2026-02-23T16:00'],
    ['hours from the lunch break', '2026-11-09T12:30', 4, 'working_hour', '2026-11-09T17:00'],
  ];
  it.each(plain)('%s: %s + %i %s', (_name, start, amount, unit, expected) => {
    expect(due(rule(amount, unit), events(start))).toBe(expected);
  });

  it('moves past 24 November 2026 only when the day is enacted', () => {
    expect(due(rule(1, 'working_day'), events('2026-11-23'), enacted)).toBe('2026-11-25T17:00');
    const paused = events('2026-11-09', ['2026-11-10', '2026-11-20']);
    expect(due(rule(3, 'working_day'), paused)).toBe('2026-11-24T17:00');
    expect(due(rule(3, 'working_day'), paused, enacted)).toBe('2026-11-25T17:00');
    expect(due(rule(6, 'month'), events('2026-05-24'))).toBe('2026-11-24T17:00');
    expect(due(rule(6, 'month'), events('2026-05-24'), enacted)).toBe('2026-11-25T17:00');
  });

  it('is due at noon on a morning-only day', () => {
    const half = {
      date: '2026-11-12',
      kind: 'morning',
      status: 'official',
      name: 'Nghỉ chiều',
      source: 'x',
    } as const;
    const days = compileCalendar([...calendarFixture, half]);
    expect(due(rule(3, 'working_day'), events('2026-11-09'), days)).toBe('2026-11-12T12:00');
    expect(due(rule(8, 'working_hour'), events('2026-11-12T08:00'), days)).toBe('2026-11-13T12:00');
  });
});

describe('pauses', () => {
  it('adds civil days to calendar days and months, then moves off a day off', () => {
    expect(due(rule(10, 'calendar_day'), events('2026-11-02', ['2026-11-04', '2026-11-07']))).toBe(
      '2026-11-16T17:00',
    );
    expect(due(rule(1, 'month'), events('2026-10-05', ['2026-10-10', '2026-10-15']))).toBe(
      '2026-11-10T17:00',
    );
  });

  it('adds paused office time to working hours', () => {
    const history = events('2026-11-09T10:00', ['2026-11-09T11:00', '2026-11-10T09:00']);
    expect(due(rule(8, 'working_hour'), history)).toBe('2026-11-10T17:00');
  });

  it('does not count the same day twice when pauses overlap or nest', () => {
    const nested = events('2026-11-09', ['2026-11-10', '2026-11-20'], ['2026-11-12', '2026-11-13']);
    expect(due(rule(3, 'working_day'), nested)).toBe('2026-11-24T17:00');
    const overlapping = events('2026-11-09', ['2026-11-10', '2026-11-16'], ['2026-11-12', '2026-11-20']);
    expect(due(rule(3, 'working_day'), overlapping)).toBe('2026-11-24T17:00');
  });

  it('gives the last day back when it is paused before it closes, and not after', () => {
    const before = events('2026-11-09', ['2026-11-12T10:00', '2026-11-14T10:00']);
    expect(due(rule(3, 'working_day'), before)).toBe('2026-11-16T17:00');
    const after = events('2026-11-09', ['2026-11-12T17:00', '2026-11-14T10:00']);
    expect(due(rule(3, 'working_day'), after)).toBe('2026-11-12T17:00');
  });

  it('has no due date while open, unless the limit had run out before', () => {
    const open = events('2026-11-09', ['2026-11-10']);
    expect(dueDate(rule(3, 'working_day'), open, calendar)).toMatchObject({
      due: null,
      paused: true,
      status: 'paused',
    });
    const resumed = dueIfResumed(rule(3, 'working_day'), { events: open, calendar }, at('2026-11-20'));
    expect(resumed && isoOf(resumed)).toBe('2026-11-24T17:00:00+07:00');
    expect(due(rule(3, 'working_day'), events('2026-11-09', ['2026-11-13']))).toBe('2026-11-12T17:00');
  });

  it('ignores pauses before the start and after the stop, and ends at the stop', () => {
    const early = events('2026-11-09', ['2026-11-02', '2026-11-06']);
    expect(due(rule(3, 'working_day'), early)).toBe('2026-11-12T17:00');
    const stop: ClockEvent = { kind: 'stop', at: at('2026-11-11') };
    const late = [...events('2026-11-09', ['2026-11-12', '2026-11-20']), stop];
    expect(due(rule(3, 'working_day'), late)).toBe('2026-11-12T17:00');
    const withdrawn = dueDate(
      rule(3, 'working_day'),
      [...events('2026-11-09', ['2026-11-10']), stop],
      calendar,
    );
    expect(withdrawn).toMatchObject({
      status: 'stopped',
      paused: false,
      pausedDays: 1,
      dueDate: '2026-11-13',
    });
  });
});

describe('extensions', () => {
  const promise: ClockEvent = { kind: 'extend', at: at('2026-11-11'), to: '2026-11-21', source: 'Mẫu 04' };

  it('is due on the promised date, moved off a day off', () => {
    expect(due(rule(3, 'working_day'), [...events('2026-11-09'), promise])).toBe('2026-11-23T17:00');
    expect(due(rule(8, 'working_hour'), [...events('2026-11-09'), promise])).toBe('2026-11-23T17:00');
  });

  it('is pushed on by a later pause', () => {
    const history = [...events('2026-11-09', ['2026-11-12', '2026-11-13']), promise];
    expect(due(rule(3, 'working_day'), history)).toBe('2026-11-24T17:00');
  });

  it('may be promised for a day already reached', () => {
    const history: ClockEvent[] = [
      ...events('2026-11-09'),
      { kind: 'extend', at: at('2026-11-11'), to: '2026-11-10' },
    ];
    expect(due(rule(3, 'working_day'), history)).toBe('2026-11-10T17:00');
    expect(explainDue(rule(3, 'working_day'), history, calendar).steps.at(-1)?.kind).toBe('due');
  });
});

describe('explanation', () => {
  it('names each day of the paused case', () => {
    const history = events('2026-11-09', ['2026-11-10', '2026-11-20']);
    const { steps, due: end, total } = explainDue(rule(3, 'working_day'), history, calendar);
    expect(steps.map(({ date, kind, dayNumber }) => [date.slice(8), kind, dayNumber])).toEqual([
      ['09', 'start', null],
      ['10', 'counted', 1],
      ...['11', '12', '13'].map((day) => [day, 'paused', null]),
      ...['14', '15'].map((day) => [day, 'weekend', null]),
      ...['16', '17', '18', '19', '20'].map((day) => [day, 'paused', null]),
      ...['21', '22'].map((day) => [day, 'weekend', null]),
      ['23', 'counted', 2],
      ['24', 'due', 3],
    ]);
    expect(steps.filter(({ counted }) => counted)).toHaveLength(total);
    expect(end && isoOf(end)).toBe('2026-11-24T17:00:00+07:00');
    expect(steps.find(({ kind }) => kind === 'paused')?.source).toBe('Mẫu 02');
  });

  it('marks swapped, provisional and conditional days with their source', () => {
    const august = explainDue(rule(3, 'working_day'), events('2026-08-20'), calendar);
    expect(august.steps.map(({ kind }) => kind)).toEqual([
      'start',
      'counted',
      'swapped_in',
      'weekend',
      'due',
    ]);
    const november = explainDue(rule(2, 'working_day'), events('2026-11-23'), calendar);
    expect(november.steps[1]).toMatchObject({ kind: 'conditional', counted: true, status: 'conditional' });
    expect(november.provisional).toBe(true);
    const tet = explainDue(rule(1, 'working_day'), events('2027-02-03'), calendar);
    expect(tet.steps[1]).toMatchObject({ kind: 'holiday', status: 'provisional', name: 'Tết Đinh Mùi' });
    expect(tet.provisional).toBe(true);
  });

  it('shows the last day interrupted and the way to the next working day', () => {
    const history = events('2026-11-09', ['2026-11-12T10:00', '2026-11-13T10:00']);
    const kinds = explainDue(rule(3, 'working_day'), history, calendar).steps.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'start',
      'counted',
      'counted',
      'interrupted',
      'paused',
      'weekend',
      'weekend',
      'due',
    ]);
    const calendarDays = explainDue(rule(5, 'calendar_day'), events('2026-11-10'), calendar);
    expect(calendarDays.steps.at(-1)).toMatchObject({ kind: 'due', counted: false, date: '2026-11-16' });
    expect(calendarDays.steps.at(-2)).toMatchObject({ kind: 'weekend', counted: true, dayNumber: 5 });
  });

  it('accounts for hours by minutes', () => {
    const { steps, total } = explainDue(rule(8, 'working_hour'), events('2026-11-09T10:00'), calendar);
    expect(steps.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['start', null],
      ['counted', 360],
      ['due', 120],
    ]);
    expect(total).toBe(480);
  });
});

describe('office time', () => {
  it('counts minutes between instants and adds hours', () => {
    expect(workingMinutesBetween(at('2026-02-13T16:00'), at('2026-02-23T09:00'), calendar)).toBe(120);
    expect(isoOf(addWorkingHours(at('2026-11-13T16:30'), 1, calendar))).toBe('2026-11-16T08:30:00+07:00');
  });

  it('refuses a date that does not exist', () => {
    expect(() => compileCalendar([{ ...calendarFixture[0], date: '2026-02-30' } as never])).toThrow(
      RangeError,
    );
  });
});
