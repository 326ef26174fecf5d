'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

export interface ExploredPoint {
  day: number;
  value: number;
  /** "Tháng 10/2026: 68,4% (1.128/1.650)" */
  text: string;
}

export interface TrendExplorerProps {
  /** How points are read, said to whoever reaches the drawing by keyboard. */
  hint: string;
  points: readonly ExploredPoint[];
  time: readonly [number, number];
  values: readonly [number, number];
}

const Reader = dynamic(() => import('./trend-reader').then(({ TrendReader }) => TrendReader), { ssr: false });

/** Lies over the drawing of the server and never replaces it; fetched only when the page has nothing else to do. */
export function TrendExplorer(props: TrendExplorerProps) {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') return setIdle(true);
    const waiting = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(waiting);
  }, []);
  if (!idle || props.points.length === 0) return null;
  return <Reader {...props} />;
}
