/** What pdf.js throws of its own, by name: it is no class that could be imported. */
const OWN =
  /^((XRefEntry|XRefParse|ParserEOF|MissingData|InvalidPDF|Response|UnknownError|Abort|RenderingCancelled)Exception|(Format|Jpeg|Jbig2|Jpx)Error)$/;

let open = 0;

function pass(reason: unknown): void {
  if (OWN.test((reason as Error | undefined)?.name ?? '')) return;
  // As Node does where nobody listens.
  if (process.listenerCount('unhandledRejection') === 1) throw reason;
}

/**
 * On broken files pdf.js rejects promises that nobody waits for, which ends the process. While a document is open they are let pass: what is
 * waited for says what went wrong. Gives the function that ends it.
 */
export function letStrayRejectionsPass(): () => void {
  if (open++ === 0) process.on('unhandledRejection', pass);
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    // A rejection is told at the end of its turn.
    setImmediate(() => {
      if (--open === 0) process.off('unhandledRejection', pass);
    });
  };
}
