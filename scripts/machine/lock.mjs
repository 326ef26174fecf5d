// Needs nothing but Node: it also guards the installation of everything else.
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * When a process began, in a form that only compares. A number alone can come back as another process,
 * and a zombie still answers to signals: both are "not alive" here.
 * @param {number} pid
 * @returns {string | null} null when there is no such process
 */
export function birthOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return null;
  }
  return process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid);
}

/** @param {number} pid */
function birthFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** @param {number} pid */
function birthFromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? null : line.slice(line.indexOf(' ')).trim();
  } catch {
    return null;
  }
}

/** @param {{ pid: number; birth: string | null }} owner */
export function isAlive(owner) {
  return owner.birth !== null && birthOf(owner.pid) === owner.birth;
}

/** @param {string} path */
function ownerOf(path) {
  try {
    return /** @type {{ pid: number; birth: string }} */ (JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Takes the lock, or says who has it. A lock whose owner died is taken over.
 * @param {string} path
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function takeLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
  try {
    for (;;) {
      if (linked(mine, path)) return { release: () => rmSync(path, { force: true }) };
      const owner = ownerOf(path);
      if (owner && isAlive(owner)) return { heldBy: owner.pid };
      discard(path, owner);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Linking is the one atomic "create with content, unless it exists".
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Moves a dead lock away; if somebody took it over in between, theirs is put back.
 * @param {string} path
 * @param {{ pid: number } | null} dead
 */
function discard(path, dead) {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (ownerOf(aside)?.pid !== dead?.pid) linked(aside, path);
  rmSync(aside, { force: true });
}
