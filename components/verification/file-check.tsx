'use client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FileInput } from '@/components/ui/file-input';

interface FileCheckProps {
  label: string;
  hint: string;
  /** What the page says while the browser reads the file. */
  reading: string;
  /** Where the answer is shown; the file's SHA-256 is added as `sha256`. */
  answerHref: string;
  /** Carried by the form that is sent when no script runs. */
  back: string;
  children: ReactNode;
}

/**
 * Whether a file is the one that was issued. The browser computes the file's hash and only the hash leaves the
 * device; without a script the form itself sends the file, which is hashed and not kept.
 */
export function FileCheck({ label, hint, reading, answerHref, back, children }: FileCheckProps) {
  const [busy, setBusy] = useState(false);

  async function check(form: HTMLFormElement) {
    const file = new FormData(form).get('file');
    if (!(file instanceof File) || file.size === 0) return;
    setBusy(true);
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    window.location.assign(`${answerHref}${answerHref.includes('?') ? '&' : '?'}sha256=${hash}#answer`);
  }

  function send(event: FormEvent<HTMLFormElement>) {
    // Browsers hash only on a secure address; elsewhere the form goes its plain way.
    if (!window.isSecureContext) return;
    event.preventDefault();
    check(event.currentTarget);
  }

  return (
    <form
      action="/api/documents/verify"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      onChange={(event) => {
        if (window.isSecureContext) check(event.currentTarget);
      }}
    >
      <input type="hidden" name="back" value={back} />
      <FileInput name="file" label={label} hint={hint} accept=".pdf,application/pdf" />
      <p aria-live="polite" className="text-small text-muted">
        {busy && reading}
      </p>
      {children}
    </form>
  );
}
