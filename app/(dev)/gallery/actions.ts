'use server';

/** The gallery keeps nothing: its form only shows the way there and back. */
export async function sampleFormAction(): Promise<void> {}

export async function sampleSaveAction(_form: FormData): Promise<{ savedAt: string }> {
  return { savedAt: '2026-11-22T07:05:00Z' };
}
