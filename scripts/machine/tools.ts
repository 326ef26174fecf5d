import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './say';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function programOnPath(name: string): string | null {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
  return found ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser that is there, or that Debian can bring; null with the reason said. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isProgram(given) ? given : refuse(`CHROMIUM_PATH (${given})`);
  const look = () => browsers.map(programOnPath).find(Boolean) ?? elsewhere.find(existsSync) ?? null;
  return look() ?? (installWithApt('chromium') ? look() : null) ?? refuse('Chromium');
}

function refuse(what: string): null {
  say(
    `Không tìm thấy trình duyệt ${what}: hãy cài Chromium hoặc đặt CHROMIUM_PATH. / No browser ${what}: install Chromium or set CHROMIUM_PATH.`,
  );
  return null;
}

/** Proves signatures and text of the PDF results; without it those tests are skipped and say so. */
export function ensurePoppler(): void {
  if (programOnPath('pdfsig') && programOnPath('pdftotext')) return;
  if (installWithApt('poppler-utils')) return;
  say(
    'Không có poppler-utils (pdfsig, pdftotext): các kiểm thử PDF cần nó sẽ không chạy được. / There is no poppler-utils (pdfsig, pdftotext): the PDF tests that need it cannot run.',
  );
}

function installWithApt(name: string): boolean {
  if (process.getuid?.() !== 0 || !programOnPath('apt-get')) return false;
  say(`Đang cài ${name}… / Installing ${name}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', name);
  return install() || (apt('update') && install());
}
