import type { Attachments } from '../../attachments/gridsToAttachments.js';
import type { Piece } from '../../attachments/value.js';
import type { Readable } from '../../readings/secondReading.js';

/** The id of a printed part: values that share a merged cell share its part. */
export const partId = (piece: Piece): string => `part/${piece.page}/${piece.box.join(',')}`;

/** Every printed part of every value once, to be read again. */
export function partsOf({ pieces }: Attachments): Readable[] {
  const out = new Map<string, Readable>();
  for (const list of pieces.values()) {
    for (const piece of list) {
      if (piece.raw === null) continue;
      const id = partId(piece);
      out.set(id, { id, page: piece.page, box: piece.box, raw: piece.raw });
    }
  }
  return [...out.values()];
}
