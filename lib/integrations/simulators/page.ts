import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

/** A piece of HTML that is safe to send: everything put into it was escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | readonly Html[] | null;

const escaped: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return String(piece).replace(/[&<>"']/g, (mark) => escaped[mark] ?? '');
}

export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(String.raw({ raw: strings }, ...pieces.map(textOf)));
}

export function layout({ title, brand, body }: { title: string; brand: string; body: Html }): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${brand}</title>
<link rel="stylesheet" href="/assets/simulators.css">
</head>
<body>
<div class="strip"></div>
<header><p class="brand">${brand}</p><p class="sample">Dữ liệu mẫu – trang mô phỏng</p></header>
<main id="main">${body}</main>
<footer><p>Trang này đứng thay một hệ thống thật để dùng thử cổng. Mọi người, tổ chức và số tiền đều là dữ liệu mẫu.</p>
<p lang="en">A stand-in for a real system. Every person, organisation and amount is sample data.</p></footer>
</body>
</html>`;
}

/** `formTargets`: origins a posted form may end at, since browsers apply the rule to redirects as well. */
export function policyOf(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${formTargets.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function sendPage(response: ServerResponse, page: Html, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(page.text);
}

const fonts = join(process.cwd(), 'node_modules/@fontsource/be-vietnam-pro/files');
const fontName = /^be-vietnam-pro-(latin|vietnamese)-(400|600)-normal\.woff2$/;

/** Style sheet and fonts; false when the path names neither. */
export function sendAsset(path: string, response: ServerResponse): boolean {
  const name = path.replace('/assets/', '');
  if (name !== 'simulators.css' && !fontName.test(name)) return false;
  const isStyle = name === 'simulators.css';
  response.writeHead(200, {
    'Content-Type': isStyle ? 'text/css; charset=utf-8' : 'font/woff2',
    'Cache-Control': 'public, max-age=3600',
  });
  response.end(isStyle ? styleSheet : readFileSync(join(fonts, name)));
  return true;
}

const face = (set: string, weight: number, range: string) =>
  `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;` +
  `src:url(/assets/be-vietnam-pro-${set}-${weight}-normal.woff2) format("woff2");unicode-range:${range}}`;
const vietnamese =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0309,U+0323,U+1EA0-1EF9,U+20AB';
const latin = 'U+0000-00FF,U+2000-206F,U+2212';

const styleSheet = `${[400, 600].map((weight) => face('vietnamese', weight, vietnamese) + face('latin', weight, latin)).join('\n')}
:root{--ink:#0B2540;--primary:#0B4F8A;--dark:#003D73;--surface:#fff;--canvas:#F5F7FA;--line:#D5DCE4;--muted:#55626F;--sample:#5B3A00;--sample-ground:#FFF4DA;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#E8EEF5;--primary:#8CC4F2;--dark:#B5DAF8;--surface:#132033;--canvas:#0B1522;--line:#2F425A;--muted:#A9B8C8;--sample:#FFE2A3;--sample-ground:#3B2C08}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:400 1rem/1.5 "Be Vietnam Pro",system-ui,sans-serif}
.strip{height:6px;background:linear-gradient(90deg,#C8102E 0 70%,#F2B705 70% 100%)}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between;align-items:center;padding-block:1rem}
header p{margin:0}
.brand{font-weight:600}
.sample{font-size:.875rem;font-weight:600;color:var(--sample);background:var(--sample-ground);padding:.25rem .75rem;border-radius:4px}
main{background:var(--surface);border:1px solid var(--line);border-radius:4px;padding:1.75rem clamp(1.25rem,5vw,2.5rem) 2.25rem}
h1{font-size:1.6875rem;line-height:1.35;margin:0 0 .5rem}
h2{font-size:1.125rem;line-height:1.35;margin:1.75rem 0 .5rem}
.lead{margin:0 0 1rem;color:var(--muted);max-width:38rem}
ul.people{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
ul.people li{border-bottom:1px solid var(--line)}
button,.button{font:inherit;color:inherit;cursor:pointer}
.person{display:grid;grid-template-columns:1fr auto;gap:0 1rem;align-items:center;width:100%;min-height:3.5rem;padding:.5rem .75rem;text-align:left;background:none;border:0}
.person:hover{background:var(--canvas)}
.person b{font-weight:600;color:var(--primary)}
.person span{grid-column:1;font-size:.875rem;color:var(--muted)}
.person code{grid-row:1/3;grid-column:2;font-size:.8125rem;color:var(--muted)}
:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
summary{cursor:pointer;font-weight:600;padding:.75rem 0;min-height:44px}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.75rem}
.act{min-height:44px;padding:.5rem 1.25rem;border-radius:4px;border:1px solid var(--primary);background:var(--primary);color:var(--surface);font-weight:600}
.act:hover{background:var(--dark)}
.quiet{background:none;color:var(--primary)}
.quiet:hover{background:var(--canvas)}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.5rem 1.5rem;margin:1rem 0}
dt{color:var(--muted)}
dd{margin:0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.amount{font-size:1.6875rem;font-weight:600}
footer{padding-block:1rem 2rem;font-size:.875rem;color:var(--muted)}
footer p{margin:.25rem 0}
@media print{.strip,.actions{display:none}}
`;
