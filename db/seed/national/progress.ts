const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

function spanOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

interface Progress {
  readonly step: string;
  readonly all: number;
  readonly left: number;
  readonly log: (line: string) => void;
}

/** Tells every few seconds, and at the end, how many rows there are, how fast they come and how long it takes yet. */
export function progressOf({ step, all, left, log }: Progress): (rows: number) => void {
  const began = performance.now();
  let [done, total, told] = [0, 0, 0];
  return (rows) => {
    done += 1;
    total += rows;
    const seconds = (performance.now() - began) / 1000;
    if (done < left && seconds - told < 3) return;
    told = seconds;
    const [made, rate] = [grouped.format(total), grouped.format(total / Math.max(seconds, 0.001))];
    const yet = spanOf((seconds / done) * (left - done));
    const at = `${all - left + done}/${all}`;
    log(`${step} ${at}: ${made} dòng, ${rate}/s, còn ${yet}. / ${made} rows, ${rate}/s, ${yet} left.`);
  };
}
