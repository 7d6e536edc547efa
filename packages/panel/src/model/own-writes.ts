// The rep's own writes on their way. A card read meanwhile may be from before one of them, and shown it would take back for a
// moment what the rep just did: only what was asked after the last answer has been told is shown. Each write looks again itself.

export function createOwnWrites() {
  const open = new Map<string | null, number>();
  /** How many began or ended, ever. */
  const turns = new Map<string | null, number>();
  const step = (contactId: string | null, by: 1 | -1) => {
    open.set(contactId, (open.get(contactId) ?? 0) + by);
    turns.set(contactId, (turns.get(contactId) ?? 0) + 1);
  };

  /** Runs a write about a contact, until it is answered or waits for the server to be back. */
  const during = async <T>(contactId: string | null, write: () => Promise<T>): Promise<T> => {
    step(contactId, 1);
    try {
      return await write();
    } finally {
      step(contactId, -1);
    }
  };

  /** Says, once the answer is there, whether a read of this contact begun now is from after every write of theirs. */
  const reading = (contactId: string) => {
    const before = turns.get(contactId);
    return () => (open.get(contactId) ?? 0) === 0 && turns.get(contactId) === before;
  };

  return { during, reading };
}
