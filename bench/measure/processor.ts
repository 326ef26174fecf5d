import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** The kernel's clock for processor time: a hundredth of a second on every Linux we know. */
const tick = 10;

interface Stat {
  pid: number;
  parent: number;
  /** Milliseconds used by itself, and by its children that have ended. */
  own: number;
  ended: number;
}

function statOf(pid: number): Stat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const at = (n: number) => Number(fields[n]);
    return { pid, parent: at(1), own: (at(11) + at(12)) * tick, ended: (at(13) + at(14)) * tick };
  } catch {
    return null;
  }
}

function allStats(): Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
}

function treeOf(roots: readonly number[], stats: readonly Stat[]): Stat[] {
  const inside = new Set(roots);
  for (let size = -1; size !== inside.size; ) {
    size = inside.size;
    for (const { pid, parent } of stats) if (inside.has(parent)) inside.add(pid);
  }
  return stats.filter(({ pid }) => inside.has(pid));
}

export const onLinux = process.platform === 'linux';

/** Milliseconds of processor time of these processes and all below them, ended ones included. */
export function processorTime(roots: readonly number[]): number | null {
  if (!onLinux || roots.length === 0) return null;
  return treeOf(roots, allStats()).reduce((sum, { own, ended }) => sum + own + ended, 0);
}

/** Milliseconds all processors of the machine have been busy since it started. */
function busyTime(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) * tick;
}

export interface Gauge {
  at: number;
  busy: number;
  ours: number;
  loadAverage: number;
}

/** @param ours processes that belong to this run, with all below them */
export function gauge(ours: readonly number[]): Gauge {
  const [loadAverage = 0] = loadavg();
  const at = performance.now();
  return onLinux
    ? { at, busy: busyTime(), ours: processorTime(ours) ?? 0, loadAverage }
    : { at, busy: 0, ours: 0, loadAverage };
}

/** How many processors were busy with something else since then. */
export function foreignSince(then: Gauge, now: Gauge): number | null {
  if (!onLinux) return null;
  return Math.max(0, (now.busy - then.busy - (now.ours - then.ours)) / (now.at - then.at));
}

/** Megabytes resident in these processes together. */
export function residentMemory(pids: readonly number[]): number | null {
  if (!onLinux || pids.length === 0) return null;
  return pids.reduce((sum, pid) => sum + residentOf(pid), 0) / 1024;
}

function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export const parentOf = (pid: number): number | null => statOf(pid)?.parent ?? null;

export function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}
