/** Days off and swapped days used by the tests of the clock; the portal's own list is seeded reference data. */
import { type CalendarDay, dateOf, dayNumberOf } from '@/lib/kernel/calendar';

function off(
  from: string,
  to: string,
  name: string,
  status: CalendarDay['status'] = 'official',
): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = dayNumberOf(from); day <= dayNumberOf(to); day += 1)
    days.push({ date: dateOf(day), kind: 'off', status, name, source: `Thông báo nghỉ: ${name}` });
  return days;
}

function worked(date: string, name: string): CalendarDay {
  return { date, kind: 'working', status: 'official', name, source: `Thông báo làm bù: ${name}` };
}

export const calendarFixture: CalendarDay[] = [
  ...off('2024-04-27', '2024-05-01', 'Ngày Chiến thắng, Quốc tế Lao động 2024'),
  worked('2024-05-04', 'Làm bù ngày 29/4/2024'),
  ...off('2025-01-25', '2025-02-02', 'Tết Ất Tỵ'),
  ...off('2026-01-01', '2026-01-04', 'Tết Dương lịch 2026'),
  worked('2026-01-10', 'Làm bù ngày 02/01/2026'),
  ...off('2026-02-14', '2026-02-22', 'Tết Bính Ngọ'),
  ...off('2026-04-25', '2026-04-27', 'Giỗ Tổ Hùng Vương 2026'),
  ...off('2026-04-30', '2026-05-03', 'Ngày Chiến thắng, Quốc tế Lao động 2026'),
  worked('2026-08-22', 'Làm bù ngày 31/8/2026'),
  ...off('2026-08-29', '2026-09-02', 'Quốc khánh 2026'),
  ...off('2026-11-24', '2026-11-24', 'Ngày Văn hóa Việt Nam', 'conditional'),
  ...off('2027-01-01', '2027-01-03', 'Tết Dương lịch 2027', 'provisional'),
  ...off('2027-02-04', '2027-02-10', 'Tết Đinh Mùi', 'provisional'),
];

/** The same list with the Culture Day enacted. */
export const calendarWithCultureDay: CalendarDay[] = calendarFixture.map((day) =>
  day.date === '2026-11-24' ? { ...day, status: 'official' } : day,
);
