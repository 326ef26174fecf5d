const key = 'shortcuts';

/** Single keys can be switched off: speech input and slips of the hand would press them. */
export function shortcutsOn(): boolean {
  return window.localStorage.getItem(key) !== 'off';
}

export function switchShortcuts(on: boolean): void {
  window.localStorage.setItem(key, on ? 'on' : 'off');
  window.dispatchEvent(new Event(key));
}

export function watchShortcuts(tell: () => void): () => void {
  window.addEventListener(key, tell);
  return () => window.removeEventListener(key, tell);
}

/** A key that belongs to a field, a control or the browser. */
export function typing(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const field =
    'textarea, select, [contenteditable], input:not([type="checkbox"]):not([type="radio"]), dialog';
  return event.target instanceof Element && event.target.closest(field) !== null;
}
