// Runs on whatever Node ≥ 20 is there, before anything is installed: it may use Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { birthOf, isAlive, takeLock } from './lock.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const mark = join(modules, '.installed');
const npmRecord = join(root, '.data', 'install.json');
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const neededGigabytes = 3;

/**
 * Installs what is missing, then runs a TypeScript entry on the pinned Node.
 * @param {string} entry path from the root
 * @param {string[]} args
 */
export async function handOver(entry, args) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp(
      `Cần Node 20 trở lên, máy này đang có ${process.versions.node}. / Node 20 or newer is needed, this is ${process.versions.node}.`,
    );
  process.chdir(root);
  await install();
  const child = spawn(
    pinnedNode,
    [
      '--conditions=react-server',
      '--import',
      pathToFileURL(join(modules, 'tsx', 'dist', 'loader.mjs')).href,
      join(root, entry),
      ...args,
    ],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, PATH: pathWithPinnedNode() } },
  );
  // The child ends in its own good time; this process only passes the wish on.
  for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function pathWithPinnedNode() {
  const delimiter = process.platform === 'win32' ? ';' : ':';
  return [dirname(pinnedNode), join(modules, '.bin'), process.env.PATH].join(delimiter);
}

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function install() {
  if (isInstalled()) return;
  const lock = await waitForLock();
  try {
    if (isInstalled()) return;
    const disk = statfsSync(root);
    if (disk.bavail * disk.bsize < neededGigabytes * 2 ** 30)
      giveUp(
        `Ổ đĩa chứa ${root} còn dưới ${neededGigabytes} GB, không đủ để cài đặt. / The disk of ${root} has less than ${neededGigabytes} GB left, too little to install.`,
      );
    process.stdout.write('Đang cài đặt thư viện… / Installing dependencies…\n');
    await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(mark, digestOf(join(root, 'package-lock.json')));
    if (!isInstalled())
      giveUp(
        'Cài đặt chưa trọn vẹn: npm không được phép bỏ qua script cài đặt (ignore-scripts). / The installation is incomplete: npm must not be told to skip install scripts (ignore-scripts).',
      );
  } finally {
    lock.release();
  }
}

/** Two starts in one fresh clone: the second waits for the first one's installation. */
async function waitForLock() {
  for (;;) {
    const lock = takeLock(join(root, '.data', 'install.lock'));
    if ('release' in lock) return lock;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * npm empties the folder first and writes its own copy of the lock last, so an interrupted installation has
 * neither that nor our mark. An installation made by hand has no mark, but is younger than the lock file.
 */
function isInstalled() {
  const lockFile = join(root, 'package-lock.json');
  const npmsCopy = join(modules, '.package-lock.json');
  if (!existsSync(pinnedNode) || !existsSync(npmsCopy)) return false;
  if (spawnSync(pinnedNode, ['--version']).status !== 0) return false;
  const marked = existsSync(mark) && readFileSync(mark, 'utf8') === digestOf(lockFile);
  return marked || statSync(npmsCopy).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** @param {string} path */
function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** @param {string[]} args */
async function runNpm(args) {
  await endEarlierNpm();
  const script = process.env.npm_execpath;
  const viaNode = script !== undefined && /npm-cli\.c?js$/.test(script);
  const child = viaNode
    ? spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(npmRecord, JSON.stringify({ pid: child.pid, birth: birthOf(child.pid ?? 0) }));
  const stop = () => child.kill('SIGTERM');
  for (const signal of stopSignals) process.on(signal, stop);
  const code = await new Promise((resolve) => child.on('error', () => resolve(1)).on('exit', resolve));
  for (const signal of stopSignals) process.off(signal, stop);
  if (code !== 0)
    giveUp(
      'Cài đặt thư viện không thành công (xem thông báo của npm ở trên). / Installing the dependencies failed (see npm above).',
    );
}

/** A start that was killed may have left its npm at work; two of them would undo each other. */
async function endEarlierNpm() {
  const earlier = existsSync(npmRecord) ? JSON.parse(readFileSync(npmRecord, 'utf8')) : null;
  if (earlier === null || !isAlive(earlier)) return;
  process.kill(earlier.pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
