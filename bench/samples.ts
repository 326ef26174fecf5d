import type { Detail, Figure, Sample, Target } from './define';

/** Nearest rank: a time that was really taken, never one between two. NaN when nothing was. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = Float64Array.from(times).sort();
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function detailOf(sample: Sample): Detail {
  const requests = sample.times.length;
  const each = (name: 'cpuApp' | 'cpuDb' | 'bytes') => {
    const total = sample[name];
    return total === null || total === 0 || requests === 0 ? {} : { [name]: total / requests };
  };
  return {
    p50: percentile(sample.times, 50),
    p95: percentile(sample.times, 95),
    p99: percentile(sample.times, 99),
    rate: requests / sample.seconds,
    requests,
    errors: sample.errors,
    ...each('cpuApp'),
    ...each('cpuDb'),
    ...each('bytes'),
    ...(sample.rss === null ? {} : { rss: sample.rss }),
  };
}

/** A percentile of a sample as a figure with everything seen besides. */
export function timeOf(sample: Sample, percent: 50 | 95 | 99, what: string): Figure {
  return {
    value: percentile(sample.times, percent),
    unit: 'ms',
    what: `p${percent}, ${what}`,
    detail: detailOf(sample),
  };
}

/** Where the time of one answer goes: what makes a page slow is mostly what it computes. */
export function costsOf(subject: Sample, yardstick: Sample): string {
  const told = [subject, yardstick].map((sample) => {
    const { cpuApp = 0, cpuDb = 0 } = detailOf(sample);
    return `${cpuApp.toFixed(1)} ms in the application and ${cpuDb.toFixed(1)} ms in the database`;
  });
  return `Processor time of one answer: ${told[0]}; of the yardstick ${told[1]}.`;
}

export function rateOf(sample: Sample, what: string): Figure {
  return { value: sample.times.length / sample.seconds, unit: '/s', what, detail: detailOf(sample) };
}

/** Several rounds of one side as one sample: every time counts once. */
export function pooled(all: readonly Sample[]): Sample {
  const [first] = all;
  if (first === undefined) throw new Error('nothing was measured');
  const sum = (numbers: readonly (number | null)[]) =>
    numbers.reduce((total, one) => (total === null || one === null ? null : total + one), 0);
  return {
    name: first.name,
    times: all.flatMap(({ times }) => times),
    errors: sum(all.map(({ errors }) => errors)) ?? 0,
    seconds: sum(all.map(({ seconds }) => seconds)) ?? 0,
    bytes: sum(all.map(({ bytes }) => bytes)) ?? 0,
    cpuApp: sum(all.map(({ cpuApp }) => cpuApp)),
    cpuDb: sum(all.map(({ cpuDb }) => cpuDb)),
    rss: all.at(-1)?.rss ?? null,
    rounds: all.flatMap(({ rounds }) => rounds),
  };
}

export interface Verdict {
  ratio: number | null;
  met: boolean;
  /** How much of the bound was used: 1 is exactly on it, above 1 is missed. */
  used: number;
}

/** A value that is no number meets nothing. */
export function verdictOf(target: Target, subject: Figure, yardstick: Figure | null): Verdict {
  const ratio = yardstick === null ? null : subject.value / yardstick.value;
  const value = target.of === 'ratio' ? (ratio ?? Number.NaN) : subject.value;
  const used = 'atMost' in target ? value / target.atMost : target.atLeast / value;
  return { ratio, met: 'atMost' in target ? value <= target.atMost : value >= target.atLeast, used };
}
