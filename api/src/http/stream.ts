// Streamed bodies: each part is made when the one before was taken, and none after the caller has left.

const encoder = new TextEncoder();

/** A stream over parts of text. Cancelling it ends the generator, so nothing more is read from the database. */
export function textStream(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await parts.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          // Breaks the connection instead of ending the body: what was sent must not look complete.
          controller.error(error);
        }
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
