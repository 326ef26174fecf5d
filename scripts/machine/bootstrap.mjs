// Runs on whatever Node ≥ 20 is there, before anything is installed: it may use Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeLock } from './lock.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
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
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
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
    runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (!isInstalled())
      giveUp(
        'Cài đặt chưa trọn vẹn: npm không được phép bỏ qua script cài đặt (ignore-scripts) hoặc gói tùy chọn (omit=optional). / The installation is incomplete: npm must not be told to skip install scripts (ignore-scripts) or optional packages (omit=optional).',
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

/** npm writes its own copy of the lock last, so an interrupted installation has none. */
function isInstalled() {
  if (!existsSync(pinnedNode) || !existsSync(join(modules, '.package-lock.json'))) return false;
  if (spawnSync(pinnedNode, ['--version']).status !== 0) return false;
  const installed = packagesOf(join(modules, '.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found
      ? found.version === wanted.version
      : Boolean(wanted.optional || wanted.devOptional || wanted.os);
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string; optional?: boolean; devOptional?: boolean; os?: string[] }>}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** @param {string[]} args */
function runNpm(args) {
  const script = process.env.npm_execpath;
  const viaNode = script !== undefined && /npm-cli\.c?js$/.test(script);
  const result = viaNode
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0)
    giveUp(
      'Cài đặt thư viện không thành công (xem thông báo của npm ở trên). / Installing the dependencies failed (see npm above).',
    );
}
