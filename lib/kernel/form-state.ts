/** What a form knows after it was sent; `values` is there because React resets inputs after every action. */
export type FormState =
  | { status: 'idle' }
  | { status: 'ok'; message?: string }
  | {
      status: 'invalid';
      values: Record<string, string>;
      fields: Record<string, string>;
      summary: readonly { field: string; message: string }[];
    };

export const idle: FormState = { status: 'idle' };
