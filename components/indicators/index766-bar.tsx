import { filledBy, Hatch } from '@/components/charts/hatch';

interface ScoreBarProps {
  id: string;
  /** All of it in one sentence: the drawing says nothing that the words do not. */
  label: string;
  points: number;
  unknown: number;
  max: number;
}

/** Points won, points nobody can judge yet, and the rest that was lost, on one bar. */
export function ScoreBar({ id, label, points, unknown, max }: ScoreBarProps) {
  const scale = max === 0 ? 0 : 1000 / max;
  const [won, open] = [points * scale, unknown * scale];
  const pattern = `hatch-${id}`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 1000 14"
      preserveAspectRatio="none"
      className="chart-mark block h-3.5 w-full"
    >
      <defs>
        <Hatch id={pattern} />
      </defs>
      <rect width="1000" height="14" className="fill-track" />
      <rect width={won} height="14" className="fill-fill" />
      <rect x={1000 - open} width={open} height="14" className="fill-surface" />
      <rect x={1000 - open} width={open} height="14" fill={filledBy(pattern)} />
    </svg>
  );
}
