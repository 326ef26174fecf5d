import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { birthOf, isAlive, takeLock } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const path = join(folder, 'start.lock');
afterAll(() => rmSync(folder, { recursive: true }));

it('is held by one process until it is released', () => {
  const first = takeLock(path);
  if (!('release' in first)) throw new Error('The lock was free.');
  expect(takeLock(path)).toEqual({ heldBy: process.pid });
  first.release();
  const again = takeLock(path);
  expect('release' in again).toBe(true);
  if ('release' in again) again.release();
});

it('is taken over from a process that died', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(path, JSON.stringify({ pid, birth: '1' }));
  const lock = takeLock(path);
  expect('release' in lock).toBe(true);
  expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
  if ('release' in lock) lock.release();
});

it('is taken over when the number now belongs to another process', () => {
  writeFileSync(path, JSON.stringify({ pid: process.pid, birth: 'another time' }));
  expect('release' in takeLock(path)).toBe(true);
  rmSync(path);
});

it('is taken over when it was left half written', () => {
  writeFileSync(path, '{"pid":');
  expect('release' in takeLock(path)).toBe(true);
});

it('knows the living from the dead', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const pid = child.pid ?? 0;
  const owner = { pid, birth: birthOf(pid) };
  expect(isAlive(owner)).toBe(true);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('exit', resolve));
  expect(isAlive(owner)).toBe(false);
  expect(isAlive({ pid, birth: null })).toBe(false);
});
