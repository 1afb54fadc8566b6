/** True where the brackets around what stands before are closed again. */
export const isClosed = (between: string): boolean => between.replace(/\([^()]*\)/g, '').includes(')');

/** Whether a place of a text is between brackets. */
export const isInBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at - 1) > text.lastIndexOf(')', at - 1);
