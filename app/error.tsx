'use client';
import { lazy, Suspense } from 'react';

/** Fetched when a page breaks; should that fail too, `global-error.tsx` has all it says with it. */
const Unexpected = lazy(async () => ({
  default: (await import('@/components/shell/unexpected')).Unexpected,
}));

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Suspense fallback={null}>
      <Unexpected reference={error.digest} retry={reset} />
    </Suspense>
  );
}
