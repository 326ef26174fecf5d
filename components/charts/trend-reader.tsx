'use client';
import { Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ExploredPoint, TrendExplorerProps } from './trend-explorer';

const none = { top: 0, right: 0, bottom: 0, left: 0 };

/** The same points on the same scales, without ink: pointer and arrow keys stop at each one and read it. */
export function TrendReader({ hint, points, time, values }: TrendExplorerProps) {
  'use memo';
  return (
    <div className="no-print absolute inset-0">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...points]} margin={none} accessibilityLayer title={hint}>
          <XAxis dataKey="day" type="number" domain={[...time]} hide allowDataOverflow />
          <YAxis type="number" domain={[...values]} hide allowDataOverflow />
          <Tooltip
            isAnimationActive={false}
            cursor={{ className: 'stroke-muted' }}
            content={({ active, payload }) => <Said point={active ? payload[0]?.payload : undefined} />}
          />
          <Line
            dataKey="value"
            stroke="none"
            dot={false}
            activeDot={{ r: 6, strokeWidth: 2, className: 'fill-surface stroke-ink' }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function Said({ point }: { point: ExploredPoint | undefined }) {
  return (
    <p
      role="status"
      className={
        point === undefined
          ? 'sr-only'
          : 'tabular rounded border border-line bg-surface px-3 py-1.5 text-14 font-medium whitespace-nowrap shadow-float'
      }
    >
      {point?.text}
    </p>
  );
}
