import { join } from 'node:path';
import { migrate } from '@/db/migrate';
import type { Env } from '@/lib/config/env';
import { build } from './machine/build';
import { Crew, endOrphans } from './machine/crew';
import { openDatabase } from './machine/database';
import { checkDisk, data, makeDataFolder } from './machine/folders';
import { handsFor } from './machine/hands';
import { takeLock } from './machine/lock.mjs';
import { checkPort } from './machine/ports';
import { waitUntilReady } from './machine/ready';
import { Fault, report, say } from './machine/say';
import { seedWhenEmpty } from './machine/seeding';
import { readSettings, type Surroundings, surroundings } from './machine/settings';

const developing = process.argv.includes('--dev');
const wish = new AbortController();

/** Ctrl-C reaches us more than once (terminal, npm, our own parent): the first one counts. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wish.abort());
process.on('disconnect', () => wish.abort());

function alone(): () => void {
  const lock = takeLock(join(data, 'start.lock'));
  if ('release' in lock) return lock.release;
  throw new Fault(
    `Cổng thông tin đã được khởi động từ thư mục này (tiến trình ${lock.heldBy}). / The portal has already been started in this folder (process ${lock.heldBy}).`,
  );
}

async function checkMachine(settings: Env): Promise<void> {
  checkDisk();
  await checkPort(settings.PORT, 'PORT');
  if (settings.SIMULATORS) await checkPort(settings.SIMULATORS_PORT, 'SIMULATORS_PORT');
}

const wished = new Promise<void>((resolve) =>
  wish.signal.addEventListener('abort', () => resolve(), { once: true }),
);

/** Data and pages don't need each other: each has a processor. One's failure ends the other. */
async function prepare(settings: Env, env: Surroundings): Promise<void> {
  const failure = new AbortController();
  const signal = AbortSignal.any([wish.signal, failure.signal]);
  const work = [seedWhenEmpty(settings.SEED, env, signal), developing ? null : build(env, signal)];
  try {
    await Promise.all(work);
  } finally {
    failure.abort();
    await Promise.allSettled(work);
  }
}

async function run(settings: Env): Promise<void> {
  const database = await openDatabase(settings);
  const crew = new Crew();
  try {
    const role = await migrate(database.url);
    if (role === null)
      say(
        'Tài khoản cơ sở dữ liệu không được tạo vai trò: nhật ký chỉ được bảo vệ bằng trigger. / The database account may not create roles: the trail is protected by triggers alone.',
      );
    const env = surroundings(settings, { url: database.url, role });
    await prepare(settings, env);
    if (wish.signal.aborted) return;
    await checkMachine(settings);
    for (const hand of handsFor(settings, env, developing)) crew.start(hand);
    await waitUntilReady(settings, crew, wish.signal);
    if (wish.signal.aborted) return;
    say(`Portal ready at ${settings.PUBLIC_URL}`);
    if (settings.SIMULATORS) say(`Demo accounts: ${settings.PUBLIC_URL}/sign-in`);
    await Promise.race([wished, crew.broken, database.keep(wish.signal)]);
  } finally {
    if (wish.signal.aborted) say('Đang dừng… / Stopping…');
    await crew.stop();
    await database.release();
  }
}

async function main(): Promise<void> {
  makeDataFolder();
  const settings = readSettings();
  const leave = alone();
  try {
    await endOrphans();
    await checkMachine(settings);
    await run(settings);
  } finally {
    leave();
  }
}

await main().catch((error: unknown) => {
  if (!wish.signal.aborted) report(error);
});
process.exit();
