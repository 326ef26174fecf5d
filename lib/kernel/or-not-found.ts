import 'server-only';
import { notFound } from 'next/navigation';
import { DomainError } from './errors';

/** A page's read: what does not exist and what is out of reach look the same. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (cause) {
    if (cause instanceof DomainError && (cause.code === 'not_found' || cause.code === 'denied')) notFound();
    throw cause;
  }
}
