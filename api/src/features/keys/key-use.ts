// When each key was last used: noted in memory on every request, written down once a minute.
import type { Database } from '../../db/database.ts';
import { statement } from '../../db/statement.ts';

export interface KeyUse {
  note(keyId: string, at: number): void;
  /** Writes what was noted since the last time. */
  flush(): Promise<void>;
}

export function createKeyUse(db: Database): KeyUse {
  let noted = new Map<string, number>();
  return {
    note: (keyId, at) => {
      noted.set(keyId, at);
    },
    async flush() {
      if (noted.size === 0) return;
      const batch = noted;
      noted = new Map();
      await db.write({
        load: {},
        plan: () => ({
          statements: [...batch].map(([id, at]) =>
            statement('update api_keys set last_used_at = ? where id = ?', [at, id]),
          ),
          answer: () => undefined,
        }),
      });
    },
  };
}
