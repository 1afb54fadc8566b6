/** How long a server may be away before the work fails, in milliseconds. */
const PATIENCE = 120_000;
const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;

/** Connection lost, server stopping or starting, or a transaction that the server asks to try again. */
const CODES = /^(08...|57P0[123]|40001|40P01|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
const MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

export const isConnectionLoss = (error: unknown): boolean => {
  const { code, message } = error as NodeJS.ErrnoException;
  return CODES.test(code ?? '') || MESSAGES.test(message ?? '');
};

/**
 * Does what is asked, again while the server is away. The work must leave nothing half-done and change nothing when it is
 * done twice: whether a commit arrived before the connection broke cannot be known.
 */
export async function withReconnect<T>(work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const until = Date.now() + patience;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLoss(error) || Date.now() + wait > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
