import 'server-only';
import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/kernel/errors';

/** One element as it stands in the text: what is in its tag, and what is between its tags. */
export interface XmlElement {
  tag: string;
  inner: string;
}

/** Longer than any row of a spreadsheet; it would only fill the memory. */
const longest = 8_000_000;

/**
 * The elements of one name, none of which is inside another, in XML as programs write it: every step jumps to the
 * next sign it needs, so a text is read once whatever stands in it. Ends at what is not whole and says where.
 */
export function* elementsIn(xml: string, name: string): Generator<XmlElement, number> {
  const [opening, closing] = [`<${name}`, `</${name}>`];
  let at = 0;
  for (;;) {
    const start = xml.indexOf(opening, at);
    if (start === -1) return Math.max(at, xml.length - opening.length);
    const after = start + opening.length;
    const end = xml.indexOf('>', after);
    if (end === -1) return start;
    if (!' \t\r\n/>'.includes(xml.charAt(after))) {
      at = after;
    } else if (xml.charAt(end - 1) === '/') {
      yield { tag: xml.slice(after, end - 1), inner: '' };
      at = end + 1;
    } else {
      const close = xml.indexOf(closing, end);
      if (close === -1) return start;
      yield { tag: xml.slice(after, end), inner: xml.slice(end + 1, close) };
      at = close + closing.length;
    }
  }
}

/** The same of a stream, some at a time; memory holds what has come and is not yet whole. */
export async function* elementsOf(stream: Readable, name: string): AsyncGenerator<XmlElement[]> {
  let rest = '';
  let prefix: string | null = null;
  for await (const text of stream.setEncoding('utf8') as AsyncIterable<string>) {
    rest += text;
    prefix ??= prefixOf(rest);
    if (prefix === null) continue;
    const found: XmlElement[] = [];
    const walk = elementsIn(rest, prefix + name);
    let step = walk.next();
    for (; step.done !== true; step = walk.next()) found.push(step.value);
    rest = rest.slice(step.value);
    if (rest.length > longest) throw new DomainError('unsupported_file', 'xml');
    if (found.length > 0) yield found;
  }
}

/** Some programs write `<x:row>` where others write `<row>`; null as long as the first element has not come. */
export function prefixOf(xml: string): string | null {
  const root = /<((?:[\w.-]+:)?)[A-Za-z][\w.-]*[\s/>]/.exec(xml);
  return root === null ? null : (root[1] ?? '');
}

const attributes = new Map<string, RegExp>();

/** An attribute of a tag, or null. */
export function attributeOf(tag: string, name: string): string | null {
  let pattern = attributes.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributes.set(name, pattern);
  }
  const found = pattern.exec(tag);
  return found === null ? null : plainText(found[1] ?? found[2] ?? '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities read; spreadsheets write signs XML doesn't know as _x000D_. */
export function plainText(xml: string): string {
  const text = xml.includes('&') ? xml.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, readEntity) : xml;
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

function readEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
