// Runs on whatever Node ≥ 20 is there, before anything is installed: it may use Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { birthOf, isAlive, takeLock } from './lock.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
const mark = join(modules, '.installed');
const npmRecord = join(root, '.data', 'install.json');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const neededGigabytes = 3;
const neededNode = 24;

/**
 * Installs what is missing, then runs a TypeScript entry on the pinned Node.
 * @param {string} entry path from the root
 * @param {string[]} args
 */
export async function handOver(entry, args) {
  if (major(process.versions.node) < 20)
    giveUp(
      `Cần Node 20 trở lên, máy này đang có ${process.versions.node}. / Node 20 or newer is needed, this is ${process.versions.node}.`,
    );
  process.chdir(root);
  const node = await install();
  const child = spawn(
    node,
    [
      '--conditions=react-server',
      '--import',
      pathToFileURL(join(modules, 'tsx', 'dist', 'loader.mjs')).href,
      join(root, entry),
      ...args,
    ],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, PATH: pathWith(node) } },
  );
  // The child ends in its own good time; this process only passes the wish on.
  for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** @param {string} node */
function pathWith(node) {
  return [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter);
}

/** @param {string} version */
function major(version) {
  return Number(version.split('.')[0]);
}

/**
 * The pinned Node is a package per platform. Where none fits (another C library, an unknown processor),
 * the Node that runs this serves as well if it is new enough.
 */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = ['node', 'node-bin']
    .map((name) => join(modules, `${name}-${platform}-${process.arch}`, 'bin', program))
    .find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0);
  return pinned ?? (major(process.versions.node) >= neededNode ? process.execPath : null);
}

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Returns the Node to run on. */
async function install() {
  const lock = isInstalled() ? null : await waitForLock();
  try {
    if (!isInstalled()) await installAll();
  } finally {
    lock?.release();
  }
  return (
    findNode() ??
    giveUp(
      `Máy này cần Node ${neededNode}, đang có ${process.versions.node}: không có bản kèm sẵn cho ${process.platform}-${process.arch}. / This machine needs Node ${neededNode} and has ${process.versions.node}: none is bundled for ${process.platform}-${process.arch}.`,
    )
  );
}

async function installAll() {
  const disk = statfsSync(root);
  if (disk.bavail * disk.bsize < neededGigabytes * 2 ** 30)
    giveUp(
      `Ổ đĩa chứa ${root} còn dưới ${neededGigabytes} GB, không đủ để cài đặt. / The disk of ${root} has less than ${neededGigabytes} GB left, too little to install.`,
    );
  process.stdout.write('Đang cài đặt thư viện… / Installing dependencies…\n');
  // Nothing we use needs its install script: a machine that forbids them (ignore-scripts) is served as well.
  await runNpm(['ci', '--include=dev', '--include=optional', '--ignore-scripts', ...quiet]);
  writeFileSync(mark, digestOf(join(root, 'package-lock.json')));
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
  if (!existsSync(npmsCopy)) return false;
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
