/** Requests from the dialect to its thread. */
export type SqliteRequest =
  | { readonly kind: 'run'; readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'close' }

/** Answers from the thread. */
export type SqliteAnswer =
  | { readonly id: number; readonly ok: true; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly id: number; readonly ok: false; readonly errcode: number; readonly errstr: string }
