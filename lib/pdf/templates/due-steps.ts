import { formatDate } from '@/lib/i18n/format';

/** One day of the statutory clock: counted as a day of processing, or not, and why. */
export interface DueStep {
  date: string;
  counted: boolean;
  /** Why a day does not count: "nghỉ hằng tuần", "Tết Nguyên đán". */
  note: string;
}

/** The days folded into runs, so that a month of processing still fits a few lines. */
export function explainDue(steps: readonly DueStep[]): string[] {
  const runs: { counted: boolean; note: string; first: string; last: string; from: number; to: number }[] =
    [];
  let day = 0;
  for (const { date, counted, note } of steps) {
    if (counted) day += 1;
    const run = runs.at(-1);
    if (run && run.counted === counted && (counted || run.note === note)) {
      run.last = date;
      run.to = day;
    } else {
      runs.push({ counted, note, first: date, last: date, from: day, to: day });
    }
  }
  return runs.map((run) => {
    const span =
      run.first === run.last
        ? formatDate(run.first)
        : `Từ ${formatDate(run.first)} đến ${formatDate(run.last)}`;
    if (!run.counted) return `${span}: không tính (${run.note})`;
    return run.from === run.to
      ? `${span}: ngày thứ ${run.to}`
      : `${span}: từ ngày thứ ${run.from} đến ngày thứ ${run.to}`;
  });
}
