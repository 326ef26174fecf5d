import { describe, expect, it } from 'vitest';
import { compileCalendar } from '@/lib/kernel/calendar';
import { calendarFixture } from '@/lib/kernel/calendar.fixture';
import type { ClockEvent, ClockRule } from '@/lib/kernel/clock-rules';
import { nationalReading, standing } from '@/lib/kernel/clock-standing';

const calendar = compileCalendar(calendarFixture);
const at = (local: string) => new Date(`2026-11-${local}:00+07:00`);
const start: ClockEvent = { kind: 'start', at: at('02T09:00') };
const rule: ClockRule = { amount: 10, unit: 'working_day' }; // due Mon 16/11 17:00
const hours: ClockRule = { amount: 8, unit: 'working_hour' };
const stop = (local: string): ClockEvent => ({ kind: 'stop', at: at(local) });
const asked = (from: string, to?: string): ClockEvent[] => [
  { kind: 'pause', at: at(from), cause: 'supplement' },
  ...(to === undefined ? [] : [{ kind: 'resume' as const, at: at(to), cause: 'supplement' as const }]),
];

function categoryAt(now: string, ...events: ClockEvent[]) {
  return standing({ rule, events: [start, ...events], calendar, now: at(now) })?.category;
}

describe('standing', () => {
  it('tells nothing before the start', () => {
    expect(standing({ rule, events: [], calendar, now: at('02T09:00') })).toBeNull();
    expect(nationalReading({ rule, events: [], calendar, now: at('02T09:00') })).toBeNull();
  });

  it('judges what has ended by its civil day and the close of business', () => {
    expect(categoryAt('20T09:00', stop('13T17:00'))).toBe('early');
    expect(categoryAt('20T09:00', stop('16T17:00'))).toBe('on_time');
    expect(categoryAt('20T09:00', stop('16T17:01'))).toBe('overdue_done');
  });

  it('judges what runs by what remains: a fifth of the limit or one working day', () => {
    expect(categoryAt('12T09:00')).toBe('in_time');
    expect(categoryAt('12T15:35')).toBe('in_time'); // 17.4 of 87 office hours remain at 15:36
    expect(categoryAt('12T15:36')).toBe('due_soon');
    expect(categoryAt('16T17:00')).toBe('due_soon');
    expect(categoryAt('16T17:01')).toBe('overdue_running');
    const longer = { rule: { ...rule, amount: 20 }, events: [start], calendar };
    expect(standing({ ...longer, now: at('24T15:00') })?.category).toBe('in_time');
    expect(standing({ ...longer, now: at('24T16:00') })?.category).toBe('due_soon');
  });

  it('counts the remaining working days, below zero when overdue', () => {
    const left = (now: string) =>
      standing({ rule, events: [start], calendar, now: at(now) })?.remainingWorkingDays;
    expect([left('12T09:00'), left('13T20:00'), left('16T18:00'), left('18T09:00')]).toEqual([2, 1, 0, -2]);
  });

  it('applies only the share to working hours', () => {
    const subject = { rule: hours, events: [{ ...start, at: at('02T08:00') }], calendar };
    expect(standing({ ...subject, now: at('02T10:00') })?.category).toBe('in_time');
    expect(standing({ ...subject, now: at('02T15:24') })?.category).toBe('due_soon');
  });

  it('is paused while the applicant is asked, unless it was overdue already', () => {
    expect(categoryAt('30T09:00', ...asked('05T09:00'))).toBe('paused');
    expect(categoryAt('30T09:00', ...asked('17T09:00'))).toBe('overdue_running');
  });
});

describe('the national formula beside the law', () => {
  const read = (now: string, events: ClockEvent[], options = {}) =>
    nationalReading({ rule, events: [start, ...events], calendar, now: at(now) }, options);

  it('agrees on a plain history', () => {
    expect(read('20T09:00', [stop('16T16:00')])).toMatchObject({
      onTime: true,
      agrees: true,
      reason: 'by_elapsed_time',
    });
    expect(read('20T09:00', [stop('17T09:00')])).toMatchObject({ onTime: false, agrees: true });
  });

  it('subtracts raw supplement time, weekends and nights included', () => {
    const reading = read('25T09:00', [...asked('05T16:00', '10T08:00'), stop('18T20:00')]);
    expect(reading).toMatchObject({ supplementRequests: 1, supplementMinutes: 6_720, onTime: true });
    expect(reading?.legal.onTime).toBe(true);
  });

  it('disagrees where raw time and working time part', () => {
    const reading = read('25T09:00', [...asked('06T16:00', '09T08:00'), stop('18T16:00')]);
    expect(reading).toMatchObject({ onTime: true, agrees: false, legal: { onTime: false } });
  });

  it('judges a waiting dossier at the time of the request', () => {
    const reading = read('30T09:00', asked('12T09:00'));
    expect(reading).toMatchObject({ onTime: true, agrees: true, judgedAt: at('12T09:00') });
  });

  it('takes a second request as late unless special law allows it', () => {
    const twice = [...asked('04T09:00', '05T09:00'), ...asked('09T09:00', '10T09:00'), stop('13T09:00')];
    expect(read('20T09:00', twice)).toMatchObject({
      onTime: false,
      reason: 'too_many_supplements',
      agrees: false,
    });
    expect(read('20T09:00', twice, { maxSupplementRounds: 5 })).toMatchObject({ onTime: true, agrees: true });
  });

  it('prefers the promised date', () => {
    const reading = read('25T09:00', [stop('18T09:00')], { promised: at('20T17:00') });
    expect(reading).toMatchObject({ onTime: true, reason: 'by_promise', agrees: false });
  });

  it('does not take a payment for a supplement', () => {
    const paid: ClockEvent[] = [
      { kind: 'pause', at: at('05T09:00'), cause: 'payment' },
      { kind: 'resume', at: at('09T09:00'), cause: 'payment' },
    ];
    expect(read('20T09:00', [...paid, stop('17T09:00')])).toMatchObject({
      supplementRequests: 0,
      onTime: false,
    });
  });
});
