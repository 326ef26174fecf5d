'use client';
import { Unexpected } from '@/components/shell/unexpected';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Unexpected reference={error.digest} retry={reset} />;
}
